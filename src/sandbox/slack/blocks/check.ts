import type { Json } from '../json.ts';
import { isJson } from '../json.ts';

/** One fault of a block, worded as Slack words it: `must be less than 76 characters`. */
export interface Problem {
  /** A JSON pointer: `/blocks/0/text/text`. */
  readonly at: string;
  readonly message: string;
}

/** Looks at a value and tells what is wrong with it; nothing means that Slack takes it. */
export type Check = (value: unknown, at: string) => readonly Problem[];

export const problem = (at: string, message: string): readonly Problem[] => [{ at, message }];

/** A text of so many characters, counted in UTF-16 units: the strictest of the ways in which Slack counts. */
export function string(range: { readonly min?: number; readonly max: number }): Check {
  const min = range.min ?? 0;
  return (value, at) => {
    if (typeof value !== 'string') return problem(at, 'must be a string');
    if (value.length < min) return problem(at, `must be more than ${min - 1} characters`);
    if (value.length > range.max) return problem(at, `must be less than ${range.max + 1} characters`);
    return [];
  };
}

/** A text of a given form; `name` says which. */
export function pattern(form: RegExp, name: string): Check {
  return (value, at) => (typeof value === 'string' && form.test(value) ? [] : problem(at, `must be ${name}`));
}

export const boolean: Check = (value, at) =>
  typeof value === 'boolean' ? [] : problem(at, 'must be a boolean');

/** A whole number of a range. */
export function integer(range: { readonly min: number; readonly max: number }): Check {
  return (value, at) => {
    const fits = Number.isInteger(value) && Number(value) >= range.min && Number(value) <= range.max;
    return fits ? [] : problem(at, `must be an integer from ${range.min} to ${range.max}`);
  };
}

/** One of a few words. */
export function oneOf(words: readonly string[]): Check {
  return (value, at) =>
    words.some((word) => word === value) ? [] : problem(at, `must be one of: ${words.join(', ')}`);
}

/** A list of so many members, each checked. */
export function list(of: Check, range: { readonly min?: number; readonly max: number }): Check {
  const min = range.min ?? 1;
  return (value, at) => {
    if (!Array.isArray(value)) return problem(at, 'must be an array');
    if (value.length < min) return problem(at, `no fewer than ${min} items allowed`);
    if (value.length > range.max) return problem(at, `no more than ${range.max} items allowed`);
    return value.flatMap((member: unknown, index) => of(member, `${at}/${index}`));
  };
}

export interface Shape {
  readonly required?: Readonly<Record<string, Check>>;
  readonly optional?: Readonly<Record<string, Check>>;
  /** What concerns several fields at once. */
  readonly also?: (value: Json, at: string) => readonly Problem[];
}

/** An object with these fields and no others: Slack's own check refuses a field that it does not know. */
export function object(shape: Shape): Check {
  const known = new Map(Object.entries({ ...shape.required, ...shape.optional }));
  return (value, at) => {
    if (!isJson(value)) return problem(at, 'must be an object');
    const missing = Object.keys(shape.required ?? {}).filter((field) => value[field] === undefined);
    const present = Object.entries(value).filter(([, held]) => held !== undefined);
    return [
      ...missing.map((field) => ({ at, message: `missing required field: ${field}` })),
      ...present.flatMap(
        ([field, held]) =>
          known.get(field)?.(held, `${at}/${field}`) ?? problem(at, `invalid additional property: ${field}`),
      ),
      ...(missing.length === 0 ? (shape.also?.(value, at) ?? []) : []),
    ];
  };
}

/** An object whose `type` says which shape it has. The field itself need not be named in the shapes. */
export function byType(shapes: Readonly<Record<string, Shape>>): Check {
  const checks = new Map(
    Object.entries(shapes).map(([type, shape]) => [
      type,
      object({ ...shape, required: { ...shape.required, type: oneOf([type]) } }),
    ]),
  );
  return (value, at) => {
    if (!isJson(value)) return problem(at, 'must be an object');
    const { type } = value;
    if (typeof type !== 'string') return problem(at, 'missing required field: type');
    return checks.get(type)?.(value, at) ?? problem(`${at}/type`, `unsupported type: ${type}`);
  };
}
