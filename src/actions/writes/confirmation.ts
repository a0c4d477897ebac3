import { createHash } from 'node:crypto';
import type { Fields, Warning } from './write-verb.ts';

/**
 * A mark for these warnings on what was typed in their fields: 22 characters. Whoever confirms one value has not
 * confirmed another one.
 */
export function confirmationOf(fields: Fields, warnings: readonly Warning[]): string {
  const seen = warnings.map((warning) => [warning, fields[warning.field] ?? '']);
  return createHash('sha256').update(JSON.stringify(seen)).digest('base64url').slice(0, 22);
}
