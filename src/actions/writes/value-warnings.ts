import type { Indicator, Observation, Value } from '../../domain/indicator.ts';
import type { Period } from '../../domain/period/period.ts';
import { printValue } from '../../domain/print-indicator.ts';
import type { DecimalText } from '../../domain/quantity.ts';
import type { Warning } from './write-verb.ts';

/** A value that is about to be recorded, beside those that are there. */
export interface NewValue {
  readonly indicator: Pick<Indicator, 'unit' | 'cumulative'>;
  readonly others: readonly Pick<Observation, 'value' | 'asOf'>[];
  readonly value: Value;
  readonly asOf: Period;
}

/**
 * What looks like a slip: a cumulative value below the one before it, ten times or a tenth of the one before it,
 * an as-of before the newest. "Before" is by as-of; values without one count as the oldest.
 */
export function valueWarnings({ indicator, others, value, asOf }: NewValue): readonly Warning[] {
  const byTime = others.toSorted((a, b) => compare(timeOf(a.asOf), timeOf(b.asOf)));
  const before = byTime.findLast((each) => timeOf(each.asOf) <= timeOf(asOf));
  const newest = byTime.at(-1)?.asOf ?? null;
  return [
    ...(before === undefined ? [] : againstThePrevious({ indicator, value, previous: before.value })),
    ...(newest !== null && timeOf(asOf) < timeOf(newest)
      ? [{ kind: 'older', field: 'when', than: newest } as const]
      : []),
  ];
}

function againstThePrevious({
  indicator: { unit, cumulative },
  value,
  previous,
}: Pick<NewValue, 'indicator' | 'value'> & { readonly previous: Value }): readonly Warning[] {
  if (value.kind !== 'number' || previous.kind !== 'number') return [];
  const [now, then] = [millionths(value.amount), millionths(previous.amount)];
  const from = printValue(previous, unit);
  const jumps = now > 0n && then > 0n && (now >= then * 10n || now * 10n <= then);
  return [
    ...(cumulative && now < then ? [{ kind: 'falls', field: 'value', from } as const] : []),
    ...(jumps ? [{ kind: 'jumps', field: 'value', from } as const] : []),
  ];
}

/** The day up to which the value holds; of an open end, its beginning. */
function timeOf(asOf: Period | null): string {
  return asOf?.last ?? asOf?.first ?? '';
}

function compare(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}

/** Whole numbers, so that decimals compare without binary rounding. */
function millionths(amount: DecimalText): bigint {
  const [whole = '0', fraction = ''] = amount.split('.');
  return BigInt(whole + fraction.padEnd(6, '0'));
}
