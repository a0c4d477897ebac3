import { setImmediate } from 'node:timers/promises';

/** Work that can be done a piece at a time: it yields where others may have a turn. */
export type Pieces<Result> = Generator<void, Result>;

/** Does all of it now. */
export function atOnce<Result>(work: Pieces<Result>): Result {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

/** Lets the event loop turn after each piece, so that a table of 500 projects holds nobody up. */
export async function inPieces<Result>(work: Pieces<Result>): Promise<Result> {
  let step = work.next();
  while (!step.done) {
    await setImmediate();
    step = work.next();
  }
  return step.value;
}
