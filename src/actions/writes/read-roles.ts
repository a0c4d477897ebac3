import { ahead } from '../../domain/agenda.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { ProjectRole } from '../../domain/change.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Person, PersonId } from '../../domain/person.ts';
import type { Project, ProjectSummary } from '../../domain/project.ts';
import type { ChangeStore, PostRecord } from '../change-ports.ts';
import { mayRead, type ReadingPolicy } from '../may-read.ts';
import type { ProjectReader } from '../ports.ts';
import type { AskRefusal } from '../refusal.ts';

type Agenda = ReturnType<typeof ahead>;

/** Posts with their people and roles, and what nobody looks after. */
export interface RolesPage {
  readonly posts: readonly PostRecord[];
  /** Administrators by configuration. */
  readonly administrators: readonly PersonId[];
  /** Projects without a lead in whose post somebody is. */
  readonly orphans: readonly ProjectSummary[];
}

interface RolesPorts {
  readonly store: Pick<ChangeStore, 'listPosts'>;
  readonly reader: ProjectReader;
  readonly policy: ReadingPolicy;
  readonly administrators: readonly PersonId[];
}

/** 権限: who may write where. Refuses who may not read. */
export async function readRoles(
  { store, reader, policy, administrators }: RolesPorts,
  person: Person,
): Promise<Outcome<RolesPage, AskRefusal>> {
  if (!mayRead(person, policy)) return refuse({ kind: 'may-not-read', standing: person.standing });
  const [posts, projects] = await Promise.all([store.listPosts(), reader.listProjects()]);
  return accept({ posts, administrators, orphans: orphansAmong(projects, posts) });
}

/** The projects that have no lead, or of whose leading posts every one is vacant. */
function orphansAmong(
  projects: readonly ProjectSummary[],
  posts: readonly PostRecord[],
): readonly ProjectSummary[] {
  const led = new Set(
    posts
      .filter(({ occupants }) => occupants.length > 0)
      .flatMap(({ roles }) => roles.filter(({ role }) => role === 'lead'))
      .map(({ projectId }) => projectId),
  );
  return projects.filter(({ id }) => !led.has(id));
}

/** What a person leaves to a successor. */
export interface HandOverSheet {
  readonly personId: PersonId;
  /** The posts that the person is in. */
  readonly posts: readonly PostRecord[];
  /** The projects of these posts, by number. */
  readonly projects: readonly HandOverProject[];
}

export interface HandOverProject {
  readonly number: number;
  readonly name: string;
  readonly role: ProjectRole;
  /** Its dates have passed and nobody has said what became of it. */
  readonly overdue: Agenda;
  /** What else lies ahead, in the order in which it asks for attention. */
  readonly open: Agenda;
  readonly indicators: readonly Indicator[];
}

interface Leaving {
  readonly personId: PersonId;
  readonly posts: readonly PostRecord[];
  readonly projects: readonly Project[];
  readonly today: CalendarDay;
}

/** 引継書: what the person holds, and how each project of it stands today. Pure. */
export function handOverSheet({ personId, posts, projects, today }: Leaving): HandOverSheet {
  const held = posts.filter(({ occupants }) => occupants.some((each) => each.personId === personId));
  const roles = held.flatMap((post) => post.roles);
  const sheets = projects
    .toSorted((a, b) => a.number - b.number)
    .flatMap((project) => {
      const own = roles.filter(({ projectId }) => projectId === project.id).map(({ role }) => role);
      const [role] = own.includes('lead') ? (['lead'] as const) : own;
      return role === undefined ? [] : [sheetOf(project, { role, today })];
    });
  return { personId, posts: held, projects: sheets };
}

function sheetOf(
  { number, name, milestones, indicators }: Project,
  { role, today }: { readonly role: ProjectRole; readonly today: CalendarDay },
): HandOverProject {
  const agenda = ahead(milestones, today);
  return {
    number,
    name,
    role,
    overdue: agenda.filter(({ status }) => status === 'overdue'),
    open: agenda.filter(({ status }) => status !== 'overdue'),
    indicators,
  };
}
