import { z } from 'zod';

/** NUL, which PostgreSQL cannot store, and halves of surrogate pairs: what nobody can have written. */
const unstorable = /\0|\p{Cs}/u;

/** A text of 1 to `longest` characters; blanks around it are dropped, those inside it kept. */
export function Line(longest: number) {
  return z
    .string()
    .trim()
    .min(1)
    .refine((text) => Array.from(text).length <= longest, `more than ${longest} characters`)
    .refine((text) => !unstorable.test(text), 'NUL character or half of a surrogate pair');
}
