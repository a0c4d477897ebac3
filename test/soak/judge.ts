import { nextOccurrence } from '../../src/digests/schedule.ts';
import type { Subscription } from '../../src/digests/subscription.ts';
import type { Database } from '../../src/store/database.ts';
import type { Simulated } from './simulated.ts';

/** What is wrong, and how the periods ended. */
export interface Judgement {
  readonly duplicates: readonly string[];
  /** Periods without a row, without an end, or that ended as they should not. */
  readonly unaccounted: readonly string[];
  readonly ends: Readonly<Record<string, number>>;
}

/** What is looked at of a simulation. */
export type Witnessed = Pick<Simulated, 'begin' | 'end' | 'subscriptions' | 'shown' | 'told' | 'gaps'>;

/** How a period ended, as the store has it. */
export interface KeptPeriod {
  readonly subscriptionId: string;
  readonly periodKey: string;
  readonly state: string;
  readonly reason: string | null;
}

/** All periods of the store. */
export function readPeriods({ prisma }: Database): Promise<readonly KeptPeriod[]> {
  return prisma.digestOccurrence.findMany({
    select: { subscriptionId: true, periodKey: true, state: true, reason: true },
  });
}

/** What still comes while a simulation is brought to its end: milliseconds. */
const drained = 60 * 86_400_000;

/** Compares what channels show and what the store says with what was planned. */
export function judge(periods: readonly KeptPeriod[], simulated: Witnessed): Judgement {
  const { begin, end } = simulated;
  const unaccounted: string[] = [];
  const ends: Record<string, number> = {};
  const names = new Set<string>();
  const rows = new Map(periods.map((row) => [`${row.subscriptionId} ${row.periodKey}`, row]));
  for (const subscription of simulated.subscriptions) {
    for (const planned of plannedIn(subscription, { begin, end: new Date(end.getTime() + drained) })) {
      names.add(`${subscription.channelId} ${planned.periodKey}`);
    }
    for (const planned of plannedIn(subscription, simulated)) {
      const row = rows.get(`${subscription.id} ${planned.periodKey}`);
      const name = `${subscription.channelId} ${planned.periodKey}`;
      const ended = row === undefined ? 'missing' : [row.state, row.reason].filter(Boolean).join(' ');
      ends[ended] = (ends[ended] ?? 0) + 1;
      const seen = {
        name,
        end: ended,
        dueAt: planned.dueAt.getTime(),
        shown: simulated.shown.get(name) ?? 0,
      };
      if (!isRight(seen, planned.skippedBecause?.kind, simulated))
        unaccounted.push(`${name}: ${ended}, ${seen.shown}${whyNot(seen, simulated)}`);
    }
  }
  for (const [name, count] of simulated.shown) {
    if (!names.has(name)) unaccounted.push(`${name}: not planned, ${count}`);
  }
  const duplicates = [...simulated.shown].filter(([, count]) => count > 1).map(([name]) => name);
  return { duplicates, unaccounted, ends };
}

function plannedIn(subscription: Subscription, { begin, end }: Pick<Witnessed, 'begin' | 'end'>) {
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
  simulated: Witnessed,
): boolean {
  if (closed !== undefined) return end === `skipped ${closed}` && shown === 0;
  if (end === 'sent') return shown === 1;
  const isLate = /^skipped (too-old|caught-up)$/.test(end);
  return isLate && shown === 0 && isExcused(dueAt, simulated) && simulated.told.has(name);
}

function isExcused(dueAt: number, { gaps }: Witnessed): boolean {
  return gaps.some(({ from, to }) => dueAt >= from && dueAt <= to);
}

function whyNot({ name, dueAt }: Seen, simulated: Witnessed): string {
  const excuse = isExcused(dueAt, simulated) ? '' : ', nothing was in its way';
  return simulated.told.has(name) ? excuse : `${excuse}, nobody was told`;
}
