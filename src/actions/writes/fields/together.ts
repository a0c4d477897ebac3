import { accept, type Outcome, refuse } from '../../../domain/outcome.ts';
import type { FieldProblem } from '../write-verb.ts';

type Read<Value> = Outcome<Value, readonly FieldProblem[]>;

/** Two readings of one form as one: the members of both, or the problems of both. */
export function together<One extends object, Other extends object>(
  one: Read<One>,
  other: Read<Other>,
): Read<One & Other> {
  if (one.ok && other.ok) return accept({ ...one.value, ...other.value });
  return refuse([...(one.ok ? [] : one.refusal), ...(other.ok ? [] : other.refusal)]);
}
