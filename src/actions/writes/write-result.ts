import type { Change, Snapshot, Target, Versioned } from '../../domain/change.ts';
import type { PersonId, PersonStanding } from '../../domain/person.ts';
import type { Proposal } from '../change-ports.ts';
import type { FieldProblem, Warning } from './write-verb.ts';

/** What has become of a submission. */
export type WriteResult =
  /** `repeated`: a second delivery of what had been written; nothing was written twice. */
  | {
      readonly kind: 'written';
      readonly setId: string;
      readonly changes: readonly Change[];
      readonly repeated: boolean;
    }
  /** The person may not write. `ask`: who decides, leads first; administrators where a project has nobody. */
  | { readonly kind: 'proposed'; readonly proposal: Proposal; readonly ask: readonly PersonId[] };

/** Why nothing was written. A closed list: the view words each; what was typed stays in the form. */
export type WriteRefusal =
  | { readonly kind: 'fields'; readonly problems: readonly FieldProblem[] }
  /**
   * Somebody was faster. `current` null: the row is gone; it may be another row, where a value was corrected: then
   * `target` names that one. `mine`: as it would have become.
   */
  | {
      readonly kind: 'conflict';
      readonly target: Target;
      readonly current: Versioned | null;
      readonly last: Change | null;
      readonly mine: Snapshot | null;
    }
  /** The project or the row is not there (any more); null where none was named. */
  | { readonly kind: 'gone'; readonly target: Target | null }
  /** To be looked at twice. The same submission with this `confirmation` is written. */
  | { readonly kind: 'confirm'; readonly warnings: readonly Warning[]; readonly confirmation: string }
  | NotAllowed;

/** Guests, people of other organisations, bots and closed accounts never write; others know whom to ask. */
export type NotAllowed =
  | { readonly kind: 'may-not-write'; readonly why: 'standing'; readonly standing: PersonStanding }
  | {
      readonly kind: 'may-not-write';
      readonly why: 'administrators' | 'writers';
      readonly ask: readonly PersonId[];
    };
