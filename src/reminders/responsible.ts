import type { PostRecord } from '../actions/change-ports.ts';
import type { ProjectRole } from '../domain/change.ts';
import type { PersonId } from '../domain/person.ts';
import type { ProjectId } from '../domain/project.ts';

/** Who is in which post. */
export interface Staffing {
  readonly posts: readonly PostRecord[];
  /** Administrators by configuration. */
  readonly administrators: readonly PersonId[];
  /** Whether the person can be told anything: who has left is in a post until somebody takes it over. */
  readonly isThere: (person: PersonId) => boolean;
}

/**
 * Whom a project is the matter of: those in its leading posts; where nobody is, those in its deputies' posts; where
 * nobody is there either, the administrators. Each once.
 */
export function responsibleFor(project: ProjectId, staffing: Staffing): readonly PersonId[] {
  const inPosts = (role: ProjectRole) =>
    peopleOf(staffing, ({ roles }) => roles.some((each) => each.projectId === project && each.role === role));
  const groups = [inPosts('lead'), inPosts('deputy'), administratorsAmong(staffing)];
  return groups.find((people) => people.length > 0) ?? [];
}

/** All who may be responsible for anything. */
export function everybody({ posts, administrators }: Omit<Staffing, 'isThere'>): readonly PersonId[] {
  const occupants = posts.flatMap((post) => post.occupants.map(({ personId }) => personId));
  return [...new Set([...administrators, ...occupants])];
}

function administratorsAmong(staffing: Staffing): readonly PersonId[] {
  const byPost = peopleOf(staffing, ({ isAdministrator }) => isAdministrator);
  return [...new Set([...staffing.administrators.filter(staffing.isThere), ...byPost])];
}

function peopleOf({ posts, isThere }: Staffing, isMeant: (post: PostRecord) => boolean): readonly PersonId[] {
  const people = posts.filter(isMeant).flatMap((post) => post.occupants.map(({ personId }) => personId));
  return [...new Set(people)].filter(isThere);
}
