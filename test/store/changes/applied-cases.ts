import { describe, expect, test } from '@jest/globals';
import type { Target } from '../../../src/domain/change.ts';
import {
  adding,
  aMilestoneIn,
  aNewProject,
  anId,
  aSet,
  changing,
  lead,
  removing,
} from '../../support/changes.ts';
import { type ChangeRig, written } from './rig.ts';

/** What comes of changes that are written. */
export function appliedCases(rig: ChangeRig): void {
  describe('that is applied', () => {
    test('gives what was written and by whom, and the trail gives the same', async () => {
      const draft = adding(aMilestoneIn(rig.project, '説明会を開催'));
      const set = aSet([draft], { reason: '遅れて報告', approvedBy: lead, undoes: anId() });
      const result = await rig.store.apply(set);
      const { requestKey: _key, drafts: _drafts, guard: _guard, ...told } = set;
      const { target, after } = draft;
      expect(result).toEqual({
        kind: 'applied',
        setId: expect.any(String),
        changes: [
          expect.objectContaining({
            target,
            projectId: rig.project,
            before: null,
            after,
            ...told,
          }),
        ],
      });
      const { setId, changes } = written(result);
      expect(await rig.store.history({ setId, skip: 0, most: 10 })).toEqual({ changes, total: 1 });
    });

    test('counts the version up, and the revision', async () => {
      const target = await rig.add(aMilestoneIn(rig.project, '説明会を開催'));
      const before = await rig.current(target);
      const revision = await rig.store.revision();
      await rig.store.apply(aSet([changing(before, aMilestoneIn(rig.project, '説明会を二度開催'))]));
      expect(before.version).toBe(1);
      expect(await rig.current(target)).toMatchObject({ version: 2, snapshot: { text: '説明会を二度開催' } });
      expect(await rig.store.revision()).not.toBe(revision);
    });

    test('records how the row really stood, whatever the draft says', async () => {
      const target = await rig.add(aMilestoneIn(rig.project, '説明会を開催'));
      const read = await rig.current(target);
      const tampered = { ...read, snapshot: aMilestoneIn(rig.project, '何もしていない') };
      const { changes } = written(
        await rig.store.apply(aSet([changing(tampered, aMilestoneIn(rig.project, '説明会'))])),
      );
      expect(changes[0]?.before).toEqual(read.snapshot);
    });

    test('takes a row away, and brings it back under its id and in its place', async () => {
      const id = await rig.idOf('窓口の開設');
      const target: Target = { kind: 'milestone', id: `${id}` };
      const before = await rig.current(target);
      await rig.store.apply(aSet([removing(before)]));
      expect(await rig.store.read(target)).toBeNull();
      expect(await rig.texts()).toEqual(['協議会の設立', '第1回', '第2回', 'セミナー']);
      await rig.store.apply(aSet([adding(before.snapshot, target.id)]));
      expect(await rig.current(target)).toEqual({ ...before, version: 3 });
      expect(await rig.texts()).toEqual(['協議会の設立', '第1回', '第2回', '窓口の開設', 'セミナー']);
    });

    test('applies all drafts or, when one is overtaken, none', async () => {
      const [first, second] = [
        await rig.add(aMilestoneIn(rig.project, '甲')),
        await rig.add(aMilestoneIn(rig.project, '乙')),
      ];
      const read = [await rig.current(first), await rig.current(second)] as const;
      await rig.store.apply(aSet([changing(read[1], aMilestoneIn(rig.project, '丙'))]));
      const result = await rig.store.apply(
        aSet(read.map((one) => changing(one, aMilestoneIn(rig.project, '丁')))),
      );
      expect(result).toMatchObject({ kind: 'conflict', target: second });
      expect(await rig.current(first)).toEqual(read[0]);
    });
  });
}

/** What cannot be written, and ids of nothing. */
export function refusedCases(rig: ChangeRig): void {
  describe('that cannot be written', () => {
    test.each([
      ['a NUL character', 'a\0b', /NUL character in drafts\[0\]\.after\.text/],
      ['half of a character', '\ud83d', /surrogate/],
    ])('for %s says so and writes nothing', async (_what, text, reason) => {
      const draft = adding(aMilestoneIn(rig.project, text));
      await expect(rig.store.apply(aSet([draft]))).rejects.toThrow(reason);
      expect(await rig.store.read(draft.target)).toBeNull();
    });

    test('because the trail refuses it changes no row', async () => {
      const { prisma } = rig.database;
      await prisma.$executeRawUnsafe(
        `ALTER TABLE "change" ADD CONSTRAINT "refusing" CHECK ("reason" <> 'refused') NOT VALID`,
      );
      const before = await rig.projectNow();
      const set = aSet([adding(aMilestoneIn(rig.project, '甲')), adding(aNewProject(12))], {
        reason: 'refused',
      });
      await expect(rig.store.apply(set)).rejects.toThrow('refusing');
      expect(await rig.projectNow()).toEqual(before);
      expect(await rig.store.findProject(12)).toBeNull();
      await prisma.$executeRawUnsafe('ALTER TABLE "change" DROP CONSTRAINT "refusing"');
      expect(await rig.store.apply(set)).toMatchObject({ kind: 'applied' });
    });
  });

  test.each(['', 'x', 'milestone', '00000000-0000-7000-8000-00000000000', "'; --"])(
    'of the id %j, which is none, is no row and has no history',
    async (id) => {
      expect(await rig.store.read({ kind: 'milestone', id })).toBeNull();
      const filter = { target: { kind: 'milestone', id }, skip: 0, most: 5 } as const;
      expect(await rig.store.history(filter)).toEqual({ changes: [], total: 0 });
    },
  );
}
