import { administratorsOf, rightOf } from '../../actions/writes/may-write.ts';
import type { Person, PersonId } from '../../domain/person.ts';
import type { CommandPorts } from '../subcommand.ts';

/** What is asked about people who set digests up. */
export type DigestRights = Pick<CommandPorts, 'store' | 'administrators'>;

/** Whether the person may have digests sent: administrators, and whoever writes to some project. */
export async function maySetDigests(
  { store, administrators }: DigestRights,
  person: Person,
): Promise<boolean> {
  const standing = await store.standingOf(person.id);
  const writer = { person, standing, administrators };
  const [role] = standing.roles;
  return (
    rightOf(writer, { by: 'administrators', projectId: null }) === 'write' ||
    (role !== undefined && rightOf(writer, { by: 'writers', projectId: role.projectId }) === 'write')
  );
}

/** Whom those ask who may not. */
export function whoMaySetDigests(rights: DigestRights): Promise<readonly PersonId[]> {
  return administratorsOf(rights);
}
