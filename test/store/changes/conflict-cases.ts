import { describe, expect, test } from '@jest/globals';
import type { Snapshot } from '../../../src/domain/change.ts';
import type { IndicatorId } from '../../../src/domain/indicator.ts';
import type { ProjectId } from '../../../src/domain/project.ts';
import {
  adding,
  aMilestoneIn,
  aNewProject,
  anIndicatorIn,
  anObservationOf,
  aSet,
  changing,
  removing,
} from '../../support/changes.ts';
import { type ChangeRig, written } from './rig.ts';

/** Rows that somebody changed, took away or added meanwhile. */
export function conflictCases(rig: ChangeRig): void {
  describe('of a row that somebody changed, took away or added meanwhile', () => {
    test('is a conflict that tells how it stands and who was faster', async () => {
      const target = await rig.add(aMilestoneIn(rig.project, '甲'));
      const read = await rig.current(target);
      const faster = written(await rig.store.apply(aSet([changing(read, aMilestoneIn(rig.project, '乙'))])));
      const result = await rig.store.apply(aSet([changing(read, aMilestoneIn(rig.project, '丙'))]));
      expect(result).toEqual({
        kind: 'conflict',
        target,
        current: await rig.current(target),
        last: faster.changes[0],
      });
    });

    test('is a conflict with nothing, where the row is gone', async () => {
      const target = await rig.add(aMilestoneIn(rig.project, '甲'));
      const read = await rig.current(target);
      await rig.store.apply(aSet([removing(read)]));
      const result = await rig.store.apply(aSet([changing(read, aMilestoneIn(rig.project, '乙'))]));
      expect(result).toMatchObject({ kind: 'conflict', target, current: null, last: { after: null } });
    });

    test.each([
      [
        'name of a strand',
        (id: ProjectId) => ({ kind: 'strand', projectId: id, parentId: null, name: '全般' }),
      ],
      [
        'name of a working group',
        (id: ProjectId) => ({ kind: 'working-group', projectId: id, strandId: null, name: 'WG' }),
      ],
      ['number of a project', () => aNewProject(8)],
      ['name of a post', () => ({ kind: 'post', section: '課', name: '主任', isAdministrator: false })],
    ] as readonly (readonly [string, (id: ProjectId) => Snapshot])[])(
      'is a conflict with the row that has the %s',
      async (_what, snapshotIn) => {
        const snapshot = snapshotIn(rig.project);
        await rig.store.apply(aSet([adding(snapshot)]));
        const again = await rig.store.apply(aSet([adding(snapshot)]));
        expect(again).toMatchObject({ kind: 'conflict', current: { snapshot: { kind: snapshot.kind } } });
      },
    );

    test('is a conflict where what holds it was taken away', async () => {
      const indicator = await rig.add(anIndicatorIn(rig.project, '件数'));
      await rig.store.apply(aSet([removing(await rig.current(indicator))]));
      const late = await rig.store.apply(aSet([adding(anObservationOf(indicator.id as IndicatorId, '1'))]));
      expect(late).toMatchObject({ kind: 'conflict', target: indicator, current: null });
      await rig.store.apply(
        aSet([
          changing(await rig.current({ kind: 'project', id: rig.project }), {
            ...aNewProject(8),
            retired: true,
          }),
        ]),
      );
      const later = await rig.store.apply(aSet([adding(aMilestoneIn(rig.project, '甲'))]));
      expect(later).toMatchObject({ kind: 'conflict', current: { snapshot: { retired: true } } });
    });
  });
}
