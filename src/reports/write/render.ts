import type { EditionContent } from '../../domain/edition.ts';
import type { ReportFormat } from '../../domain/report-format.ts';
import { inThread, type ThreadLimits } from '../in-thread.ts';
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
const limits: ThreadLimits = { milliseconds: 180_000, megabytes: 1_024 };

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
      program === null
        ? writeReport(content, order)
        : inThread<Uint8Array>(program, { content, ...order }, limits),
    );
    last = work.catch(() => {});
    return work;
  };
}

const program = import.meta.url.endsWith('.js') ? new URL('./render-thread.js', import.meta.url) : null;
