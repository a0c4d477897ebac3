import { type Outcome, refuse } from '../../domain/outcome.ts';
import { inThread, ThreadLimit, type ThreadLimits } from '../in-thread.ts';
import type { FileRefusal } from '../table/file-refusal.ts';
import type { ReadGrid } from './find-grid.ts';
import { readTableFile, type TableFile } from './read-table-file.ts';

/** Reads the table in a file: as `readTableFile`, and refuses what takes too much time or memory. */
export type TableReader = (file: TableFile) => Promise<Outcome<ReadGrid, FileRefusal>>;

/** The published table takes a fifth of a second and some 30 MB; what takes fifty times as much was made to. */
const limits: ThreadLimits = { milliseconds: 60_000, megabytes: 512 };

/**
 * Reads files in a thread of their own, one at a time: the bot answers meanwhile, and a file that was made to take all
 * memory takes that of the thread. From sources that are not compiled, as tests run them, it works in this thread.
 */
export function tableReader(most: ThreadLimits = limits, program: URL | null = compiled): TableReader {
  let last: Promise<unknown> = Promise.resolve();
  return (file) => {
    const work = last.then(() => (program === null ? readTableFile(file) : read(program, file, most)));
    last = work.catch(() => {});
    return work;
  };
}

const compiled = import.meta.url.endsWith('.js') ? new URL('./read-thread.js', import.meta.url) : null;

async function read(
  program: URL,
  { name, bytes }: TableFile,
  most: ThreadLimits,
): Promise<Outcome<ReadGrid, FileRefusal>> {
  try {
    return await inThread<Outcome<ReadGrid, FileRefusal>>(program, { name, bytes }, most);
  } catch (problem) {
    if (problem instanceof ThreadLimit) return refuse({ kind: 'too-demanding' });
    throw problem;
  }
}
