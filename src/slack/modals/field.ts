import type { FieldName } from '../../actions/writes/write-verb.ts';
import type { WordKey } from '../words/index.ts';

/** One of the things that a field offers. */
export interface Choice {
  /** What is sent back; Slack takes 75 characters. */
  readonly value: string;
  readonly label: string;
}

interface Common {
  /** Also the id of its block, so that a problem stands at its field. */
  readonly name: FieldName;
  readonly label: WordKey;
  readonly hint?: WordKey;
  readonly optional?: boolean;
}

/** What a form asks for: words, a time, one of several things, a person, or yes and no. */
export type Field =
  | (Common & { readonly kind: 'text'; readonly most: number; readonly multiline?: boolean })
  /** What is typed is read at Enter, and what was understood is shown below it. */
  | (Common & { readonly kind: 'period' })
  | (Common & {
      readonly kind: 'choice';
      readonly options: readonly Choice[];
      /** The rest of the form depends on it: it is drawn anew when something is chosen. */
      readonly reacts?: boolean;
    })
  /** Somebody of the workspace. */
  | (Common & { readonly kind: 'person' })
  /** A box to tick: `true` or ''. */
  | (Common & { readonly kind: 'flag'; readonly says: WordKey });

export type TextField = Extract<Field, { kind: 'text' }>;
export type ChoiceField = Extract<Field, { kind: 'choice' }>;
export type FlagField = Extract<Field, { kind: 'flag' }>;
