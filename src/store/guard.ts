import type { Guard } from '../actions/change-ports.ts';
import { readStanding } from './role-reader.ts';
import type { Transaction } from './snapshot-table.ts';

/**
 * Whether the guard lets the person through, by the roles as they stand in the transaction. Every write of a role has
 * to take its turn (`takeTurn`), so that behind it none can change until the transaction ends.
 */
export async function isAllowed(tx: Transaction, guard: Guard | null): Promise<boolean> {
  return guard === null || guard.allows(await readStanding(tx, guard.person));
}
