import { z } from 'zod';

/** Control characters (NUL among them, which PostgreSQL cannot store) and halves of surrogate pairs. */
const unstorable = /[\p{Cc}\p{Cs}]/u;

/** One line of text of 1 to `longest` UTF-16 units; blanks around it are dropped, those inside it kept. */
export function Line(longest: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => !unstorable.test(text), 'control character or half of a surrogate pair');
}
