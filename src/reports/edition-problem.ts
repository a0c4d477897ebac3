import type { PeriodRefusal } from '../domain/period/read-period.ts';

/** What of the edition must not be there twice. */
export type Unique = 'project-number' | 'alias' | 'strand' | 'working-group' | 'indicator' | 'programme';

/** One thing that is wrong with an edition file. `path` says where: `projects[1].upcoming[0].dates[0]`. */
export type EditionProblem = { readonly path: string } & (
  | { readonly kind: 'shape'; readonly message: string }
  | { readonly kind: 'date'; readonly text: string; readonly refusal: PeriodRefusal }
  | { readonly kind: 'repeated'; readonly what: Unique; readonly name: string }
  /** No strand of that name in the project; for `within`, none that stands before. */
  | { readonly kind: 'unknown-strand'; readonly name: string }
  | { readonly kind: 'unknown-working-group'; readonly name: string }
  /** The target is a number and the observation a state, or the other way round. */
  | { readonly kind: 'mixed-values' }
  /** An indicator whose target is a state has a unit. */
  | { readonly kind: 'unit-of-state'; readonly name: string }
);

/** The place as a programmer writes it; the whole file is `$`. */
export function printPath(path: readonly PropertyKey[]): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return text === '' ? '$' : text.replace(/^\./, '');
}
