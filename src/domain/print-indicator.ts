import type { Indicator, Value } from './indicator.ts';

const comparatorWords = { 'at-least': '以上', 'at-most': '以下' } as const;

/**
 * Actual over target as the published table prints it: 22回/30回, 2/3箇所, 0/5社以上, 実施中/実現.
 * An indicator without an observation prints 未報告 for the actual value.
 */
export function printIndicator(indicator: Indicator): string {
  return `${printActual(indicator)}/${printTarget(indicator)}`;
}

/** The target with its unit and, where the table writes it, its comparator: 5社以上. */
export function printTarget(
  indicator: Pick<Indicator, 'target' | 'unit' | 'comparator' | 'comparatorWritten'>,
): string {
  const comparator = indicator.comparatorWritten ? comparatorWords[indicator.comparator] : '';
  return `${printValue(indicator.target, indicator.unit)}${comparator}`;
}

function printActual(indicator: Indicator): string {
  const value = indicator.current?.value;
  if (value === undefined) return '未報告';
  return printValue(value, indicator.unitOnActual ? indicator.unit : '');
}

/** A value with its unit; a number in groups of three digits, as offices write it. */
export function printValue(value: Value, unit: string): string {
  return value.kind === 'state' ? value.state : `${groupDigits(value.amount)}${unit}`;
}

function groupDigits(amount: string): string {
  const [whole = '', fraction] = amount.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
