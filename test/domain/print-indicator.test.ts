import { expect, test } from '@jest/globals';
import { printIndicator, printTarget, printValue } from '../../src/domain/print-indicator.ts';
import { decimalText, isDecimalText } from '../../src/domain/quantity.ts';
import { anIndicator } from '../support/factories.ts';

test.each([
  ['22', '30', '22件/30件'],
  ['0', '5', '0件/5件'],
  ['1234', '1000000', '1,234件/1,000,000件'],
  ['-1234.50', '100', '-1,234.50件/100件'],
  ['-123', '123456.123456', '-123件/123,456.123456件'],
  ['実施中', '実現', '実施中/実現'],
  [null, '5', '未報告/5件'],
])('%s of %s is printed %s', (actual, target, printed) => {
  expect(printIndicator(anIndicator(actual, target))).toBe(printed);
});

test.each([
  ['以下 behind a ceiling', { comparatorWritten: true, comparator: 'at-most' }, '3件/5件以下'],
  ['以上 behind a floor', { comparatorWritten: true, comparator: 'at-least' }, '3件/5件以上'],
  ['the unit once', { unitOnActual: false }, '3/5件'],
] as const)('where the table writes %s', (_, given, printed) => {
  expect(printIndicator({ ...anIndicator('3', '5'), ...given })).toBe(printed);
});

test('a target and a value may stand alone', () => {
  expect(printTarget(anIndicator(null, '16.0', { unit: '%' }))).toBe('16.0%');
  expect(printValue({ kind: 'number', amount: decimalText('98.1') }, '億円')).toBe('98.1億円');
  expect(printValue({ kind: 'state', state: '実施中' }, '件')).toBe('実施中');
});

test.each(['', '１', '1e3', '1,000', '+1', '.5', '5.', '∞', '1.1234567', '1234567890123456', '1\n', 'NaN'])(
  '%j is no decimal',
  (text) => {
    expect(isDecimalText(text)).toBe(false);
    expect(() => decimalText(text)).toThrow(RangeError);
  },
);
