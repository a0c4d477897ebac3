import { describe, expect, test } from '@jest/globals';
import { calendarDay } from '../../../src/domain/calendar-day.ts';
import { anEdition, aPeriod, aPlan, aProject } from '../../support/editions.ts';
import { at, type ContractRig } from './rig.ts';

/** What is scheduled in a span of days. */
export function scheduledCases(rig: ContractRig): void {
  describe('what is scheduled in March 2020', () => {
    test.each([
      ['a day before it', '2020-02-29', '2020-02-29', false],
      ['its first day', '2020-03-01', '2020-03-01', true],
      ['its last day', '2020-03-31', '2020-03-31', true],
      ['the day after it', '2020-04-01', '2020-04-01', false],
      ['a range that ends on its first day', '2019-12-01', '2020-03-01', true],
      ['a range that begins on its last day', '2020-03-31', '2020-06-30', true],
      ['a range around it', '2020-01-01', '2020-12-31', true],
      ['until a day in it', null, '2020-03-10', true],
      ['until the day before it', null, '2020-02-29', false],
      ['from a day in it on', '2020-03-10', null, true],
      ['from a day long ago on', '2010-01-01', null, true],
      ['from the day after it on', '2020-04-01', null, false],
      ['no bound at all', null, null, false],
    ])('%s', async (text, first, last, touches) => {
      await rig.store.loadEdition(
        anEdition([aProject(1, { upcoming: [aPlan(text, [aPeriod(text, first, last)])] })]),
        at,
      );
      const found = await rig.store.findScheduled(march);
      expect(found.map(({ milestone }) => milestone.text)).toEqual(touches ? [text] : []);
    });

    test('is what is planned or postponed, in either column', async () => {
      const inMarch = [aPeriod('R2.3', '2020-03-01', '2020-03-31')];
      const states = ['planned', 'achieved', 'postponed', 'cancelled'] as const;
      const entries = states.map((state) => aPlan(state, inMarch, { state }));
      await rig.store.loadEdition(anEdition([aProject(1, { progress: entries, upcoming: entries })]), at);
      const found = await rig.store.findScheduled(march);
      expect(found.map(({ milestone }) => [milestone.column, milestone.text])).toEqual([
        ['progress', 'planned'],
        ['progress', 'postponed'],
        ['upcoming', 'planned'],
        ['upcoming', 'postponed'],
      ]);
    });

    test('names each once, by project number and written order, and without a date not at all', async () => {
      const twice = [aPeriod('R2.3.1', '2020-03-01'), aPeriod('R2.3.2', '2020-03-02')];
      const upcoming = [aPlan('先', twice), aPlan('日付なし', []), aPlan('後', twice.slice(0, 1))];
      await rig.store.loadEdition(anEdition([aProject(9, { upcoming }), aProject(3, { upcoming })]), at);
      const found = await rig.store.findScheduled(march);
      expect(found.map((one) => [one.projectNumber, one.projectName, one.milestone.text])).toEqual([
        [3, '第3のプロジェクト', '先'],
        [3, '第3のプロジェクト', '後'],
        [9, '第9のプロジェクト', '先'],
        [9, '第9のプロジェクト', '後'],
      ]);
      expect(found[0]?.milestone.dates.map(({ period }) => period.text)).toEqual(['R2.3.1', 'R2.3.2']);
    });

    test('tells the entry under which a sub-entry stands', async () => {
      const entries = [aPlan('着手', [aPeriod('R2.3.1', '2020-03-01')])];
      const upcoming = [aPlan('実証事業', [aPeriod('R2.3.2', '2020-03-02')], { entries })];
      await rig.store.loadEdition(anEdition([aProject(3, { upcoming })]), at);
      const found = await rig.store.findScheduled(march);
      expect(found.map(({ milestone, under }) => [milestone.text, under])).toEqual([
        ['実証事業', null],
        ['着手', '実証事業'],
      ]);
    });
  });
}

const march = { first: calendarDay('2020-03-01'), last: calendarDay('2020-03-31') };
