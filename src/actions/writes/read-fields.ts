import { z } from 'zod';
import { type Fields, fieldNames } from './write-verb.ts';

const names = z.enum(fieldNames);

/** What a form or a kept proposal tells, at the door: texts under names that forms have, nothing else. */
export const FormFields = z.record(z.string(), z.unknown()).transform((given): Fields => {
  const told = Object.entries(given).filter(
    (entry): entry is [string, string] => names.safeParse(entry[0]).success && typeof entry[1] === 'string',
  );
  return Object.fromEntries(told);
});
