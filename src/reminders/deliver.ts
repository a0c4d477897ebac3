import { backOff, later, leaseMargin, usualRetryAfter } from '../digests/engine-parts.ts';
import type { PostResult } from '../digests/ports.ts';
import { dayAt } from '../domain/calendar-day.ts';
import { dueNow } from './due-now.ts';
import type { ReminderParts } from './engine-parts.ts';
import { blank } from './memory.ts';
import type { ReminderClaim, ReminderEnd } from './ports.ts';
import type { Thing } from './thing.ts';

/** So many things fit into one message without tiring anybody; the rest comes on the next business day. */
export const mostThings = 8;

/**
 * Brings one message to its end, or gives it back: decide anew, write it, wait for its moment, note what it tells,
 * post once, write down what came of it. Never posts without a confirmed lease, and never twice under one.
 */
export async function deliver<Message>(parts: ReminderParts<Message>, claim: ReminderClaim): Promise<void> {
  try {
    await bring(parts, claim);
  } catch (error) {
    // Nothing was posted: what comes after a post is caught where it happens.
    parts.report(error, 'before sending a reminder');
    await retryLater(parts, claim, { reason: 'trouble', after: backOff(claim.attempts) });
  }
}

async function bring<Message>(parts: ReminderParts<Message>, claim: ReminderClaim): Promise<void> {
  const { clock, timeZone } = parts;
  const now = await clock();
  const { due, memories } = await dueNow(parts, now);
  const all = due.get(claim.personId) ?? [];
  if (all.length === 0) return end(parts, claim, { kind: 'skipped', reason: 'nothing-left' });
  const channelId = await parts.conversation(claim.personId);
  if (channelId === null) return end(parts, claim, { kind: 'failed', reason: 'unreachable' });
  const things = all.slice(0, mostThings);
  const message = await parts.render({
    id: claim.id,
    personId: claim.personId,
    today: dayAt(now, timeZone),
    things,
    left: all.length - things.length,
  });
  const lastWish = (memories.get(claim.personId) ?? blank).lastWish;
  await send(parts, claim, { channelId, message, things, lastWish });
}

interface Ready<Message> {
  readonly channelId: string;
  readonly message: Message;
  readonly things: readonly Thing[];
  readonly lastWish: bigint;
}

async function send<Message>(
  parts: ReminderParts<Message>,
  claim: ReminderClaim,
  { channelId, message, things, lastWish }: Ready<Message>,
): Promise<void> {
  const { store, clock, pace, pause, poster } = parts;
  const before = await clock();
  const slot = await pace.reserve(channelId, before);
  if (later(slot, leaseMargin) >= claim.leaseUntil) {
    await store.giveBack(claim, { notBefore: slot, reason: 'paced' });
    return;
  }
  if (slot > before) await pause(slot.getTime() - before.getTime());
  const answer = await store.confirm(claim, { now: await clock(), things, lastWish });
  // Confirming may have taken long. From here to the post there is nothing to wait for.
  const onTime = answer === 'go' && later(await clock(), leaseMargin) < claim.leaseUntil;
  if (!onTime) return retryLater(parts, claim, { reason: answer === 'go' ? 'overslept' : answer, after: 0 });
  const result = await poster
    .post({ channelId, message, threadTs: null })
    .catch((error: unknown): PostResult => {
      parts.report(error, 'sending a reminder');
      return { kind: 'ambiguous', why: 'exception' };
    });
  await conclude(parts, claim, { result, channelId });
}

async function conclude<Message>(
  parts: ReminderParts<Message>,
  claim: ReminderClaim,
  { result, channelId }: { readonly result: PostResult; readonly channelId: string },
): Promise<void> {
  switch (result.kind) {
    case 'posted':
      return end(parts, claim, { kind: 'sent', ts: result.ts, channelId });
    case 'refused-terminal':
      return end(parts, claim, { kind: 'failed', reason: result.code });
    case 'ambiguous':
      return end(parts, claim, { kind: 'unknown', reason: result.why });
    case 'refused-retryable':
      return retryLater(parts, claim, { reason: result.why, after: backOff(claim.attempts) });
    case 'rate-limited': {
      const { retryAfterSeconds: seconds } = result;
      const wait = seconds === null ? usualRetryAfter : seconds * 1_000;
      const now = await parts.clock();
      await parts.pace.slowDown(later(now, wait), now);
      return retryLater(parts, claim, { reason: 'rate-limited', after: wait });
    }
  }
}

/**
 * What cannot be written down is left: the lease ends, and what may have been on its way becomes unknown. What went
 * wrong for good is told to the operator.
 */
async function end<Message>(
  parts: ReminderParts<Message>,
  claim: ReminderClaim,
  outcome: ReminderEnd,
): Promise<void> {
  await noting(parts, async () => parts.store.settle(claim, outcome, await parts.clock()));
  if (outcome.kind === 'failed' || outcome.kind === 'unknown') {
    const error = new Error(`the reminder of ${claim.day} to ${claim.personId}: ${outcome.reason}`);
    parts.report(error, `a reminder ended as ${outcome.kind}`);
  }
}

async function retryLater<Message>(
  parts: ReminderParts<Message>,
  claim: ReminderClaim,
  { reason, after }: { readonly reason: string; readonly after: number },
): Promise<void> {
  await noting(parts, async () => {
    const notBefore = later(await parts.clock(), after);
    return parts.store.giveBack(claim, { notBefore, reason });
  });
}

async function noting<Message>(parts: ReminderParts<Message>, work: () => Promise<boolean>): Promise<void> {
  await work().catch((error: unknown) => {
    parts.report(error, 'writing down what came of a reminder');
  });
}
