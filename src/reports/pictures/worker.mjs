// The thread that draws. Plain JavaScript, so that it starts alike from the sources and from dist, to which the build
// copies it. It takes { id, option, width, height } and posts { id, png } or { id, problem }. The fonts come with the
// program: no font of the system is looked at, so that a picture is the same everywhere.
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';
import { BarChart, LineChart } from 'echarts/charts';
import { GraphicComponent, GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, GraphicComponent, GridComponent, SVGRenderer]);

const fontFiles = ['400Regular/NotoSansJP_400Regular', '700Bold/NotoSansJP_700Bold'].map((name) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans-jp/${name}.ttf`)),
);
const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Noto Sans JP' };

function draw({ option, width, height }) {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    return new Resvg(chart.renderToSVGString(), { font }).render().asPng();
  } finally {
    chart.dispose();
  }
}

parentPort.on('message', ({ id, ...drawing }) => {
  try {
    parentPort.postMessage({ id, png: draw(drawing) });
  } catch (problem) {
    parentPort.postMessage({ id, problem: String(problem?.stack ?? problem) });
  }
});
