import type { PostRecord, Proposal } from '../actions/change-ports.ts';
import type { CalendarDay } from '../domain/calendar-day.ts';
import type { PersonId } from '../domain/person.ts';
import type { Project } from '../domain/project.ts';
import type { Memory, Wanted, Wish } from './memory.ts';
import type { Thing, ThingKey } from './thing.ts';

declare const brand: unique symbol;
export type ReminderId = string & { readonly [brand]: 'ReminderId' };

/** The message of a day to a person, in the hands of one worker until its lease ends. */
export interface ReminderClaim {
  readonly id: ReminderId;
  readonly personId: PersonId;
  readonly day: CalendarDay;
  readonly fence: number;
  readonly leaseUntil: Date;
  readonly attempts: number;
}

/** How a message ends. Only `sent` and `unknown` may have told somebody something. */
export type ReminderEnd =
  | { readonly kind: 'sent'; readonly ts: string; readonly channelId: string }
  | { readonly kind: 'skipped'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Where reminders are kept. Each call is one transaction; each rejects when the store is down. */
export interface ReminderStore {
  hasOpened(day: CalendarDay): Promise<boolean>;
  /** Gives each of the people a message of that day; false where that was done before, by this process or another. */
  open(day: CalendarDay, people: readonly PersonId[], at: Date): Promise<boolean>;
  /**
   * What a worker left while its message may have been on its way becomes unknown; what waits from a day before
   * `today` is skipped: its things are told with those of another day. How many were of either kind.
   */
  sweep(now: Date, today: CalendarDay): Promise<number>;
  /** Leases one message that waits, or that a worker held for too long without posting; null when there is none. */
  claim(at: { readonly now: Date; readonly leaseUntil: Date }): Promise<ReminderClaim | null>;
  /**
   * Right before posting: notes of what it tells and that it may be on its way. `lost`: the lease is over.
   * `changed`: the person has said something of reminders since `lastWish`.
   */
  confirm(
    claim: ReminderClaim,
    at: { readonly now: Date; readonly things: readonly Thing[]; readonly lastWish: bigint },
  ): Promise<'go' | 'lost' | 'changed'>;
  /** Back to those who wait: nothing was posted. False when the claim was lost. */
  giveBack(
    claim: ReminderClaim,
    delay: { readonly notBefore: Date; readonly reason: string },
  ): Promise<boolean>;
  /** False when the claim was lost. */
  settle(claim: ReminderClaim, end: ReminderEnd, now: Date): Promise<boolean>;
  /** What is remembered of these people. */
  memoriesOf(people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, Memory>>;
}

/** What people say of reminders. */
export interface ReminderWishes {
  /** Keeps it; false where the same request key was kept before. */
  wish(wish: Wish, requestKey: string): Promise<boolean>;
  wantedOf(person: PersonId): Promise<Wanted>;
  /** Of what a message told its person; null where there is no such message of that person. */
  toldBy(id: ReminderId, person: PersonId): Promise<readonly ThingKey[] | null>;
}

/** Everything that a day's reminders are decided on, read now. */
export interface Gathered {
  readonly projects: readonly Project[];
  readonly proposals: readonly Proposal[];
  readonly posts: readonly PostRecord[];
}

/** What a person is told in one message. */
export interface ReminderOrder {
  readonly id: ReminderId;
  readonly personId: PersonId;
  readonly today: CalendarDay;
  readonly things: readonly Thing[];
  /** How many more are left for another day. */
  readonly left: number;
}
