import { z } from 'zod';
import type { Desk } from '../desk.ts';
import type { Json } from '../json.ts';

/** What a method answers: `{ok: true, …}` is added, or `{ok: false, error}` made of the error. */
export type Answer =
  | { readonly ok: Json }
  | { readonly error: string; readonly messages?: readonly string[] };

export interface Method {
  /** Which token it takes. */
  readonly token: 'bot' | 'app';
  /** The scope that it needs, or one that depends on the arguments; null for none. */
  readonly scope: string | null | ((args: Json, desk: Desk) => string | null);
  /** Reads the arguments and does the work; both in one so that each method keeps the type of its own arguments. */
  readonly call: (desk: Desk, args: Json) => Answer;
}

/**
 * Makes a method of its parts.
 *
 * @param parts.args What must be given; what is not named here is ignored, as Slack does.
 */
export function method<T>(parts: {
  readonly token?: 'bot' | 'app';
  readonly scope: Method['scope'];
  readonly args: z.ZodType<T>;
  readonly run: (desk: Desk, args: T) => Answer;
}): Method {
  return {
    token: parts.token ?? 'bot',
    scope: parts.scope,
    call: (desk, args) => {
      const read = parts.args.safeParse(args);
      if (read.success) return parts.run(desk, read.data);
      return { error: 'invalid_arguments', messages: read.error.issues.map(inSlackWords) };
    },
  };
}

function inSlackWords(issue: z.core.$ZodIssue): string {
  const [name] = issue.path;
  return `[ERROR] ${issue.message.startsWith('Invalid input') ? 'missing or wrong field' : issue.message}: ${String(name)}`;
}

/** True or false as JSON or as a form writes it. */
export const flag = z
  .union([
    z.boolean(),
    z.enum(['true', '1', 'false', '0']).transform((word) => word === 'true' || word === '1'),
    z.literal([1, 0]).transform((digit) => digit === 1),
  ])
  .optional();

/** A page size as JSON or as a form writes it. */
export const pageSize = z.coerce.number().int().min(1).max(1000).default(100);

/** One page of a list, or null for a cursor that was not given out; it holds the place in the list. */
export function page<T>(
  all: readonly T[],
  asked: { readonly limit: number; readonly cursor?: string | undefined },
): { readonly members: readonly T[]; readonly next: string } | null {
  const place = asked.cursor ? Buffer.from(asked.cursor, 'base64').toString() : '0';
  if (!/^\d{1,9}$/.test(place)) return null;
  const from = Number(place);
  const until = from + asked.limit;
  return {
    members: all.slice(from, until),
    next: until < all.length ? Buffer.from(String(until)).toString('base64') : '',
  };
}
