import type { Person } from '../../domain/person.ts';
import type { Proposal } from '../change-ports.ts';
import type { WritePorts } from './gather.ts';
import { rightOf } from './may-write.ts';

/** The open proposals that the person may decide on, the oldest first. Empty for who decides on none. */
export async function listProposals(ports: WritePorts, person: Person): Promise<readonly Proposal[]> {
  if (person.standing !== 'member') return [];
  const [standing, open] = await Promise.all([
    ports.store.standingOf(person.id),
    ports.store.openProposals({}),
  ]);
  const writer = { person, standing, administrators: ports.administrators };
  return open.filter(({ projectId }) => rightOf(writer, { by: 'writers', projectId }) === 'write');
}
