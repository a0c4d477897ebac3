import type { SpanRefusal } from '../domain/period/read-span.ts';
import type { PersonStanding } from '../domain/person.ts';
import type { ProjectSummary } from '../domain/project.ts';

/** What a person can have done wrong when asking. A closed list: the view must word each. */
export type AskRefusal =
  | { readonly kind: 'may-not-read'; readonly standing: PersonStanding }
  | { readonly kind: 'empty-store' }
  | {
      readonly kind: 'no-such-number';
      readonly typed: string;
      /** All projects there are, and those of the nearest numbers. */
      readonly range: { readonly first: number; readonly last: number };
      readonly near: readonly ProjectSummary[];
    }
  | {
      readonly kind: 'not-a-span';
      readonly typed: string;
      readonly reason: SpanRefusal;
    };
