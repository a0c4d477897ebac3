import { Worker } from 'node:worker_threads';
import type { EditionContent } from '../../domain/edition.ts';
import type { ReportFormat } from '../../domain/report-format.ts';
import { writeReport } from './report-file.ts';
import type { ReportPicture } from './report-picture.ts';

/** What the thread is handed. */
export interface RenderOrder {
  readonly content: EditionContent;
  readonly format: ReportFormat;
  readonly at: Date;
  /** For the PDF. */
  readonly pictures?: readonly ReportPicture[];
}

/** A file takes a second or two; one of 500 projects up to a minute. */
const patienceMs = 180_000;
const mostMegabytes = 1_024;

/**
 * Makes files in a thread of their own, one at a time: the bot answers meanwhile, and what a file took of memory is
 * given back when it is done. From sources that are not compiled, as tests run them, it works in this thread.
 */
export function fileRenderer(): (
  content: EditionContent,
  order: Omit<RenderOrder, 'content'>,
) => Promise<Uint8Array> {
  let last: Promise<unknown> = Promise.resolve();
  return (content, order) => {
    const work = last.then(() =>
      import.meta.url.endsWith('.js') ? inThread({ content, ...order }) : writeReport(content, order),
    );
    last = work.catch(() => {});
    return work;
  };
}

/** Rejects with what went wrong in the thread, and where it takes too much time or memory. */
function inThread(order: RenderOrder): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./render-thread.js', import.meta.url), {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    });
    const tooLong = setTimeout(() => {
      reject(new Error(`making a ${order.format} took longer than ${patienceMs} ms`));
      void thread.terminate();
    }, patienceMs);
    thread.once('message', (bytes: Uint8Array) => resolve(bytes));
    thread.once('error', reject);
    thread.once('exit', () => {
      clearTimeout(tooLong);
      reject(new Error(`the thread that made a ${order.format} ended without it`));
    });
  });
}
