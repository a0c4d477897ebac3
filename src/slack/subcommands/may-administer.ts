import { rightOf } from '../../actions/writes/may-write.ts';
import type { ProjectId } from '../../domain/project.ts';
import type { Asked } from '../subcommand.ts';

/** Whether the person who asks administers. It decides what is offered; what is done asks again. */
export async function mayAdminister({ ports, person }: Pick<Asked, 'ports' | 'person'>): Promise<boolean> {
  const standing = await ports.store.standingOf(person.id);
  const writer = { person, standing, administrators: ports.administrators };
  return rightOf(writer, { by: 'administrators', projectId: null }) === 'write';
}

/** Whether the person who asks writes to the project: as lead, deputy or administrator. */
export async function mayWriteTo(
  { ports, person }: Pick<Asked, 'ports' | 'person'>,
  projectId: ProjectId,
): Promise<boolean> {
  const standing = await ports.store.standingOf(person.id);
  const writer = { person, standing, administrators: ports.administrators };
  return rightOf(writer, { by: 'writers', projectId }) === 'write';
}
