import { type DueDecision, decideDue } from './due.ts';
import {
  backOff,
  type EngineParts,
  holdLength,
  later,
  leaseLength,
  leaseMargin,
  longestPause,
  mostRenderings,
  usualRetryAfter,
} from './engine-parts.ts';
import { nextPosted } from './plan.ts';
import type { Claim, Delay, PostResult, RenderedDigest, Settlement } from './ports.ts';
import { postThread } from './thread.ts';
import type { Unfinished } from './unfinished.ts';

/** What a worker works with. */
export interface Worker<Message> {
  readonly parts: EngineParts<Message>;
  /** What could not be written down, for later. */
  readonly unfinished: Unfinished;
}

/**
 * Brings one claimed period to its end, or gives it back: look again, render, wait for its moment, confirm the lease,
 * post once, write down what came of it. Never posts without a confirmed lease, and never twice under one.
 * @param prepared called when nothing is left but to wait for its moment
 */
export async function deliver<Message>(
  worker: Worker<Message>,
  claim: Claim,
  prepared: () => void,
): Promise<void> {
  let held: Claim | null = claim;
  while (held !== null) held = await step(worker, held, prepared);
}

/** One round. Gives the claim where it is to be tried again under the same claim. */
async function step<Message>(
  worker: Worker<Message>,
  claim: Claim,
  prepared: () => void,
): Promise<Claim | null> {
  try {
    const decision = await decideNow(worker.parts, claim);
    if (decision.kind === 'send') return await send(worker, claim, { late: decision.late, prepared });
    await leave(worker, claim, decision);
  } catch (error) {
    // Nothing was posted: what comes after a post is caught where it happens.
    worker.parts.report(error, 'before posting a digest', claim.occurrence.id);
    await giveBack(worker, claim, { reason: 'trouble', after: backOff(claim.occurrence.attempts) });
  }
  return null;
}

async function decideNow<Message>(
  { clock, inspector }: EngineParts<Message>,
  claim: Claim,
): Promise<DueDecision> {
  const { occurrence, subscription, removed, newerDue } = claim;
  const [channel, ownerMay] = await Promise.all([
    inspector.inspect(subscription.channelId),
    inspector.ownerMay(subscription),
  ]);
  const { pausedAt, confirmedShared } = subscription;
  const standing = { paused: pausedAt !== null, removed, confirmedShared };
  return decideDue({ now: await clock(), occurrence, subscription: standing, channel, ownerMay, newerDue });
}

async function leave<Message>(
  worker: Worker<Message>,
  claim: Claim,
  decision: Exclude<DueDecision, { kind: 'send' }>,
): Promise<void> {
  switch (decision.kind) {
    case 'skip': {
      const tell = decision.reason === 'too-old' || decision.reason === 'caught-up';
      return settle(worker, claim, { kind: 'skipped', reason: decision.reason, tell });
    }
    case 'stop':
      return settle(worker, claim, { kind: 'failed', reason: decision.code, pause: true });
    case 'hold': {
      const hold = decision.reason !== 'channel-unknown';
      return giveBack(worker, claim, { reason: decision.reason, after: hold ? holdLength : 60_000, hold });
    }
    case 'wait':
      return giveBackUntil(worker, claim, { notBefore: decision.until, reason: 'not-due', hold: false });
  }
}

async function send<Message>(
  worker: Worker<Message>,
  claim: Claim,
  { late, prepared }: { readonly late: boolean; readonly prepared: () => void },
): Promise<Claim | null> {
  const { store, clock, pause } = worker.parts;
  const rendered = await render(worker, claim, late);
  if (rendered === null) return null;
  const before = await clock();
  const slot = await store.reserve(claim.subscription.channelId, before);
  if (later(slot, leaseMargin) >= claim.leaseUntil) {
    await giveBackUntil(worker, claim, { notBefore: slot, reason: 'paced', hold: false });
    return null;
  }
  prepared();
  if (slot > before) await pause(slot.getTime() - before.getTime());
  const answer = await store.confirm(claim, { now: await clock(), late });
  // Confirming may have taken long. From here to the post there is nothing to wait for.
  const onTime = answer === 'go' && later(await clock(), leaseMargin) < claim.leaseUntil;
  if (onTime) return await post(worker, claim, rendered);
  if (answer === 'caught-up') await settle(worker, claim, { kind: 'skipped', reason: answer, tell: true });
  else await giveBack(worker, claim, { reason: answer === 'changed' ? answer : 'overslept', after: 0 });
  return null;
}

/** Null when it could not be rendered: then the period was given back or has failed. */
async function render<Message>(
  worker: Worker<Message>,
  claim: Claim,
  late: boolean,
): Promise<RenderedDigest<Message> | null> {
  const { occurrence, subscription } = claim;
  const now = await worker.parts.clock();
  const nextAt = nextPosted(subscription, now).dueAt;
  try {
    return await worker.parts.renderer.render({ subscription, occurrence, now, late, nextAt });
  } catch (error) {
    worker.parts.report(error, 'rendering a digest', occurrence.id);
    if (occurrence.attempts >= mostRenderings) {
      await settle(worker, claim, { kind: 'failed', reason: 'not-rendered', pause: false });
    } else {
      await giveBack(worker, claim, { reason: 'not-rendered', after: backOff(occurrence.attempts) });
    }
    return null;
  }
}

async function post<Message>(
  worker: Worker<Message>,
  claim: Claim,
  rendered: RenderedDigest<Message>,
): Promise<Claim | null> {
  const { channelId } = claim.subscription;
  const result = await worker.parts.poster
    .post({ channelId, message: rendered.first, threadTs: null })
    .catch((error: unknown): PostResult => {
      worker.parts.report(error, 'posting a digest', claim.occurrence.id);
      return { kind: 'ambiguous', why: 'exception' };
    });
  switch (result.kind) {
    case 'posted':
      await settle(worker, claim, { kind: 'sent', ts: result.ts, threadParts: rendered.thread.length });
      await postThread(worker, claim, { threadTs: result.ts, messages: rendered.thread });
      return null;
    case 'refused-terminal':
      await settle(worker, claim, { kind: 'failed', reason: result.code, pause: true });
      return null;
    case 'ambiguous':
      await settle(worker, claim, { kind: 'unknown', reason: result.why });
      return null;
    case 'refused-retryable':
      await giveBack(worker, claim, { reason: result.why, after: backOff(claim.occurrence.attempts) });
      return null;
    case 'rate-limited':
      return await slowDown(worker, claim, result.retryAfterSeconds);
  }
}

/** Every replica waits for as long as Slack says; this worker keeps the period, unless that is very long. */
async function slowDown<Message>(
  worker: Worker<Message>,
  claim: Claim,
  seconds: number | null,
): Promise<Claim | null> {
  const { store, clock } = worker.parts;
  const wait = seconds === null ? usualRetryAfter : seconds * 1_000;
  const now = await clock();
  await store.slowDown(later(now, wait), now);
  if (wait <= longestPause) return store.keep(claim, later(now, wait + leaseLength));
  await giveBack(worker, claim, { reason: 'rate-limited', after: wait });
  return null;
}

async function settle<Message>(worker: Worker<Message>, claim: Claim, settlement: Settlement): Promise<void> {
  await worker.unfinished.finish(async () => {
    await worker.parts.store.settle(claim, settlement, await worker.parts.clock());
  });
}

async function giveBack<Message>(
  worker: Worker<Message>,
  claim: Claim,
  { reason, after, hold = false }: { reason: string; after: number; hold?: boolean },
): Promise<void> {
  await worker.unfinished.finish(async () => {
    const notBefore = later(await worker.parts.clock(), after);
    await worker.parts.store.giveBack(claim, { notBefore, reason, hold });
  });
}

async function giveBackUntil<Message>(worker: Worker<Message>, claim: Claim, delay: Delay): Promise<void> {
  await worker.unfinished.finish(async () => {
    await worker.parts.store.giveBack(claim, delay);
  });
}
