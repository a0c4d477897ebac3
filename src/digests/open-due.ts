import { lateAfter } from './due.ts';
import { type EngineParts, later } from './engine-parts.ts';
import { periodsDue } from './plan.ts';
import type { Opening } from './ports.ts';
import type { Subscription } from './subscription.ts';

/** How many subscriptions of a tick, and periods of a subscription, get their rows at once. */
const mostSubscriptions = 2_000;
const mostPeriods = 100;
/** How many subscriptions are read at once, and moved on by a transaction: so few that no answer to a person waits for them. */
const readAtOnce = 50;
const atOnce = 5;

type Parts<Message> = Pick<EngineParts<Message>, 'store' | 'report'>;

/**
 * Gives every period that fell due its row, the longest waiting first, and calls `opened` after each transaction that
 * did, unless some are late: of those a channel gets the newest, which nobody knows before all have their rows. A
 * broken subscription is reported and keeps no other one waiting. Rejects when the store cannot be asked.
 */
export async function openDue<Message>(
  parts: Parts<Message>,
  { now, opened }: { readonly now: Date; readonly opened: () => void },
): Promise<void> {
  let isLate = false;
  let last: Subscription | undefined;
  for (let read = 0; read < mostSubscriptions; read += readAtOnce) {
    const due = await parts.store.listDue(now, readAtOnce, last);
    // Those that are late come first.
    isLate ||= due.some(({ nextRunAt }) => nextRunAt < later(now, -lateAfter));
    for (let from = 0; from < due.length; from += atOnce) {
      const openings = due.slice(from, from + atOnce).flatMap((each) => openingOf(parts, each, now));
      if ((await openTogether(parts, openings)) && !isLate) opened();
    }
    if (due.length < readAtOnce) return;
    last = due.at(-1);
  }
}

/** None where its schedule cannot be read. */
function openingOf<Message>(
  { report }: Parts<Message>,
  subscription: Subscription,
  now: Date,
): readonly Opening[] {
  try {
    const { nextRunAt: from } = subscription;
    return [{ subscription, ...periodsDue(subscription, { from, now, most: mostPeriods }) }];
  } catch (error) {
    report(error, during(subscription));
    return [];
  }
}

/** All in one transaction; each in its own where that fails, so that only the broken one is left out. */
async function openTogether<Message>(parts: Parts<Message>, openings: readonly Opening[]): Promise<boolean> {
  if (openings.length === 0) return false;
  try {
    await parts.store.open(openings);
    return true;
  } catch (error) {
    if (openings.length > 1) return await openEach(parts, openings);
    for (const { subscription } of openings) parts.report(error, during(subscription));
    return false;
  }
}

async function openEach<Message>(parts: Parts<Message>, openings: readonly Opening[]): Promise<boolean> {
  let any = false;
  for (const opening of openings) any = (await openTogether(parts, [opening])) || any;
  return any;
}

function during({ id }: Subscription): string {
  return `opening periods of subscription ${id}`;
}
