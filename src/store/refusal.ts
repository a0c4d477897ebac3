/** Why a store cannot be opened: what the operator, not the program, has to put right. */
export type StoreRefusalReason =
  | 'folder-in-use'
  | 'folder-unwritable'
  | 'folder-damaged'
  | 'store-missing'
  | 'wrong-major'
  | 'url-invalid'
  | 'server-unreachable'
  | 'wrong-password'
  | 'database-missing'
  | 'server-refused'
  | 'move-unfinished'
  | 'database-newer'
  | 'migration-edited'
  | 'migration-failed'
  | 'migration-busy';

/**
 * An expected failure to open a store. `message` is one line for the operator: what is wrong and what to do.
 * It never holds a password.
 */
export class StoreRefusal extends Error {
  override readonly name = 'StoreRefusal';
  readonly reason: StoreRefusalReason;

  constructor(reason: StoreRefusalReason, message: string, cause?: unknown) {
    super(message, { cause });
    this.reason = reason;
  }
}

/** The server did not answer a query that was asked without Prisma, whose errors have names of their own. */
export class StoreDown extends Error {
  override readonly name = 'StoreDown';
}

/** The system's or PostgreSQL's error code of a thrown value (`EACCES`, `28P01`), or '' if it has none. */
export function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}

/** The message of a thrown value, on one line. */
export function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replaceAll(/\s+/g, ' ').trim();
}
