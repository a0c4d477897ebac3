import { describe, expect, test } from '@jest/globals';
import type { EditionContent } from '../../../src/domain/edition.ts';
import { aFullProject, anAchievement, anEdition, aPeriod, aPlan, aProject } from '../../support/editions.ts';
import { at, type ContractRig } from './rig.ts';

/** Editions that are loaded. */
export function loadingCases(rig: ContractRig): void {
  describe('an edition that is loaded', () => {
    test('reads back equal, with every part of it', async () => {
      expect(await rig.store.loadEdition(anEdition([aFullProject(8)]), at)).toBe('loaded');
      expect(await rig.readBack(8)).toEqual(aFullProject(8));
    });

    test('tells of its edition, and of the source of each value', async () => {
      await rig.store.loadEdition(anEdition(), at);
      const project = await rig.store.findProject(8);
      const { key, title, asOf } = anEdition();
      expect(project?.edition).toEqual({ key, title, asOf });
      expect(project?.indicators[0]?.current?.source).toEqual({
        kind: 'edition',
        editionKey: '2020-08',
        place: { projectNumber: 8, line: 1 },
        recordedAt: at,
      });
    });

    test('lists its projects by number with what a list needs', async () => {
      await rig.store.loadEdition(anEdition([aProject(10), aFullProject(2)]), at);
      const [second, tenth] = await rig.store.listProjects();
      expect([second?.number, tenth?.number]).toEqual([2, 10]);
      expect(second?.aliases).toEqual(['IoT', 'AI']);
      expect(second?.indicators).toHaveLength(4);
      expect(second?.scheduled.map((milestone) => milestone.text)).toEqual(['セミナーの開催']);
    });

    test('gives the same of a project in the list and by itself', async () => {
      await rig.store.loadEdition(anEdition(), at);
      const [listed] = await rig.store.listProjects();
      const project = await rig.store.findProject(8);
      expect(project).toMatchObject({ ...listed });
    });

    test.each([0, -1, 1.5, Number.NaN, 2 ** 31, 99_999_999_999])('has no project %p', async (number) => {
      await rig.store.loadEdition(anEdition(), at);
      expect(await rig.store.findProject(number)).toBeNull();
    });

    test('may be five times the real size', async () => {
      const entries = (count: number) =>
        Array.from({ length: count }, (_, index) =>
          anAchievement(`取組${index}`, {
            dates: [{ period: aPeriod('R2.8.25', '2020-08-25'), ordinal: index }],
            entries: [anAchievement(`内訳${index}`, { mark: '・' })],
          }),
        );
      const large = { ...aFullProject(8), progress: entries(250), upcoming: entries(100) };
      const others = Array.from({ length: 49 }, (_, index) => aFullProject(index + 9));
      await rig.store.loadEdition(anEdition([large, ...others]), at);
      expect(await rig.readBack(8)).toEqual(large);
      expect(await rig.store.listProjects()).toHaveLength(50);
    });
  });

  describe('loading again', () => {
    const other = anEdition([aProject(1)], { title: '別の表題' });

    test.each([
      ['the same', anEdition(), 'already-loaded'],
      ['the same with its keys in another order', reversedKeys(anEdition()), 'already-loaded'],
      ['another content under the same key', other, 'differs'],
      ['another edition', { ...other, key: '2020-12' }, 'not-empty'],
    ] as const)('%s writes nothing', async (_what, second, outcome) => {
      await rig.store.loadEdition(anEdition(), at);
      const before = await rig.counted();
      expect(await rig.store.loadEdition(second, new Date('2021-01-01T00:00:00Z'))).toBe(outcome);
      expect(await rig.counted()).toEqual(before);
      expect(await rig.readBack(8)).toEqual(aFullProject(8));
    });

    test('twice at once loads once', async () => {
      const outcomes = await Promise.all([
        rig.store.loadEdition(anEdition(), at),
        rig.store.loadEdition(anEdition(), at),
      ]);
      expect(outcomes.toSorted()).toEqual(['already-loaded', 'loaded']);
      expect(await rig.store.listProjects()).toHaveLength(1);
    });

    test('is possible while others read', async () => {
      const reads = Array.from({ length: 20 }, () => rig.store.findProject(8));
      const [outcome, ...projects] = await Promise.all([rig.store.loadEdition(anEdition(), at), ...reads]);
      expect(outcome).toBe('loaded');
      for (const project of projects) expect([0, 4]).toContain(project?.indicators.length ?? 0);
    });
  });

  describe('a load that fails', () => {
    test.each([
      ['two projects of one number', anEdition([aProject(1), aProject(1)]), /Unique constraint/],
      [
        'a strand that is not there',
        anEdition([aProject(1, { progress: [anAchievement('x', { strand: '無い' })] })]),
        /無い/,
      ],
      ['a NUL character', anEdition([aProject(1, { name: 'a\0b' })]), /NUL character in projects\[0\]\.name/],
      [
        'half of a character',
        anEdition([aProject(1, { aliases: ['\ud83d'] })]),
        /surrogate.* in projects\[0\]\.aliases\[0\]/,
      ],
      [
        'a period that ends before it begins',
        anEdition([aProject(1, { upcoming: [aPlan('x', [aPeriod('?', '2020-02-01', '2020-01-01')])] })]),
        /constraint|range lower bound/,
      ],
    ])('for %s says so and writes nothing', async (_what, edition, reason) => {
      await expect(rig.store.loadEdition(edition, at)).rejects.toThrow(reason);
      expect(await rig.counted()).toEqual([0, 0, 0, 0]);
    });

    test('leaves the store usable', async () => {
      await expect(rig.store.loadEdition(anEdition([aProject(1), aProject(1)]), at)).rejects.toThrow();
      expect(await rig.store.loadEdition(anEdition(), at)).toBe('loaded');
    });
  });
}

function reversedKeys(edition: EditionContent): EditionContent {
  return Object.fromEntries(Object.entries(edition).reverse()) as unknown as EditionContent;
}
