import { WebAPIPlatformError } from '@slack/web-api';
import { previewProposal } from '../../actions/preview-proposal.ts';
import type { WritePorts } from '../../actions/writes/gather.ts';
import type { DigestStore, SharedClock } from '../../digests/ports.ts';
import type { PersonId, PersonStanding } from '../../domain/person.ts';
import { reminderEngine } from '../../reminders/engine.ts';
import type { Gathered, ReminderOrder, ReminderStore, ReminderWishes } from '../../reminders/ports.ts';
import type { DigestMessage } from '../digests/message.ts';
import { type PosterOptions, slackPoster } from '../digests/poster.ts';
import type { DirectMessages } from '../direct-messages.ts';
import type { Directory } from '../directory.ts';
import type { ProposalFacts } from '../messages/proposal.ts';
import { wordsIn } from '../words/index.ts';
import { reminderMessage } from './message.ts';

/** Where reminders are kept and by what they are told the time. */
export interface ReminderStores {
  readonly store: ReminderStore;
  readonly wishes: ReminderWishes;
  /** The pace of all posts of the workspace. */
  readonly pace: Pick<DigestStore, 'reserve' | 'slowDown'>;
  /** The one clock of all replicas. */
  readonly clock: SharedClock;
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** Everything that has to do with reminders, put together. */
export interface ReminderDesk {
  readonly wishes: ReminderWishes;
  readonly clock: SharedClock;
  readonly timeZone: string;
  /** Tells people what waits for them, once a business day; rejects while the store is down. */
  tick(): Promise<void>;
}

export interface ReminderDeskParts {
  readonly stores: ReminderStores;
  readonly connection: PosterOptions;
  readonly read: WritePorts;
  readonly directory: Directory;
  readonly directMessages: DirectMessages;
  readonly timeZone: string;
  readonly report: (problem: unknown) => string;
}

/** The engine of reminders with its ports to Slack. */
export function reminderDesk(parts: ReminderDeskParts): ReminderDesk {
  const { stores, connection, read, directory, directMessages, timeZone, report } = parts;
  const { store, wishes, pace, clock, pause } = stores;
  const engine = reminderEngine<DigestMessage>({
    store,
    clock,
    pause,
    pace,
    timeZone,
    administrators: read.administrators,
    gather: () => gatherAll(read),
    present: (people) => membersAmong(directory, people),
    render: (order) => render(parts, order),
    conversation: (person) => directMessages.conversationWith(person),
    poster: slackPoster(connection),
    report: (problem) => void report(problem),
  });
  return { wishes, clock, timeZone, tick: async () => engine.tick(await clock()) };
}

async function gatherAll({ reader, store }: WritePorts): Promise<Gathered> {
  const [listed, proposals, posts] = await Promise.all([
    reader.listProjects(),
    store.openProposals({}),
    store.listPosts(),
  ]);
  const projects = await Promise.all(listed.map(({ number }) => reader.findProject(number)));
  return { projects: projects.filter((project) => project !== null), proposals, posts };
}

/** Guests, people of other organisations and closed accounts are told nothing. */
async function membersAmong(
  directory: Directory,
  people: readonly PersonId[],
): Promise<ReadonlySet<PersonId>> {
  const known = await Promise.all(people.map((id) => standingOf(directory, id)));
  return new Set(people.filter((_, index) => known[index] === 'member'));
}

/** An id that Slack does not know (a slip in ADMIN_USER_IDS) keeps nobody else waiting. */
async function standingOf(directory: Directory, id: PersonId): Promise<PersonStanding | null> {
  try {
    return (await directory.personOf(id)).standing;
  } catch (problem) {
    if (problem instanceof WebAPIPlatformError && problem.data.error.startsWith('user_not_')) return null;
    throw problem;
  }
}

async function render(
  { read, directory, stores, timeZone }: ReminderDeskParts,
  { id, personId, today, things, left }: ReminderOrder,
): Promise<DigestMessage> {
  const [{ language }, now] = await Promise.all([directory.personOf(personId), stores.clock()]);
  const proposals = new Map<(typeof things)[number]['key'], ProposalFacts>();
  for (const thing of things) {
    if (thing.kind !== 'proposal') continue;
    const { proposal, key } = thing;
    const preview = await previewProposal(read, { proposal, now, today });
    proposals.set(key, { ...preview, proposal, timeZone });
  }
  return reminderMessage({ id, today, things, left, proposals }, wordsIn(language));
}
