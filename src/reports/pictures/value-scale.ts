import type { Indicator, Observation, Value } from '../../domain/indicator.ts';
import { printValue } from '../../domain/print-indicator.ts';
import { type DecimalText, isDecimalText } from '../../domain/quantity.ts';

/** Values up a picture: numbers, or the states of an indicator as steps in the order in which they came. */
export interface ValueScale {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly { readonly value: number; readonly name: string }[];
  readonly target: number | null;
  /** How high a value stands. */
  readonly at: (value: Value) => number;
}

/** The scale that holds the observed values and the target. */
export function valueScaleOf(indicator: Indicator, observed: readonly Observation[]): ValueScale {
  const values = [indicator.target, ...observed.map(({ value }) => value)];
  return values.some(({ kind }) => kind === 'state') ? steps(indicator, values) : numbers(indicator, values);
}

function numbers({ unit, target }: Indicator, values: readonly Value[]): ValueScale {
  const amounts = values.map(numberOf);
  const lowest = Math.min(0, ...amounts);
  const step = niceStep((Math.max(0, ...amounts) - lowest) / 4);
  const min = Math.floor(lowest / step) * step;
  const count = Math.max(1, Math.ceil((Math.max(...amounts) - min) / step + 0.05));
  const ticks = Array.from({ length: count + 1 }, (_, index) => {
    const value = min + index * step;
    return { value, name: nameOf(value, unit) };
  });
  return { min, max: min + count * step, ticks, target: numberOf(target), at: numberOf };
}

/** 1, 2, 2.5 or 5 times a power of ten, at least `rough`. */
function niceStep(rough: number): number {
  if (rough <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 2.5, 5, 10].find((times) => times * power >= rough) ?? 10);
}

function nameOf(value: number, unit: string): string {
  const text = String(Number(value.toPrecision(12)));
  return isDecimalText(text) ? printValue({ kind: 'number', amount: text as DecimalText }, unit) : text;
}

function numberOf(value: Value): number {
  return value.kind === 'number' ? Number(value.amount) : 0;
}

/** States from the bottom up as they were reported, the target at the top. Only as many as have room. */
function steps({ unit, target }: Indicator, values: readonly Value[]): ValueScale {
  const goal = printValue(target, unit);
  const names = [...new Set(values.map((value) => printValue(value, unit)))].filter((name) => name !== goal);
  const all = [...names.slice(-mostStates), goal];
  const at = (value: Value) => Math.max(0, all.indexOf(printValue(value, unit)));
  return {
    min: -0.5,
    max: all.length - 0.5,
    ticks: all.map((name, value) => ({ value, name })),
    target: all.length - 1,
    at,
  };
}

const mostStates = 8;
