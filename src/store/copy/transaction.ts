import type pg from 'pg';

/** `read`: of one moment, and writes nothing. `write`: whole or not at all. */
export async function inTransaction<Result>(
  client: pg.ClientBase,
  kind: 'read' | 'write',
  work: () => Promise<Result>,
): Promise<Result> {
  await client.query(kind === 'read' ? 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' : 'BEGIN');
  try {
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // The connection itself may be what failed: then there is nothing to roll back.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
