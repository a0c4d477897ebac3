import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bestSlots } from '../../src/search/rank/best-slots.ts';

test('the best of many are those that sorting would put first', () => {
  const scored = fc
    .array(fc.integer({ min: 0, max: 9 }))
    .map((scores) => scores.map((score, slot) => ({ slot, score })));
  fc.assert(
    fc.property(scored, fc.integer({ min: 0, max: 12 }), (all, most) => {
      const sorted = all.toSorted((a, b) => b.score - a.score || a.slot - b.slot);
      const scoreOf = (slot: number) => all[slot]?.score ?? 0;
      expect(bestSlots(all.keys(), scoreOf, most)).toEqual(sorted.slice(0, most));
    }),
  );
});
