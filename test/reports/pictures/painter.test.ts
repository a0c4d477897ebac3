import { afterEach, expect, test } from '@jest/globals';
import { indicatorsPicture } from '../../../src/reports/pictures/indicators-picture.ts';
import { openPainter, type Painter, type PainterOptions } from '../../../src/reports/pictures/painter.ts';
import { picturesFor } from '../../../src/reports/pictures/pictures-for.ts';
import { aMilestone, anIndicator, aProject, today } from '../../support/factories.ts';

const program = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`);
let painter: Painter;
const open = (options?: PainterOptions) => {
  painter = openPainter(options);
  return painter;
};
afterEach(() => painter.close());

const drawing = indicatorsPicture(
  { projects: [aProject({ indicators: [anIndicator('31', '30')] })], ofAll: false },
  { language: 'ja', today, page: 1 },
);

test('draws a PNG of the size that was laid out, and the same one once', async () => {
  open();
  const painted = painter.paint(drawing);
  expect(painter.paint({ ...drawing })).toBe(painted);
  const png = Buffer.from(await painted);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([drawing.width, drawing.height]);
  // Japanese letters, bars and a line: a picture without them would be a few hundred bytes.
  expect(png.byteLength).toBeGreaterThan(10_000);
}, 60_000);

test('a report gets the indicators and what is coming, as many pictures as it takes', async () => {
  const paint: Painter['paint'] = async () => new Uint8Array([1]);
  painter = { paint, close: async () => {} };
  const indicators = Array.from({ length: 13 }, () => anIndicator('1', '2'));
  const project = aProject({ indicators, milestones: [aMilestone('実証').planned('R2.11')] });
  const pictures = await picturesFor([project], { painter, language: 'ja', today });
  expect(pictures.map(({ title }) => title)).toEqual([
    '全プロジェクトの指標',
    '全プロジェクトの指標',
    '全プロジェクトの予定',
  ]);
  expect(pictures.every(({ alt, width, height }) => alt.length > 20 && width === 1_200 && height > 100)).toBe(
    true,
  );
});

test.each([
  ['that cannot start', 'throw new Error("no fonts")', /no fonts/],
  [
    'that cannot draw',
    'import { parentPort } from "node:worker_threads"; parentPort.on("message", ({ id }) => parentPort.postMessage({ id, problem: "bad option" }))',
    /bad option/,
  ],
  [
    'that is stuck',
    'import { parentPort } from "node:worker_threads"; parentPort.on("message", () => { for (;;); })',
    /ended/,
  ],
])(
  'a thread %s rejects, and the next picture is tried anew',
  async (_, code, problem) => {
    open({ file: program(code), patience: 3_000 });
    await expect(painter.paint(drawing)).rejects.toThrow(problem);
    await expect(painter.paint(drawing)).rejects.toThrow(problem);
  },
  30_000,
);
