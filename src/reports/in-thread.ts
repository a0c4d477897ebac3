import { Worker } from 'node:worker_threads';

/** What a piece of work in a thread may take. */
export interface ThreadLimits {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** The thread was ended, as it took more than it may. */
export class ThreadLimit extends Error {
  override readonly name = 'ThreadLimit';
}

/**
 * Runs a program of ours in a thread of its own, which posts its answer once; what it took of memory is given back when
 * it is done. Rejects with what went wrong in it, with a `ThreadLimit` where it took too much time or memory.
 */
export function inThread<Answer>(
  program: URL,
  order: unknown,
  { milliseconds, megabytes }: ThreadLimits,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(program, {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    const tooLong = setTimeout(() => {
      reject(new ThreadLimit(`it took longer than ${milliseconds} ms`));
      void thread.terminate();
    }, milliseconds);
    thread.once('message', (answer: Answer) => resolve(answer));
    thread.once('error', (problem: NodeJS.ErrnoException) => {
      const isMemory = problem.code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(isMemory ? new ThreadLimit(`it took more than ${megabytes} MB`) : problem);
    });
    thread.once('exit', () => {
      clearTimeout(tooLong);
      reject(new Error('the thread ended without an answer'));
    });
  });
}
