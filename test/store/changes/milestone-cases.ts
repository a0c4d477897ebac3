import { describe, expect, test } from '@jest/globals';
import type { MilestoneId } from '../../../src/domain/milestone.ts';
import { adding, aMilestoneIn, anId, aSet, changing, removing } from '../../support/changes.ts';
import { aPeriod } from '../../support/editions.ts';
import { aDay, type ChangeRig, written } from './rig.ts';

/** Where milestones stand. */
export function milestoneCases(rig: ChangeRig): void {
  describe('of a milestone', () => {
    test('stands at the end of its column', async () => {
      await rig.add(aMilestoneIn(rig.project, '新しい進捗'));
      await rig.add(aMilestoneIn(rig.project, '新しい予定', { column: 'upcoming', state: 'planned' }));
      expect(await rig.texts()).toEqual([
        '協議会の設立',
        '第1回',
        '第2回',
        '窓口の開設',
        '新しい進捗',
        'セミナー',
        '新しい予定',
      ]);
    });

    test('stands behind the last below its parent', async () => {
      const parentId = await rig.idOf('協議会の設立');
      await rig.add(aMilestoneIn(rig.project, '第3回', { parentId, mark: '・' }));
      await rig.add(
        aMilestoneIn(rig.project, '第2回の資料', { parentId: await rig.idOf('第2回'), mark: '※' }),
      );
      await rig.add(aMilestoneIn(rig.project, '第4回', { parentId, mark: '・' }));
      expect(await rig.texts()).toEqual([
        '協議会の設立',
        '第1回',
        '第2回',
        '第2回の資料',
        '第3回',
        '第4回',
        '窓口の開設',
        'セミナー',
      ]);
    });

    test('moves to the end of the column into which it changes', async () => {
      const seminar = await rig.current({ kind: 'milestone', id: `${await rig.idOf('セミナー')}` });
      const after = aMilestoneIn(rig.project, 'セミナー', { firstPlanned: aPeriod('R2.11', '2020-11-01') });
      await rig.store.apply(aSet([changing(seminar, after)]));
      expect(await rig.texts()).toEqual(['協議会の設立', '第1回', '第2回', '窓口の開設', 'セミナー']);
      const done = (await rig.projectNow()).milestones.at(-1);
      expect(done).toMatchObject({ firstPlanned: after.firstPlanned, version: 2, dates: after.dates });
    });

    test('goes back to its place when its move is undone', async () => {
      const before = await rig.projectNow();
      const parentId = await rig.idOf('協議会の設立');
      const moves = [
        aMilestoneIn(rig.project, '協議会の設立', { column: 'upcoming' }),
        aMilestoneIn(rig.project, '第1回', { column: 'upcoming', parentId }),
        aMilestoneIn(rig.project, '第2回', { column: 'upcoming', parentId }),
      ];
      const rows = await Promise.all(
        moves.map(async ({ text }) => rig.current({ kind: 'milestone', id: `${await rig.idOf(text)}` })),
      );
      const { setId } = written(
        await rig.store.apply(aSet(rows.map((row, index) => changing(row, moves[index] ?? row.snapshot)))),
      );
      expect(await rig.texts()).toEqual(['窓口の開設', 'セミナー', '協議会の設立', '第1回', '第2回']);
      await rig.add(aMilestoneIn(rig.project, '後から'));
      const back = await Promise.all(
        rows.map(async ({ target, snapshot }) => changing(await rig.current(target), snapshot)),
      );
      await rig.store.apply(aSet(back.toReversed(), { undoes: setId }));
      expect(await rig.texts()).toEqual(before.milestones.map(({ text }) => text).toSpliced(4, 0, '後から'));
    });

    test('may hang two below each other without an end of the search', async () => {
      const [a, b] = [anId(), anId()] as [MilestoneId, MilestoneId];
      await rig.store.apply(
        aSet([
          adding(aMilestoneIn(rig.project, 'a'), a),
          adding(aMilestoneIn(rig.project, 'b', { parentId: a }), b),
        ]),
      );
      const first = await rig.current({ kind: 'milestone', id: a });
      await rig.store.apply(aSet([changing(first, aMilestoneIn(rig.project, 'a', { parentId: b }))]));
      await rig.add(aMilestoneIn(rig.project, 'c', { parentId: b }));
      expect((await rig.texts()).toSorted().slice(0, 3)).toEqual(['a', 'b', 'c']);
    });

    test('is not scheduled after it was taken away', async () => {
      const span = { first: aDay('2020-11-01'), last: aDay('2020-11-30') };
      expect(await rig.store.findScheduled(span)).toHaveLength(1);
      await rig.store.apply(
        aSet([removing(await rig.current({ kind: 'milestone', id: `${await rig.idOf('セミナー')}` }))]),
      );
      expect(await rig.store.findScheduled(span)).toEqual([]);
      expect((await rig.store.listProjects())[0]?.scheduled).toEqual([]);
    });
  });
}
