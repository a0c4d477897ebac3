import type { Author } from '../../domain/change.ts';
import type { Person, PersonId } from '../../domain/person.ts';
import type { ProjectId } from '../../domain/project.ts';
import type { ChangeStore, Guard, Standing } from '../change-ports.ts';

/** What a person may do with a change. */
export type Right = 'write' | 'propose' | 'nothing';

/** Who wants to write, as the workspace and the store know that person at this moment. */
export interface Writer {
  readonly person: Person;
  readonly standing: Standing;
  /** Administrators by configuration. */
  readonly administrators: readonly PersonId[];
}

/** Whose right it takes, and to which project. */
export interface Needed {
  readonly by: 'writers' | 'administrators';
  readonly projectId: ProjectId | null;
}

/**
 * What the person may do. Only members of the workspace do anything. Administrators (by configuration or by a
 * post) write everywhere; leads and deputies write to their projects; other members propose to a project.
 */
export function rightOf(writer: Writer, { by, projectId }: Needed): Right {
  if (writer.person.standing !== 'member') return 'nothing';
  if (isAdministrator(writer)) return 'write';
  if (by === 'administrators' || projectId === null) return 'nothing';
  return writer.standing.roles.some((role) => role.projectId === projectId) ? 'write' : 'propose';
}

/** What has to hold within the transaction: that the person may still write all of it. */
export function guardOf(
  { person, administrators }: Omit<Writer, 'standing'>,
  asked: readonly Needed[],
): Guard {
  return {
    person: person.id,
    allows: (standing) =>
      asked.every((each) => rightOf({ person, standing, administrators }, each) === 'write'),
  };
}

/** Whether the person administers. Does not ask for the standing in the workspace. */
function isAdministrator({ person, standing, administrators }: Writer): boolean {
  return administrators.includes(person.id) || standing.posts.some((post) => post.isAdministrator);
}

/** The author of a change, with the posts held now as text. */
export function authorOf(person: PersonId, { posts }: Standing): Author {
  return { personId: person, posts: posts.map(({ label }) => label) };
}

interface AskedPorts {
  readonly store: Pick<ChangeStore, 'listPosts' | 'writersOf'>;
  readonly administrators: readonly PersonId[];
}

/** All administrators, those by configuration first. */
export async function administratorsOf({ store, administrators }: AskedPorts): Promise<readonly PersonId[]> {
  const posts = (await store.listPosts()).filter(({ isAdministrator: administers }) => administers);
  const occupants = posts.flatMap((post) => post.occupants.map(({ personId }) => personId));
  return [...new Set([...administrators, ...occupants])];
}

/** Who decides on a proposal to the project: leads, then deputies; administrators where there is neither. */
export async function decidersOf(ports: AskedPorts, project: ProjectId): Promise<readonly PersonId[]> {
  const writers = await ports.store.writersOf(project);
  return writers.length === 0
    ? administratorsOf(ports)
    : [...new Set(writers.map(({ personId }) => personId))];
}
