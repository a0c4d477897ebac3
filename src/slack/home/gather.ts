import { listProjects } from '../../actions/ask.ts';
import type { Proposal } from '../../actions/change-ports.ts';
import { previewProposal } from '../../actions/preview-proposal.ts';
import type { AskRefusal } from '../../actions/refusal.ts';
import { rightOf } from '../../actions/writes/may-write.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import { accept, type Outcome } from '../../domain/outcome.ts';
import type { Person } from '../../domain/person.ts';
import type { ProjectSummary } from '../../domain/project.ts';
import { type Thing, thingsOf } from '../../reminders/thing.ts';
import type { ProposalFacts } from '../messages/proposal.ts';
import type { ModalServices } from '../modals/services.ts';

/** All that Home is put together from. */
export interface HomeFacts {
  readonly projects: readonly ProjectSummary[];
  /** The numbers of those in which the person has a role. */
  readonly mine: ReadonlySet<number>;
  /** What the person's own projects wait for, what asks for attention first comes first. */
  readonly things: readonly Thing[];
  /** How many proposals wait for the person, and the oldest of them with what they would change. */
  readonly waiting: number;
  readonly proposals: readonly ProposalFacts[];
  readonly administers: boolean;
}

export type HomeServices = Pick<ModalServices, 'ports' | 'writes' | 'now' | 'today' | 'timeZone'>;

/** So many proposals are read in full; the others are counted. */
const mostProposals = 20;

/** Gathers what Home shows to the person today. Refuses who may not read, and says so when there are no projects. */
export async function gatherHome(
  { ports, writes, now, today, timeZone }: HomeServices,
  person: Person,
): Promise<Outcome<HomeFacts, AskRefusal>> {
  const found = await listProjects(ports, person);
  if (!found.ok) return found;
  const [standing, open] = await Promise.all([
    ports.store.standingOf(person.id),
    ports.store.openProposals({}),
  ]);
  const writer = { person, standing, administrators: ports.administrators };
  const mayDecide = ({ projectId }: Proposal) => rightOf(writer, { by: 'writers', projectId }) === 'write';
  const waiting = open.filter(mayDecide);
  const roles = new Set(standing.roles.map(({ projectId }) => projectId));
  const own = found.value.filter(({ id }) => roles.has(id));
  const day = today();
  return accept({
    projects: found.value,
    mine: new Set(own.map(({ number }) => number)),
    things: await thingsIn(own, ports, day),
    waiting: waiting.length,
    proposals: await Promise.all(
      waiting.slice(0, mostProposals).map(async (proposal) => ({
        ...(await previewProposal(writes, { proposal, now: now(), today: day })),
        proposal,
        timeZone,
      })),
    ),
    administers: rightOf(writer, { by: 'administrators', projectId: null }) === 'write',
  });
}

async function thingsIn(
  own: readonly ProjectSummary[],
  { reader }: HomeServices['ports'],
  today: CalendarDay,
): Promise<readonly Thing[]> {
  const read = await Promise.all(own.map(({ number }) => reader.findProject(number)));
  const things = read.flatMap((project) => (project === null ? [] : thingsOf(project, today)));
  return urgency.flatMap((kind) => things.filter((thing) => thing.kind === kind));
}

const urgency = ['passed', 'late', 'opened'] as const satisfies readonly Thing['kind'][];
