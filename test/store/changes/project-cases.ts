import { describe, expect, test } from '@jest/globals';
import type { Snapshot, Target, Versioned } from '../../../src/domain/change.ts';
import type { ProjectId } from '../../../src/domain/project.ts';
import {
  adding,
  aNewProject,
  anIndicatorIn,
  anObservationOf,
  aSet,
  changing,
  lead,
  recordedAt,
  removing,
} from '../../support/changes.ts';
import { aPeriod } from '../../support/editions.ts';
import { aDay, type ChangeRig, written } from './rig.ts';

/** Values of an indicator. */
export function observationCases(rig: ChangeRig): void {
  describe('of an observation', () => {
    const indicatorNow = async () => {
      const [indicator] = (await rig.projectNow()).indicators;
      if (indicator === undefined) throw new Error('no indicator');
      return indicator;
    };
    const amounts = async () => (await indicatorNow()).observations.map(({ value }) => value);
    const number = (amount: string) => ({ kind: 'number', amount });

    test('adds a value with who recorded it, and its note', async () => {
      const { id } = await indicatorNow();
      await rig.add(anObservationOf(id, '25', { note: '速報値' }));
      expect((await indicatorNow()).current).toMatchObject({
        value: number('25'),
        note: '速報値',
        source: { kind: 'person', by: lead.personId, recordedAt },
      });
      expect(await amounts()).toEqual([number('22'), number('25')]);
    });

    test('that is withdrawn is not in force, and may come back', async () => {
      const target = await rig.add(anObservationOf((await indicatorNow()).id, '25'));
      const read = await rig.current(target);
      await rig.store.apply(aSet([removing(read)]));
      expect(await amounts()).toEqual([number('22')]);
      await rig.store.apply(aSet([adding(read.snapshot, target.id)]));
      expect(await amounts()).toEqual([number('22'), number('25')]);
    });

    test('is never another value: that is a mistake of the program', async () => {
      const { id } = await indicatorNow();
      const read = await rig.current(await rig.add(anObservationOf(id, '25')));
      await expect(rig.store.apply(aSet([changing(read, anObservationOf(id, '26'))]))).rejects.toThrow(
        'never changed',
      );
      expect(await amounts()).toEqual([number('22'), number('25')]);
    });

    test('orders the values by the time for which they hold', async () => {
      const { id } = await indicatorNow();
      await rig.add(anObservationOf(id, '30', { asOf: aPeriod('R3.3', '2021-03-01', '2021-03-31') }));
      await rig.add(anObservationOf(id, '20', { asOf: aPeriod('H31', '2019-01-01', '2019-12-31') }));
      expect(await amounts()).toEqual([number('20'), number('22'), number('30')]);
    });
  });
}

/** Projects, and what moves between them. */
export function projectCases(rig: ChangeRig): void {
  describe('of a project', () => {
    test('adds one that no edition speaks of', async () => {
      await rig.add(aNewProject(11, { aliases: ['新', '十一'] }));
      expect(await rig.store.findProject(11)).toMatchObject({ aliases: ['新', '十一'], edition: null });
      expect((await rig.store.listProjects()).map(({ number }) => number)).toEqual([8, 11]);
    });

    test('retires it: nobody lists or finds it, its number is free, and it comes back', async () => {
      const target: Target = { kind: 'project', id: rig.project };
      const read = await rig.current(target);
      const retired = { ...aNewProject(8), retired: true };
      await rig.store.apply(aSet([changing(read, retired)]));
      expect([await rig.store.findProject(8), await rig.store.listProjects()]).toEqual([null, []]);
      expect(await rig.store.findScheduled({ first: aDay('2020-01-01'), last: aDay('2030-12-31') })).toEqual(
        [],
      );
      const second = await rig.add(aNewProject(8, { name: '後継' }));
      const back = await rig.store.apply(aSet([changing(await rig.current(target), aNewProject(8))]));
      expect(back).toMatchObject({
        kind: 'conflict',
        target: second,
        current: { snapshot: { name: '後継' } },
      });
      await rig.store.apply(aSet([changing(await rig.current(target), aNewProject(9))]));
      expect(await rig.store.findProject(9)).toMatchObject({ id: rig.project, milestones: { length: 5 } });
    });
  });

  test('of what moves to another project and back stands where it stood', async () => {
    const other = (await rig.add(aNewProject(9))).id as ProjectId;
    const names = ['甲', '乙', '丙'];
    const [strand, group] = [
      { kind: 'strand', parentId: null },
      { kind: 'working-group', strandId: null },
    ] as const;
    const programme = { kind: 'programme', national: false, isNew: false } as const;
    const snapshotsIn = (projectId: ProjectId): readonly Snapshot[] =>
      names.flatMap((name) => [
        { ...strand, projectId, name },
        { ...group, projectId, name },
        { ...programme, projectId, name },
        anIndicatorIn(projectId, name),
      ]);
    await rig.store.apply(aSet(snapshotsIn(rig.project).map((snapshot) => adding(snapshot))));
    const before = await rig.store.rowsOf(rig.project);
    const isMoving = ({ snapshot }: Versioned) => 'name' in snapshot && names.includes(snapshot.name);
    const moving = before.filter(
      (row) => isMoving(row) && !('name' in row.snapshot && row.snapshot.name === '乙'),
    );
    const { setId } = written(
      await rig.store.apply(
        aSet(moving.map((row) => changing(row, { ...row.snapshot, projectId: other } as Snapshot))),
      ),
    );
    expect((await rig.store.rowsOf(other)).map(({ target }) => target)).toEqual(
      moving.map(({ target }) => target),
    );
    const back = await Promise.all(
      moving.map(async ({ target, snapshot }) => changing(await rig.current(target), snapshot)),
    );
    await rig.store.apply(aSet(back.toReversed(), { undoes: setId }));
    expect(await rig.store.rowsOf(other)).toEqual([]);
    expect((await rig.store.rowsOf(rig.project)).map(({ target }) => target)).toEqual(
      before.map(({ target }) => target),
    );
  });
}
