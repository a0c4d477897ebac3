import { accept, type Outcome, refuse } from '../../../domain/outcome.ts';
import type { FieldProblem } from '../write-verb.ts';

/** What is read from a field, or what is wrong with it. */
export type FieldReading<Value> = Outcome<Value, FieldProblem>;

type Readings = Readonly<Record<string, FieldReading<unknown>>>;
type ValuesOf<Given extends Readings> = {
  readonly [Key in keyof Given]: Given[Key] extends FieldReading<infer Value> ? Value : never;
};

/** All values, or the problems of all fields at once, so that nobody corrects one after another. */
export function readAll<Given extends Readings>(
  readings: Given,
): Outcome<ValuesOf<Given>, readonly FieldProblem[]> {
  const problems = Object.values(readings).flatMap((reading) => (reading.ok ? [] : [reading.refusal]));
  if (problems.length > 0) return refuse(problems);
  const values = Object.entries(readings).map(([key, reading]) => [key, reading.ok ? reading.value : null]);
  return accept(Object.fromEntries(values) as ValuesOf<Given>);
}
