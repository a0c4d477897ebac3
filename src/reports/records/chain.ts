import { createHash } from 'node:crypto';

/** The hash before the first row. */
export const noHash = '0'.repeat(64);

/**
 * The hash of a row: SHA-256 over the hash of the row before and the texts of the row, as JSON, in hexadecimal. Whoever
 * changes, removes, adds or moves a row breaks the chain from there on.
 */
export function hashOfRow(before: string, texts: readonly string[]): string {
  return createHash('sha256')
    .update(`${before}\n${JSON.stringify(texts)}`, 'utf8')
    .digest('hex');
}

/** Joins rows to a chain: gives each row with its own hash and that of the row before behind it. */
export function chainOf(): (texts: readonly string[]) => readonly string[] {
  let last = noHash;
  return (texts) => {
    const before = last;
    last = hashOfRow(before, texts);
    return [...texts, before, last];
  };
}
