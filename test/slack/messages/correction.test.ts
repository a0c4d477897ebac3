import { describe, expect, test } from '@jest/globals';
import type { ObservationSnapshot } from '../../../src/domain/change.ts';
import type { IndicatorId } from '../../../src/domain/indicator.ts';
import { decimalText } from '../../../src/domain/quantity.ts';
import { joinCorrections } from '../../../src/slack/messages/parts/correction.ts';

const value = (amount: string, indicator = 'one'): ObservationSnapshot => ({
  kind: 'observation',
  indicatorId: indicator as IndicatorId,
  value: { kind: 'number', amount: decimalText(amount) },
  asOf: null,
  note: null,
});
const [old, now] = [value('8'), value('9')];
const withdrawn = (before: ObservationSnapshot) => ({ before, after: null });
const added = (after: ObservationSnapshot) => ({ before: null, after });

describe('a correction is one change, before → after', () => {
  test.each([
    ['withdrawn, then added', [withdrawn(old), added(now)]],
    ['the other way round', [added(now), withdrawn(old)]],
  ])('%s', (_name, changes) => expect(joinCorrections(changes)).toEqual([{ before: old, after: now }]));

  test.each([
    ['a value alone', [added(now)]],
    ['two values of one indicator', [added(old), added(now)]],
    ['values of two indicators', [withdrawn(old), added(value('9', 'two'))]],
    ['nothing', []],
  ])('%s is left as it is', (_name, changes) => expect(joinCorrections(changes)).toEqual(changes));
});
