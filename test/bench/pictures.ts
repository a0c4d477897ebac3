import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Project } from '../../src/domain/project.ts';
import type { Drawing } from '../../src/reports/pictures/drawing.ts';
import { indicatorsPicture } from '../../src/reports/pictures/indicators-picture.ts';
import { openPainter, type Painter } from '../../src/reports/pictures/painter.ts';
import { timelinePicture } from '../../src/reports/pictures/timeline-picture.ts';
import { today } from '../support/factories.ts';
import { shippedProjects } from '../support/projects-of.ts';
import { quantile } from './statistics.ts';

/** What one kind of picture costs. Times in milliseconds. */
interface Measured {
  readonly name: string;
  /** Laying it out, in the main thread. */
  readonly layout: number;
  /** Drawing it, in its thread. */
  readonly median: number;
  readonly slowest: number;
  readonly kilobytes: number;
}

const rounds = 7;
const showing = { language: 'ja', today, page: 1 } as const;

/** The report of `npm run bench` on pictures. */
export async function picturesReport(): Promise<string> {
  const projects = await shippedProjects();
  const many = Array.from({ length: 50 }, (_, index) =>
    projects.map((project) => ({ ...project, number: index * projects.length + project.number })),
  ).flat();
  const idle = await idleDelay();
  const before = process.memoryUsage().rss;
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const painter = openPainter();
  const start = performance.now();
  delay.enable();
  await painter.paint(indicatorsPicture({ projects: [], ofAll: true }, showing));
  const first = performance.now() - start;
  const measured = [
    await measure(painter, 'indicators of the edition', (page) => bars(projects, page)),
    await measure(painter, 'indicators of 500 projects', (page) => bars(many, page)),
    await measure(painter, 'timeline of the edition', (page) => timeline(projects, page)),
    await measure(painter, 'timeline of 500 projects', (page) => timeline(many, page)),
  ];
  delay.disable();
  const memory = (process.memoryUsage().rss - before) / 2 ** 20;
  await painter.close();
  return [
    `Pictures: the thread drew its first after ${Math.round(first)} ms; ${Math.round(memory)} MB while it is there; the event loop of the bot was held up for ${told(delay)} (goal: at most 50 ms; beforehand, doing nothing on the same machine, ${told(idle)}).`,
    '',
    '| picture | layout ms | drawing p50 ms | slowest ms | KB |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...measured.map(rowOf),
  ].join('\n');
}

type Delay = ReturnType<typeof monitorEventLoopDelay>;

/** How late timers are while nothing is done: what the machine takes, and not we. */
async function idleDelay(): Promise<Delay> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  await setTimeout(200);
  delay.enable();
  await setTimeout(5_000);
  delay.disable();
  return delay;
}

function told(delay: Delay): string {
  return `${(delay.max / 1e6).toFixed(0)} ms at most, p99 ${(delay.percentile(99) / 1e6).toFixed(0)} ms`;
}

const bars = (projects: readonly Project[], page: number): Drawing =>
  indicatorsPicture({ projects, ofAll: true }, { ...showing, page });
const timeline = (projects: readonly Project[], page: number): Drawing =>
  timelinePicture({ projects, ofAll: true }, { ...showing, page });

async function measure(painter: Painter, name: string, lay: (page: number) => Drawing): Promise<Measured> {
  const layouts: number[] = [];
  const drawings: number[] = [];
  let bytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    const drawing = lay(1 + (round % 2));
    const laid = performance.now();
    // The same picture is drawn once: each round has another title.
    const labels = drawing.labels.map((label, at) =>
      at === 0 ? { ...label, text: `${name} ${round}` } : label,
    );
    bytes = (await painter.paint({ ...drawing, labels })).byteLength;
    layouts.push(laid - began);
    drawings.push(performance.now() - laid);
  }
  return {
    name,
    layout: quantile(layouts, 0.5),
    median: quantile(drawings, 0.5),
    slowest: Math.max(...drawings),
    kilobytes: bytes / 1_000,
  };
}

function rowOf({ name, layout, median, slowest, kilobytes }: Measured): string {
  const figures = [layout.toFixed(1), median, slowest, kilobytes];
  return `| ${name} | ${figures.map((each) => (typeof each === 'number' ? Math.round(each) : each)).join(' | ')} |`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.stdout.write(`${await picturesReport()}\n`);
}
