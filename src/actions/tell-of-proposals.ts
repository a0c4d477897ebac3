import type { PersonId } from '../domain/person.ts';
import type { ChangeStore, Notice, Proposal } from './change-ports.ts';
import { administratorsOf, decidersOf } from './writes/may-write.ts';

/**
 * What came of telling somebody. `unsent`: certainly nothing was sent, so that it can be tried again. `unsure`:
 * something may have been; the reminder is what comes next.
 */
export type Telling = 'told' | 'unreachable' | 'unsent' | 'unsure';

/** What telling people of proposals needs. */
export interface TellPorts {
  readonly store: Pick<
    ChangeStore,
    'untoldProposals' | 'claimNotice' | 'releaseNotice' | 'noteTold' | 'listPosts' | 'writersOf'
  >;
  /** Administrators by configuration. */
  readonly administrators: readonly PersonId[];
  /** Tells one person; never rejects. */
  readonly tell: (proposal: Proposal, notice: Notice) => Promise<Telling>;
  /** Notes what went wrong with one proposal; the others are gone through all the same. */
  readonly report: (problem: unknown) => void;
}

/**
 * Asks those who decide on a proposal, each at most once, however often and in how many processes it is called.
 * Where none of them can be reached (a lead has left, and nobody has taken the post yet), administrators are asked.
 */
export async function announceProposal(ports: TellPorts, proposal: Proposal, now: Date): Promise<void> {
  const ask = await decidersOf(ports, proposal.projectId);
  const asked = await tellEach(ports, { proposal, about: 'asked', people: ask, now });
  const nobody = asked.every((telling) => telling === 'unreachable');
  const others = nobody ? (await administratorsOf(ports)).filter((id) => !ask.includes(id)) : [];
  const more = await tellEach(ports, { proposal, about: 'asked', people: others, now });
  if ([...asked, ...more].includes('unsent')) return;
  await ports.store.noteTold(proposal.id, 'asked', now);
}

/** Tells the author, at most once, what became of a proposal that is decided. */
export async function announceResult(ports: TellPorts, proposal: Proposal, now: Date): Promise<void> {
  const people = [proposal.author.personId];
  const told = await tellEach(ports, { proposal, about: 'result', people, now });
  if (!told.includes('unsent')) await ports.store.noteTold(proposal.id, 'result', now);
}

/** Tells what nobody came to tell: the process ended before, or Slack could not be reached. */
export async function tellUntold(ports: TellPorts, now: Date): Promise<void> {
  for (const [about, announce] of [
    ['asked', announceProposal],
    ['result', announceResult],
  ] as const) {
    for (const proposal of await ports.store.untoldProposals(about)) {
      await announce(ports, proposal, now).catch(ports.report);
    }
  }
}

interface Round extends Pick<Notice, 'about'> {
  readonly proposal: Proposal;
  readonly people: readonly PersonId[];
  readonly now: Date;
}

async function tellEach(ports: TellPorts, { proposal, about, people, now }: Round): Promise<Telling[]> {
  const tellings: Telling[] = [];
  for (const personId of people) {
    tellings.push(
      await tellOne(ports, { notice: { proposalId: proposal.id, about, personId }, proposal, now }),
    );
  }
  return tellings;
}

/** The claim comes first: a process that ends in between leaves it to the reminder, and never tells twice. */
async function tellOne(
  { store, tell }: TellPorts,
  { notice, proposal, now }: { readonly notice: Notice; readonly proposal: Proposal; readonly now: Date },
): Promise<Telling> {
  if (!(await store.claimNotice(notice, now))) return 'unsure';
  const telling = await tell(proposal, notice);
  if (telling === 'unsent') await store.releaseNotice(notice);
  return telling;
}
