import type { PersonId } from '../domain/person.ts';
import type { ChangeStore, Notice, Proposal } from './change-ports.ts';
import { administratorsOf, decidersOf } from './writes/may-write.ts';

/**
 * What came of telling somebody. `failed`: nothing was sent and nothing will be, and why, in a word. `unsent`:
 * certainly nothing was sent, so that it can be tried again. `unsure`: something may have been; the reminder is what
 * comes next.
 */
export type Telling =
  | { readonly kind: 'told' | 'unsent' | 'unsure' }
  | { readonly kind: 'failed'; readonly why: string };

/** What telling people of proposals needs. */
export interface TellPorts {
  readonly store: Pick<
    ChangeStore,
    'untoldProposals' | 'claimNotice' | 'deferNotice' | 'failNotice' | 'noteTold' | 'listPosts' | 'writersOf'
  >;
  /** Administrators by configuration. */
  readonly administrators: readonly PersonId[];
  /** Tells one person; never rejects. */
  readonly tell: (proposal: Proposal, notice: Notice) => Promise<Telling>;
  /** Notes what went wrong with one proposal; the others are gone through all the same. */
  readonly report: (problem: unknown) => void;
}

/** The waits between the attempts to tell somebody, in minutes; the last one is repeated. */
const waits = [1, 2, 4, 8, 15, 30, 60];

/** A day of attempts. Whoever decides is reminded after two business days all the same. */
const mostAttempts = 30;

const minute = 60_000;

/** How far one person is told: `reached` for certain or perhaps, tried again `later`, or `failed` for good. */
type Reach = 'reached' | 'later' | 'failed';

/**
 * Asks those who decide on a proposal, each at most once, however often and in how many processes it is called.
 * Where none of them can be reached (a lead has left, and nobody has taken the post yet), administrators are asked;
 * where they cannot be either, the author learns that, and whom to speak to.
 */
export async function announceProposal(ports: TellPorts, proposal: Proposal, now: Date): Promise<void> {
  const deciders = await decidersOf(ports, proposal.projectId);
  const asked = await tellEach(ports, { proposal, about: 'asked', people: deciders, now });
  const others = asked.every(hasFailed) ? await administratorsOf(ports) : [];
  const people = others.filter((id) => !deciders.includes(id));
  const all = [...asked, ...(await tellEach(ports, { proposal, about: 'asked', people, now }))];
  const isStuck = all.length > 0 && all.every(hasFailed);
  const author = isStuck ? [proposal.author.personId] : [];
  const told = await tellEach(ports, { proposal, about: 'stuck', people: author, now });
  if ([...all, ...told].includes('later')) return;
  if (isStuck) ports.report(new Error(`nobody who decides on the proposal ${proposal.id} could be told`));
  await ports.store.noteTold(proposal.id, 'asked', now);
}

/** Tells the author, at most once, what became of a proposal that is decided. */
export async function announceResult(ports: TellPorts, proposal: Proposal, now: Date): Promise<void> {
  const people = [proposal.author.personId];
  const told = await tellEach(ports, { proposal, about: 'result', people, now });
  if (!told.includes('later')) await ports.store.noteTold(proposal.id, 'result', now);
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

function hasFailed(reach: Reach): boolean {
  return reach === 'failed';
}

interface Round extends Pick<Notice, 'about'> {
  readonly proposal: Proposal;
  readonly people: readonly PersonId[];
  readonly now: Date;
}

async function tellEach(ports: TellPorts, { proposal, about, people, now }: Round): Promise<Reach[]> {
  const reached: Reach[] = [];
  for (const personId of people) {
    const notice = { proposalId: proposal.id, about, personId };
    reached.push(await tellOne(ports, { notice, proposal, now }));
  }
  return reached;
}

/** The claim comes first: a process that ends in between leaves it to the reminder, and never tells twice. */
async function tellOne(
  { store, tell }: TellPorts,
  { notice, proposal, now }: { readonly notice: Notice; readonly proposal: Proposal; readonly now: Date },
): Promise<Reach> {
  const claim = await store.claimNotice(notice, now);
  if (claim.kind !== 'claimed') return before[claim.kind];
  const telling = await tell(proposal, notice);
  if (telling.kind === 'told' || telling.kind === 'unsure') return 'reached';
  if (telling.kind === 'unsent' && claim.attempts < mostAttempts) {
    await store.deferNotice(notice, new Date(now.getTime() + waitAfter(claim.attempts)));
    return 'later';
  }
  await store.failNotice(notice, telling.kind === 'failed' ? telling.why : 'attempts_exhausted');
  return 'failed';
}

const before = { taken: 'reached', deferred: 'later', failed: 'failed' } as const;

function waitAfter(attempts: number): number {
  return (waits[attempts - 1] ?? 60) * minute;
}
