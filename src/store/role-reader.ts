import type { ChangeStore, PostRecord, Standing } from '../actions/change-ports.ts';
import type { ProjectRole } from '../domain/change.ts';
import type { PersonId } from '../domain/person.ts';
import type { ProjectId } from '../domain/project.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { Database } from './database.ts';
import { livingProject } from './project-rows.ts';
import type { Transaction } from './snapshot-table.ts';
import { isUuid } from './snapshot-tables.ts';

type Client = Database['prisma'];
type Writer = Awaited<ReturnType<ChangeStore['writersOf']>>[number];

const there = { removedAt: null } as const;

/** Roles that hold: in a project that is there. */
const rolesThere = {
  where: { ...there, project: livingProject },
  include: { project: { select: { number: true } } },
  orderBy: [{ project: { number: 'asc' } }],
} as const satisfies Prisma.Post$rolesArgs;

/** What the person may do by the posts that the person occupies now; of two roles in a project the stronger. */
export async function readStanding(prisma: Transaction, personId: PersonId): Promise<Standing> {
  const occupancies = await prisma.occupancy.findMany({
    where: { personId, ...there, post: there },
    include: { post: { include: { roles: rolesThere } } },
    orderBy: { id: 'asc' },
    relationLoadStrategy: 'join',
  });
  const posts = occupancies.map(({ post }) => post);
  const roles = posts
    .flatMap((post) => post.roles)
    .toSorted((a, b) => a.project.number - b.project.number || byRole(a, b));
  return {
    posts: posts.map((post) => ({
      id: post.id,
      label: labelOf(post),
      isAdministrator: post.isAdministrator,
    })),
    roles: firstOfEach(roles, ({ projectId }) => projectId).map(({ projectId, role }) => ({
      projectId: projectId as ProjectId,
      role,
    })),
  };
}

/** Who may write to the project by role, leads first; who holds several posts is named once, by the strongest. */
export async function readWriters(prisma: Client, projectId: ProjectId): Promise<readonly Writer[]> {
  if (!isUuid(projectId)) return [];
  const roles = await prisma.postRole.findMany({
    where: { projectId, ...there, post: there, project: livingProject },
    include: { post: { include: { occupancies: { where: there, orderBy: { id: 'asc' } } } } },
    orderBy: [{ role: 'asc' }, { id: 'asc' }],
    relationLoadStrategy: 'join',
  });
  const writers = roles.flatMap(({ role, post }) =>
    post.occupancies.map(({ personId }) => ({
      personId: personId as PersonId,
      role,
      post: labelOf(post),
    })),
  );
  return firstOfEach(writers, ({ personId }) => personId);
}

/** All posts with their occupants and roles, as `ChangeStore.listPosts` says. */
export async function readPosts(prisma: Client): Promise<readonly PostRecord[]> {
  const posts = await prisma.post.findMany({
    where: there,
    include: { occupancies: { where: there, orderBy: { id: 'asc' } }, roles: rolesThere },
    relationLoadStrategy: 'join',
  });
  return posts
    .toSorted(byName)
    .map(({ id, version, section, name, isAdministrator, occupancies, roles }) => ({
      id,
      version,
      section,
      name,
      isAdministrator,
      occupants: occupancies.map((one) => ({
        id: one.id,
        version: one.version,
        personId: one.personId as PersonId,
      })),
      roles: roles.map((one) => ({
        id: one.id,
        version: one.version,
        projectId: one.projectId as ProjectId,
        projectNumber: one.project.number,
        role: one.role,
      })),
    }));
}

/** A post as people name it: 産業政策課 主任. */
function labelOf({ section, name }: { readonly section: string; readonly name: string }): string {
  return `${section} ${name}`;
}

// The databases of the two stores do not sort Japanese alike.
const inJapanese = new Intl.Collator('ja');

interface Named {
  readonly section: string;
  readonly name: string;
}

function byName(a: Named, b: Named): number {
  return inJapanese.compare(a.section, b.section) || inJapanese.compare(a.name, b.name);
}

const rank: Readonly<Record<ProjectRole, number>> = { lead: 0, deputy: 1 };

function byRole(a: { readonly role: ProjectRole }, b: { readonly role: ProjectRole }): number {
  return rank[a.role] - rank[b.role];
}

function firstOfEach<One>(list: readonly One[], keyOf: (one: One) => string): readonly One[] {
  const first = new Map<string, One>();
  for (const one of list) if (!first.has(keyOf(one))) first.set(keyOf(one), one);
  return [...first.values()];
}
