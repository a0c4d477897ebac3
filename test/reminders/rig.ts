import type { Proposal } from '../../src/actions/change-ports.ts';
import type { PostResult } from '../../src/digests/ports.ts';
import type { PersonId } from '../../src/domain/person.ts';
import type { Project } from '../../src/domain/project.ts';
import { type ReminderEngine, reminderEngine } from '../../src/reminders/engine.ts';
import type { ReminderParts } from '../../src/reminders/engine-parts.ts';
import type { ReminderStore } from '../../src/reminders/ports.ts';
import type { Database } from '../../src/store/database.ts';
import { digestStore } from '../../src/store/digest-store.ts';
import { reminderStore } from '../../src/store/reminder-store.ts';
import { aMilestone, aProject, today } from '../support/factories.ts';
import { aPost, LEAD, noon } from './facts.ts';

/** What somebody was shown: `2020-08-24 U0LEAD: passed:催し`. */
type Text = string;

/** Engines over one store, a clock that only the test moves, and people who remember what they were shown. */
export interface ReminderRig {
  readonly store: ReminderStore;
  now: Date;
  projects: readonly Project[];
  proposals: readonly Proposal[];
  /** What the next posts come to; `posted` when it is used up. Shown by `posted` and by `lost`. */
  readonly answers: (PostResult | 'lost' | (() => Promise<PostResult | 'posted'>))[];
  readonly shown: Text[];
  readonly reports: string[];
  reachable: boolean;
  engine(parts?: Partial<ReminderParts<Text>>): ReminderEngine;
  tick(): Promise<void>;
  /** How the messages ended, the oldest first: `2020-08-24 sent`. */
  ends(): Promise<readonly string[]>;
}

/** A rig at noon of Monday, 24 August 2020; an event of project 8 passed on the 20th. */
export function reminderRig(database: Database, person: PersonId = LEAD): ReminderRig {
  const store = reminderStore(database);
  const rig: ReminderRig = {
    store,
    now: noon(today),
    projects: [aProject({ milestones: [aMilestone('催し').planned('R2.8.20')] })],
    proposals: [],
    answers: [],
    shown: [],
    reports: [],
    reachable: true,
    engine: (parts) => reminderEngine({ ...partsOf(rig, database, person), ...parts }),
    tick: () => rig.engine().tick(rig.now),
    ends: async () => {
      const rows = await database.prisma.reminder.findMany({
        where: { personId: person },
        orderBy: { day: 'asc' },
      });
      return rows.map(({ day, state, reason }) =>
        [day.toISOString().slice(0, 10), state, reason].filter(Boolean).join(' '),
      );
    },
  };
  return rig;
}

function partsOf(rig: ReminderRig, database: Database, person: PersonId): ReminderParts<Text> {
  return {
    store: rig.store,
    clock: async () => rig.now,
    timeZone: 'Asia/Tokyo',
    pause: async (milliseconds) => {
      rig.now = new Date(rig.now.getTime() + milliseconds);
    },
    pace: digestStore(database),
    gather: async () => ({
      projects: rig.projects,
      proposals: rig.proposals,
      posts: [aPost([person], 'lead')],
    }),
    administrators: [],
    present: async (people) => new Set(people),
    render: async ({ personId, today: day, things }) =>
      `${day} ${personId}: ${things.map(({ key }) => key).join(', ')}`,
    conversation: async (to) => (rig.reachable ? `D${to}` : null),
    poster: {
      post: async ({ message }) => {
        const next = rig.answers.shift() ?? ('posted' as const);
        const result = typeof next === 'function' ? await next() : next;
        if (result === 'posted' || result === 'lost') rig.shown.push(message);
        if (result === 'lost') return { kind: 'ambiguous', why: 'timeout' };
        return result === 'posted' ? { kind: 'posted', ts: '1.0' } : result;
      },
    },
    report: (error, during) => {
      rig.reports.push(`${during}: ${error instanceof Error ? error.message : String(error)}`);
    },
  };
}

/** Takes all reminders out of the database, but for what people said of them, which stays. */
export async function emptyReminders({ prisma }: Database): Promise<void> {
  await prisma.$transaction([
    prisma.reminderThing.deleteMany(),
    prisma.reminder.deleteMany(),
    prisma.reminderDay.deleteMany(),
    prisma.digestPace.deleteMany(),
  ]);
}
