import { describe, expect, test } from '@jest/globals';
import { decimalText } from '../../../src/domain/quantity.ts';
import { anAchievement, anEdition, anIndicator, aPeriod, aPlan, aProject } from '../../support/editions.ts';
import { at, type ContractRig } from './rig.ts';

/** What is read of what was loaded. */
export function readingCases(rig: ContractRig): void {
  test.each([
    "'; DROP TABLE project; --",
    '100% $1 {x} \\ \\0 "引用" `',
    '𠮷野家 👩‍👩‍👧 ①②③ がぎぐ',
    '  前後の空白\t改行\n',
    '<!channel> & <p>',
  ])('keeps %j as it is', async (text) => {
    const project = aProject(1, {
      name: text,
      aliases: [text],
      progress: [anAchievement(text, { figures: [text, ''], notes: [text, '{a,"b"}', 'NULL'] })],
    });
    await rig.store.loadEdition(anEdition([project], { title: text }), at);
    expect(await rig.readBack(1)).toEqual(project);
  });

  test('keeps every kind of day as it is', async () => {
    const days = ['0001-01-01', '1989-01-08', '2020-02-29', '2020-03-29', '2020-12-31', '9999-12-31'];
    const plans = days.map((day) => aPlan(day, [aPeriod(day, day)]));
    await rig.store.loadEdition(anEdition([aProject(1, { upcoming: plans })]), at);
    expect((await rig.readBack(1))?.upcoming).toEqual(plans);
  });

  describe('of several observations, the one in force', () => {
    const reported = (amount: string, asOf: ReturnType<typeof aPeriod> | null) => ({
      value: { kind: 'number', amount: decimalText(amount) } as const,
      asOf,
    });
    const of2019 = aPeriod('R元', '2019-01-01', '2019-12-31');
    const of2020 = aPeriod('R2.3', '2020-03-01', '2020-03-31');

    test.each([
      ['is the one of the latest time', [reported('1.0', of2019), reported('2.0', of2020)], '2.0'],
      [
        'is not one of an earlier time that came later',
        [reported('2.0', of2020), reported('1.0', of2019)],
        '2.0',
      ],
      ['is the later of two for the same time', [reported('2.0', of2020), reported('3.0', of2020)], '3.0'],
      ['counts from its record where it names no time', [reported('4', null), reported('3', of2020)], '4'],
    ] as const)('%s', async (_rule, observations, amount) => {
      const indicators = [anIndicator('開催数', { observations })];
      await rig.store.loadEdition(anEdition([aProject(1, { indicators })]), at);
      const project = await rig.store.findProject(1);
      expect(project?.indicators[0]?.current?.value).toEqual({ kind: 'number', amount });
    });
  });

  describe('the revision', () => {
    test('stays while nothing is written', async () => {
      const before = await rig.store.revision();
      await rig.store.listProjects();
      await rig.store.findProject(8);
      expect(await rig.store.revision()).toBe(before);
    });

    test('is another one after a load', async () => {
      const before = await rig.store.revision();
      await rig.store.loadEdition(anEdition(), at);
      expect(await rig.store.revision()).not.toBe(before);
    });
  });
}
