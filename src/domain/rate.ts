import type { Comparator, Indicator, Value } from './indicator.ts';
import type { DecimalText } from './quantity.ts';

/** How far an indicator has come. */
export interface Rate {
  /** Tenths of a per cent, rounded half up, but never up to the target: 999 (99.9 %) stays below 1000. */
  readonly permille: number;
  readonly reached: boolean;
}

/**
 * The rate of the indicator's current observation: actual over target, or target over actual where the target
 * is a ceiling. Null where a rate means nothing: a state, no observation, a target or a ceiling's actual of 0,
 * a negative number.
 */
export function rateOf(indicator: Indicator): Rate | null {
  const actual = amountOf(indicator.current?.value);
  const target = amountOf(indicator.target);
  if (actual === null || target === null) return null;
  const [part, whole] = indicator.comparator === 'at-least' ? [actual, target] : [target, actual];
  if (part < 0n || whole <= 0n) return null;
  const reached = part >= whole;
  const rounded = Number((part * 2000n + whole) / (whole * 2n));
  return { permille: reached ? rounded : Math.min(rounded, 999), reached };
}

/** Whether the indicator's target is reached, also where it is a state; null while nothing is observed. */
export function isReached(indicator: Indicator): boolean | null {
  const value = indicator.current?.value;
  if (value === undefined) return null;
  if (value.kind === 'state' || indicator.target.kind === 'state') {
    return (
      value.kind === 'state' && indicator.target.kind === 'state' && value.state === indicator.target.state
    );
  }
  return compares(value.amount, indicator.comparator, indicator.target.amount);
}

function compares(actual: DecimalText, comparator: Comparator, target: DecimalText): boolean {
  const [a, t] = [scaled(actual), scaled(target)];
  return comparator === 'at-least' ? a >= t : a <= t;
}

function amountOf(value: Value | undefined): bigint | null {
  return value?.kind === 'number' ? scaled(value.amount) : null;
}

/** Millionths, so that decimals compare and divide without binary rounding. */
function scaled(amount: DecimalText): bigint {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount) ?? [];
  return BigInt(`${sign}${whole}${fraction.padEnd(6, '0')}`);
}
