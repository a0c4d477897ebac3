import type { DigestStore, Notice } from '../../src/digests/ports.ts';
import type { CalendarDay } from '../../src/domain/calendar-day.ts';
import type { PersonId } from '../../src/domain/person.ts';
import type { Gathered, ReminderStore } from '../../src/reminders/ports.ts';
import type { Posted, SoakSlack } from './slacks.ts';

/** What went on, in numbers. */
export interface Counts {
  posts: number;
  reminders: number;
  kills: number;
  freezes: number;
  reports: number;
  failedTicks: number;
  ticks: number;
  notices: number;
  resent: number;
  confirmed: number;
  clockJumps: number;
  outages: number;
}

/** A reminder as a person was shown it. */
export interface Reminded {
  readonly personId: PersonId;
  readonly day: CalendarDay;
  readonly keys: readonly string[];
  readonly at: Date;
  /** Where it stands. */
  readonly conversation: string;
}

/** A reminder as a text, and back; null for what is none. */
export function writeReminded({ personId, day, keys, at }: Omit<Reminded, 'conversation'>): string {
  return ['remind', personId, day, at.toISOString(), ...keys].join(' ');
}

export function readReminded({ text, conversation }: Posted): Reminded | null {
  const [word, personId, day, at = '', ...keys] = text.split(' ');
  if (word !== 'remind') return null;
  return { personId: personId as PersonId, day: day as CalendarDay, keys, at: new Date(at), conversation };
}

/** The one thing that several processes share: store, clock, Slack and people. */
export interface World {
  readonly store: DigestStore;
  readonly counts: Counts;
  /** Whether what has that probability happens now. */
  readonly chance: (probability: number) => boolean;
  readonly now: () => Date;
  /** Time passes until then, if it has not yet. */
  readonly passTo: (instant: number) => void;
  readonly isDatabaseGone: () => boolean;
  readonly isSlackGone: () => boolean;
  readonly slack: Pick<SoakSlack, 'send'>;
  readonly reminders: ReminderStore;
  readonly duties: (today: CalendarDay) => Gathered;
  readonly tell: (notice: Notice) => 'told' | 'later';
  /** Processes that are frozen: each call wakes one and resolves when it has done what it was about to do. */
  readonly frozen: (() => Promise<void>)[];
}

export function noCounts(): Counts {
  return {
    posts: 0,
    reminders: 0,
    kills: 0,
    freezes: 0,
    reports: 0,
    failedTicks: 0,
    ticks: 0,
    notices: 0,
    resent: 0,
    confirmed: 0,
    clockJumps: 0,
    outages: 0,
  };
}
