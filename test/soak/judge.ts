import { nextOccurrence } from '../../src/digests/schedule.ts';
import type { Subscription } from '../../src/digests/subscription.ts';
import type { Database } from '../../src/store/database.ts';
import type { Simulated } from './simulation.ts';

/** What is wrong, and how the periods ended. */
export interface Judgement {
  readonly duplicates: readonly string[];
  /** Periods without a row, without an end, or that ended as they should not. */
  readonly unaccounted: readonly string[];
  readonly ends: Readonly<Record<string, number>>;
}

/** Compares what channels show and what the store says with what was planned. */
export async function judge({ prisma }: Database, simulated: Simulated): Promise<Judgement> {
  const unaccounted: string[] = [];
  const ends: Record<string, number> = {};
  const rows = new Map(
    (await prisma.digestOccurrence.findMany()).map((row) => [`${row.subscriptionId} ${row.periodKey}`, row]),
  );
  for (const subscription of simulated.subscriptions) {
    for (const planned of plannedIn(subscription, simulated)) {
      const row = rows.get(`${subscription.id} ${planned.periodKey}`);
      const name = `${subscription.channelId} ${planned.periodKey}`;
      const end = row === undefined ? 'missing' : [row.state, row.reason].filter(Boolean).join(' ');
      ends[end] = (ends[end] ?? 0) + 1;
      const seen = { name, end, dueAt: planned.dueAt.getTime(), shown: simulated.shown.get(name) ?? 0 };
      if (!isRight(seen, planned.skippedBecause?.kind, simulated))
        unaccounted.push(`${name}: ${end}, ${seen.shown}${whyNot(seen, simulated)}`);
    }
  }
  const duplicates = [...simulated.shown].filter(([, count]) => count > 1).map(([name]) => name);
  return { duplicates, unaccounted, ends };
}

function plannedIn(subscription: Subscription, { begin, end }: Simulated) {
  const all = [];
  let next = nextOccurrence(subscription, begin);
  while (next.dueAt <= end) {
    all.push(next);
    next = nextOccurrence(subscription, next.dueAt);
  }
  return all;
}

interface Seen {
  readonly name: string;
  readonly end: string;
  readonly dueAt: number;
  readonly shown: number;
}

/** Sent and seen once; or not sent, not seen, and for a reason that was there, which the owner knows. */
function isRight(
  { name, end, dueAt, shown }: Seen,
  closed: string | undefined,
  simulated: Simulated,
): boolean {
  if (closed !== undefined) return end === `skipped ${closed}` && shown === 0;
  if (end === 'sent') return shown === 1;
  const isLate = /^skipped (too-old|caught-up)$/.test(end);
  return isLate && shown === 0 && isExcused(dueAt, simulated) && simulated.told.has(name);
}

function isExcused(dueAt: number, { gaps }: Simulated): boolean {
  return gaps.some(({ from, to }) => dueAt >= from && dueAt <= to);
}

function whyNot({ name, dueAt }: Seen, simulated: Simulated): string {
  const excuse = isExcused(dueAt, simulated) ? '' : ', nothing was in its way';
  return simulated.told.has(name) ? excuse : `${excuse}, nobody was told`;
}
