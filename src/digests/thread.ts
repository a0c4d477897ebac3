import type { Worker } from './deliver.ts';
import { later, longestPause, usualRetryAfter } from './engine-parts.ts';
import type { Claim, PostResult } from './ports.ts';

/** What follows in the thread of a digest. */
interface ThreadPosts<Message> {
  readonly threadTs: string;
  readonly messages: readonly Message[];
}

/**
 * Posts the rest of a digest into its thread, each part at most once. When one may be missing the owner is told; the
 * digest itself stays sent.
 */
export async function postThread<Message>(
  worker: Worker<Message>,
  claim: Claim,
  { threadTs, messages }: ThreadPosts<Message>,
): Promise<void> {
  if (messages.length === 0) return;
  let complete = true;
  for (const message of messages) {
    const result = await postPart(worker, claim, { threadTs, message }).catch((error: unknown) => {
      worker.parts.report(error, 'posting into the thread of a digest', claim.occurrence.id);
      return false;
    });
    complete &&= result;
  }
  await worker.unfinished.finish(() => worker.parts.store.settleThread(claim, complete));
}

/** Whether it is there. A 429 is waited for, three times; all else is not tried again. */
async function postPart<Message>(
  { parts: { store, clock, pause, poster } }: Worker<Message>,
  { subscription: { channelId } }: Claim,
  { threadTs, message }: { threadTs: string; message: Message },
): Promise<boolean> {
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const now = await clock();
    const slot = await store.reserve(channelId, now);
    if (slot > now) await pause(slot.getTime() - now.getTime());
    const result: PostResult = await poster.post({ channelId, message, threadTs });
    if (result.kind !== 'rate-limited') return result.kind === 'posted';
    const wait = result.retryAfterSeconds === null ? usualRetryAfter : result.retryAfterSeconds * 1_000;
    if (wait > longestPause) return false;
    const after = await clock();
    await store.slowDown(later(after, wait), after);
  }
  return false;
}
