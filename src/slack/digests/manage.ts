import { authorOf } from '../../actions/writes/may-write.ts';
import type { OccurrenceId } from '../../digests/occurrence.ts';
import { firstRun } from '../../digests/plan.ts';
import type { EditResult, SharedClock, SubscriptionStore, Versioned } from '../../digests/ports.ts';
import type { Subscription, SubscriptionId, SubscriptionSettings } from '../../digests/subscription.ts';
import type { Doing, PeriodAct } from '../../digests/subscription-change.ts';
import { addDays, dayAt } from '../../domain/calendar-day.ts';
import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Person, PersonId } from '../../domain/person.ts';
import { type DigestRights, maySetDigests, whoMaySetDigests } from './may-set.ts';

/** What setting digests up needs. */
export interface ManagePorts {
  readonly subscriptions: SubscriptionStore;
  readonly clock: SharedClock;
  readonly rights: DigestRights;
}

/** What a person fills in: who does becomes the owner. */
export type SettingsDraft = Omit<SubscriptionSettings, 'ownerId' | 'kind'>;

export const subscriptionStates = ['active', 'paused', 'removed'] as const;
export type SubscriptionState = (typeof subscriptionStates)[number];

export type ManageRefusal =
  | { readonly kind: 'may-not'; readonly ask: readonly PersonId[] }
  | { readonly kind: 'gone' }
  | { readonly kind: 'conflict' }
  /** Of that period somebody has said it already, or nothing is to be said. */
  | { readonly kind: 'answered' };

/** The subscription as it stands now, or stood when it was removed. */
export interface ManagedOne {
  readonly subscription: Subscription;
  /** When the period was due that was spoken of; none where it was of the digest as a whole. */
  readonly dueAt?: Date;
}

/** What became of it. */
export interface Managed extends ManagedOne {
  readonly state: SubscriptionState;
}

type Answer<Value> = Promise<Outcome<Value, ManageRefusal>>;

/** Sets a digest up, or changes one whose version the person saw. The same `requestKey` sets up one. */
export async function saveSubscription(
  ports: ManagePorts,
  asked: {
    readonly person: Person;
    readonly draft: SettingsDraft;
    readonly seen: Versioned | null;
    readonly state: SubscriptionState;
    readonly requestKey: string;
  },
): Answer<Managed> {
  const { person, draft, seen, state, requestKey } = asked;
  const mayNot = await refusalOf(ports, person);
  if (mayNot !== null) return refuse(mayNot);
  const { subscriptions } = ports;
  const doing = await doingOf(ports, person);
  const now = doing.at;
  const settings: SubscriptionSettings = { ...draft, kind: 'weekly-digest', ownerId: person.id };
  const nextRunAt = await nextRunOf(ports, settings, { now, id: seen?.id ?? null });
  if (seen === null) {
    const added = await subscriptions.add(settings, { requestKey, nextRunAt, ...doing });
    // What was paused since its first delivery stays so.
    return state === 'paused'
      ? inState(ports, added, { state, doing })
      : accept({ state: 'active', subscription: added });
  }
  // What is removed is removed as it stood.
  if (state === 'removed') return managed(await subscriptions.remove(seen, doing), state);
  const edited = await subscriptions.edit(seen, settings, { nextRunAt, ...doing });
  if (edited.kind === 'saved') return inState(ports, edited.subscription, { state, doing });
  if (edited.current === null) return refuse({ kind: 'gone' });
  // A second delivery finds what the first one wrote.
  return holds(edited.current, settings)
    ? inState(ports, edited.current, { state, doing })
    : refuse({ kind: 'conflict' });
}

/** Pauses or resumes a digest whose version the person saw. */
export async function switchSubscription(
  ports: ManagePorts,
  { person, seen, to }: { person: Person; seen: Versioned; to: 'active' | 'paused' },
): Answer<Managed> {
  const mayNot = await refusalOf(ports, person);
  if (mayNot !== null) return refuse(mayNot);
  const current = await ports.subscriptions.find(seen.id);
  if (current === null) return refuse({ kind: 'gone' });
  if (current.version !== seen.version && (current.pausedAt !== null) !== (to === 'paused')) {
    return refuse({ kind: 'conflict' });
  }
  return inState(ports, current, { state: to, doing: await doingOf(ports, person) });
}

/** いますぐ投稿する: a period of its own, due now; a second delivery of the press makes no second one. */
export async function sendNow(
  ports: ManagePorts,
  { person, id, requestKey }: { person: Person; id: SubscriptionId; requestKey: string },
): Answer<ManagedOne> {
  const mayNot = await refusalOf(ports, person);
  if (mayNot !== null) return refuse(mayNot);
  const subscription = await ports.subscriptions.find(id);
  if (subscription === null) return refuse({ kind: 'gone' });
  const doing = await doingOf(ports, person);
  const dueAt = doing.at;
  const first = dayAt(dueAt, subscription.timeZone);
  const span = { first, last: addDays(first, 7 * subscription.weeksAhead - 1) };
  await ports.subscriptions.addByHand(id, { periodKey: `by-hand ${requestKey}`, dueAt, span }, doing);
  return accept({ subscription });
}

/** 再送, 投稿済みにする. */
export async function answerForPeriod(
  ports: ManagePorts,
  asked: { person: Person; id: OccurrenceId; answer: Exclude<PeriodAct, 'send'> },
): Answer<ManagedOne> {
  const mayNot = await refusalOf(ports, asked.person);
  if (mayNot !== null) return refuse(mayNot);
  const doing = await doingOf(ports, asked.person);
  const subscription = await ports.subscriptions.resolve(asked.id, asked.answer, doing);
  if (subscription === null) return refuse({ kind: 'answered' });
  const period = await ports.subscriptions.findOccurrence(asked.id);
  return accept({ subscription, ...(period && { dueAt: period.dueAt }) });
}

/** Agrees that another organisation reads the digest as well. */
export async function confirmShared(
  ports: ManagePorts,
  { person, id }: { person: Person; id: SubscriptionId },
): Answer<ManagedOne> {
  const mayNot = await refusalOf(ports, person);
  if (mayNot !== null) return refuse(mayNot);
  const current = await ports.subscriptions.find(id);
  if (current === null) return refuse({ kind: 'gone' });
  if (current.confirmedShared) return accept({ subscription: current });
  const agreed = { ...current, confirmedShared: true };
  const edited = await ports.subscriptions.edit(current, agreed, {
    ...(await doingOf(ports, person)),
    nextRunAt: current.nextRunAt,
    act: 'confirm-shared',
  });
  return edited.kind === 'saved' ? accept(edited) : refuse({ kind: 'conflict' });
}

async function refusalOf({ rights }: ManagePorts, person: Person): Promise<ManageRefusal | null> {
  return (await maySetDigests(rights, person))
    ? null
    : { kind: 'may-not', ask: await whoMaySetDigests(rights) };
}

/** Who does it, with the posts held now, and when: for the trail. */
async function doingOf({ clock, rights }: ManagePorts, person: Person): Promise<Doing> {
  return { by: authorOf(person.id, await rights.store.standingOf(person.id)), at: await clock() };
}

async function inState(
  ports: ManagePorts,
  subscription: Subscription,
  { state, doing }: { readonly state: SubscriptionState; readonly doing: Doing },
): Answer<Managed> {
  const { subscriptions } = ports;
  const isPaused = subscription.pausedAt !== null;
  if (isPaused === (state === 'paused') && state !== 'removed') return accept({ state, subscription });
  const { id } = subscription;
  const change = async (): Promise<EditResult> => {
    if (state === 'removed') return subscriptions.remove(subscription, doing);
    if (state === 'paused') return subscriptions.pause(subscription, { ...doing, because: 'person' });
    const nextRunAt = await nextRunOf(ports, subscription, { now: doing.at, id });
    return subscriptions.resume(subscription, { ...doing, nextRunAt });
  };
  return managed(await change(), state);
}

function managed(changed: EditResult, state: SubscriptionState): Outcome<Managed, ManageRefusal> {
  if (changed.kind === 'saved') return accept({ state, subscription: changed.subscription });
  return refuse({ kind: changed.current === null ? 'gone' : 'conflict' });
}

/** Periods that were sent under earlier settings and may not have come again. */
const looksBackFor = 60 * 86_400_000;

async function nextRunOf(
  { subscriptions }: ManagePorts,
  settings: SubscriptionSettings,
  { now, id }: { readonly now: Date; readonly id: SubscriptionId | null },
): Promise<Date> {
  const since = new Date(now.getTime() - looksBackFor);
  const usedKeys = id === null ? new Set<string>() : await subscriptions.usedKeys(id, since);
  return firstRun(settings, { now, usedKeys }).dueAt;
}

function holds(current: Subscription, settings: SubscriptionSettings): boolean {
  return Object.entries(settings).every(
    ([name, value]) => JSON.stringify(current[name as keyof SubscriptionSettings]) === JSON.stringify(value),
  );
}
