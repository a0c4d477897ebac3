import { createHash } from 'node:crypto';

/**
 * Refuses text that PostgreSQL cannot hold as it is: a NUL character, which it rejects, and half of a surrogate
 * pair, which would be replaced in silence. Readers of files and forms take both out; here it is a programming
 * error. The message names the place: `projects[0].name`.
 *
 * @throws RangeError
 */
export function assertStorable(value: unknown, place = ''): void {
  if (typeof value === 'string') {
    if (value.includes('\0')) throw new RangeError(`NUL character in ${place}`);
    if (/\p{Surrogate}/u.test(value))
      throw new RangeError(`half of a character (a lone surrogate) in ${place}`);
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => {
      assertStorable(item, `${place}[${index}]`);
    });
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value))
      assertStorable(item, place === '' ? key : `${place}.${key}`);
  }
}

/** SHA-256, in hex, of plain data as JSON without spaces and with the keys of every object sorted. */
export function checksumOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
