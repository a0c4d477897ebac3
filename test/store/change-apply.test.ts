import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ApplyResult } from '../../src/actions/change-ports.ts';
import type { Snapshot, Target, Versioned } from '../../src/domain/change.ts';
import type { IndicatorId } from '../../src/domain/indicator.ts';
import type { MilestoneId } from '../../src/domain/milestone.ts';
import type { ProjectId } from '../../src/domain/project.ts';
import { type Store, storeOver } from '../../src/store/open-store.ts';
import {
  adding,
  aMilestoneIn,
  aNewProject,
  anId,
  anIndicatorIn,
  anObservationOf,
  aSet,
  changing,
  lead,
  recordedAt,
  removing,
} from '../support/changes.ts';
import { anAchievement, anEdition, anIndicator, aPeriod, aPlan, aProject } from '../support/editions.ts';
import { eachStore, emptyTables, type OpenedStore } from '../support/stores.ts';

describe.each(eachStore)('a change in the %s store', (_kind, open) => {
  let opened: OpenedStore;
  let store: Store;
  let project: ProjectId;
  beforeAll(async () => {
    opened = await open();
  });
  beforeEach(async () => {
    await emptyTables(opened.database);
    store = storeOver(opened.database);
    await store.loadEdition(edition, recordedAt);
    project = (await projectNow()).id;
  });
  afterAll(async () => {
    await opened.cleanUp();
  });

  const projectNow = async () => {
    const found = await store.findProject(8);
    if (found === null) throw new Error('project 8 is not there');
    return found;
  };
  const current = async (target: Target) => {
    const found = await store.read(target);
    if (found === null) throw new Error(`no ${target.kind} there`);
    return found;
  };
  const add = async (after: Snapshot): Promise<Target> => {
    const draft = adding(after);
    expect(await store.apply(aSet([draft]))).toMatchObject({ kind: 'applied' });
    return draft.target;
  };
  const texts = async () => (await projectNow()).milestones.map(({ text }) => text);
  const idOf = async (text: string) =>
    (await projectNow()).milestones.find((milestone) => milestone.text === text)?.id ?? null;

  describe('that is applied', () => {
    test('gives what was written and by whom, and the trail gives the same', async () => {
      const draft = adding(aMilestoneIn(project, '説明会を開催'));
      const set = aSet([draft], { reason: '遅れて報告', approvedBy: lead, undoes: anId() });
      const result = await store.apply(set);
      const { requestKey: _key, drafts: _drafts, guard: _guard, ...told } = set;
      const { target, after } = draft;
      expect(result).toEqual({
        kind: 'applied',
        setId: expect.any(String),
        changes: [
          expect.objectContaining({
            target,
            projectId: project,
            before: null,
            after,
            ...told,
          }),
        ],
      });
      const { setId, changes } = written(result);
      expect(await store.history({ setId, skip: 0, most: 10 })).toEqual({ changes, total: 1 });
    });

    test('counts the version up, and the revision', async () => {
      const target = await add(aMilestoneIn(project, '説明会を開催'));
      const before = await current(target);
      const revision = await store.revision();
      await store.apply(aSet([changing(before, aMilestoneIn(project, '説明会を二度開催'))]));
      expect(before.version).toBe(1);
      expect(await current(target)).toMatchObject({ version: 2, snapshot: { text: '説明会を二度開催' } });
      expect(await store.revision()).not.toBe(revision);
    });

    test('records how the row really stood, whatever the draft says', async () => {
      const target = await add(aMilestoneIn(project, '説明会を開催'));
      const read = await current(target);
      const tampered = { ...read, snapshot: aMilestoneIn(project, '何もしていない') };
      const { changes } = written(
        await store.apply(aSet([changing(tampered, aMilestoneIn(project, '説明会'))])),
      );
      expect(changes[0]?.before).toEqual(read.snapshot);
    });

    test('takes a row away, and brings it back under its id and in its place', async () => {
      const id = await idOf('窓口の開設');
      const target: Target = { kind: 'milestone', id: `${id}` };
      const before = await current(target);
      await store.apply(aSet([removing(before)]));
      expect(await store.read(target)).toBeNull();
      expect(await texts()).toEqual(['協議会の設立', '第1回', '第2回', 'セミナー']);
      await store.apply(aSet([adding(before.snapshot, target.id)]));
      expect(await current(target)).toEqual({ ...before, version: 3 });
      expect(await texts()).toEqual(['協議会の設立', '第1回', '第2回', '窓口の開設', 'セミナー']);
    });

    test('applies all drafts or, when one is overtaken, none', async () => {
      const [first, second] = [
        await add(aMilestoneIn(project, '甲')),
        await add(aMilestoneIn(project, '乙')),
      ];
      const read = [await current(first), await current(second)] as const;
      await store.apply(aSet([changing(read[1], aMilestoneIn(project, '丙'))]));
      const result = await store.apply(aSet(read.map((one) => changing(one, aMilestoneIn(project, '丁')))));
      expect(result).toMatchObject({ kind: 'conflict', target: second });
      expect(await current(first)).toEqual(read[0]);
    });
  });

  describe('of a milestone', () => {
    test('stands at the end of its column', async () => {
      await add(aMilestoneIn(project, '新しい進捗'));
      await add(aMilestoneIn(project, '新しい予定', { column: 'upcoming', state: 'planned' }));
      expect(await texts()).toEqual([
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
      const parentId = await idOf('協議会の設立');
      await add(aMilestoneIn(project, '第3回', { parentId, mark: '・' }));
      await add(aMilestoneIn(project, '第2回の資料', { parentId: await idOf('第2回'), mark: '※' }));
      await add(aMilestoneIn(project, '第4回', { parentId, mark: '・' }));
      expect(await texts()).toEqual([
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
      const seminar = await current({ kind: 'milestone', id: `${await idOf('セミナー')}` });
      const after = aMilestoneIn(project, 'セミナー', { firstPlanned: aPeriod('R2.11', '2020-11-01') });
      await store.apply(aSet([changing(seminar, after)]));
      expect(await texts()).toEqual(['協議会の設立', '第1回', '第2回', '窓口の開設', 'セミナー']);
      const done = (await projectNow()).milestones.at(-1);
      expect(done).toMatchObject({ firstPlanned: after.firstPlanned, version: 2, dates: after.dates });
    });

    test('goes back to its place when its move is undone', async () => {
      const before = await projectNow();
      const parentId = await idOf('協議会の設立');
      const moves = [
        aMilestoneIn(project, '協議会の設立', { column: 'upcoming' }),
        aMilestoneIn(project, '第1回', { column: 'upcoming', parentId }),
        aMilestoneIn(project, '第2回', { column: 'upcoming', parentId }),
      ];
      const rows = await Promise.all(
        moves.map(async ({ text }) => current({ kind: 'milestone', id: `${await idOf(text)}` })),
      );
      const { setId } = written(
        await store.apply(aSet(rows.map((row, index) => changing(row, moves[index] ?? row.snapshot)))),
      );
      expect(await texts()).toEqual(['窓口の開設', 'セミナー', '協議会の設立', '第1回', '第2回']);
      await add(aMilestoneIn(project, '後から'));
      const back = await Promise.all(
        rows.map(async ({ target, snapshot }) => changing(await current(target), snapshot)),
      );
      await store.apply(aSet(back.toReversed(), { undoes: setId }));
      expect(await texts()).toEqual(before.milestones.map(({ text }) => text).toSpliced(4, 0, '後から'));
    });

    test('may hang two below each other without an end of the search', async () => {
      const [a, b] = [anId(), anId()] as [MilestoneId, MilestoneId];
      await store.apply(
        aSet([adding(aMilestoneIn(project, 'a'), a), adding(aMilestoneIn(project, 'b', { parentId: a }), b)]),
      );
      const first = await current({ kind: 'milestone', id: a });
      await store.apply(aSet([changing(first, aMilestoneIn(project, 'a', { parentId: b }))]));
      await add(aMilestoneIn(project, 'c', { parentId: b }));
      expect((await texts()).toSorted().slice(0, 3)).toEqual(['a', 'b', 'c']);
    });

    test('is not scheduled after it was taken away', async () => {
      const span = { first: aDay('2020-11-01'), last: aDay('2020-11-30') };
      expect(await store.findScheduled(span)).toHaveLength(1);
      await store.apply(
        aSet([removing(await current({ kind: 'milestone', id: `${await idOf('セミナー')}` }))]),
      );
      expect(await store.findScheduled(span)).toEqual([]);
      expect((await store.listProjects())[0]?.scheduled).toEqual([]);
    });
  });

  describe('of an observation', () => {
    const indicatorNow = async () => {
      const [indicator] = (await projectNow()).indicators;
      if (indicator === undefined) throw new Error('no indicator');
      return indicator;
    };
    const amounts = async () => (await indicatorNow()).observations.map(({ value }) => value);
    const number = (amount: string) => ({ kind: 'number', amount });

    test('adds a value with who recorded it, and its note', async () => {
      const { id } = await indicatorNow();
      await add(anObservationOf(id, '25', { note: '速報値' }));
      expect((await indicatorNow()).current).toMatchObject({
        value: number('25'),
        note: '速報値',
        source: { kind: 'person', by: lead.personId, recordedAt },
      });
      expect(await amounts()).toEqual([number('22'), number('25')]);
    });

    test('that is withdrawn is not in force, and may come back', async () => {
      const target = await add(anObservationOf((await indicatorNow()).id, '25'));
      const read = await current(target);
      await store.apply(aSet([removing(read)]));
      expect(await amounts()).toEqual([number('22')]);
      await store.apply(aSet([adding(read.snapshot, target.id)]));
      expect(await amounts()).toEqual([number('22'), number('25')]);
    });

    test('is never another value: that is a mistake of the program', async () => {
      const { id } = await indicatorNow();
      const read = await current(await add(anObservationOf(id, '25')));
      await expect(store.apply(aSet([changing(read, anObservationOf(id, '26'))]))).rejects.toThrow(
        'never changed',
      );
      expect(await amounts()).toEqual([number('22'), number('25')]);
    });

    test('orders the values by the time for which they hold', async () => {
      const { id } = await indicatorNow();
      await add(anObservationOf(id, '30', { asOf: aPeriod('R3.3', '2021-03-01', '2021-03-31') }));
      await add(anObservationOf(id, '20', { asOf: aPeriod('H31', '2019-01-01', '2019-12-31') }));
      expect(await amounts()).toEqual([number('20'), number('22'), number('30')]);
    });
  });

  describe('of a project', () => {
    test('adds one that no edition speaks of', async () => {
      await add(aNewProject(11, { aliases: ['新', '十一'] }));
      expect(await store.findProject(11)).toMatchObject({ aliases: ['新', '十一'], edition: null });
      expect((await store.listProjects()).map(({ number }) => number)).toEqual([8, 11]);
    });

    test('retires it: nobody lists or finds it, its number is free, and it comes back', async () => {
      const target: Target = { kind: 'project', id: project };
      const read = await current(target);
      const retired = { ...aNewProject(8), retired: true };
      await store.apply(aSet([changing(read, retired)]));
      expect([await store.findProject(8), await store.listProjects()]).toEqual([null, []]);
      expect(await store.findScheduled({ first: aDay('2020-01-01'), last: aDay('2030-12-31') })).toEqual([]);
      const second = await add(aNewProject(8, { name: '後継' }));
      const back = await store.apply(aSet([changing(await current(target), aNewProject(8))]));
      expect(back).toMatchObject({
        kind: 'conflict',
        target: second,
        current: { snapshot: { name: '後継' } },
      });
      await store.apply(aSet([changing(await current(target), aNewProject(9))]));
      expect(await store.findProject(9)).toMatchObject({ id: project, milestones: { length: 5 } });
    });
  });

  test('of what moves to another project and back stands where it stood', async () => {
    const other = (await add(aNewProject(9))).id as ProjectId;
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
    await store.apply(aSet(snapshotsIn(project).map((snapshot) => adding(snapshot))));
    const before = await store.rowsOf(project);
    const isMoving = ({ snapshot }: Versioned) => 'name' in snapshot && names.includes(snapshot.name);
    const moving = before.filter(
      (row) => isMoving(row) && !('name' in row.snapshot && row.snapshot.name === '乙'),
    );
    const { setId } = written(
      await store.apply(
        aSet(moving.map((row) => changing(row, { ...row.snapshot, projectId: other } as Snapshot))),
      ),
    );
    expect((await store.rowsOf(other)).map(({ target }) => target)).toEqual(
      moving.map(({ target }) => target),
    );
    const back = await Promise.all(
      moving.map(async ({ target, snapshot }) => changing(await current(target), snapshot)),
    );
    await store.apply(aSet(back.toReversed(), { undoes: setId }));
    expect(await store.rowsOf(other)).toEqual([]);
    expect((await store.rowsOf(project)).map(({ target }) => target)).toEqual(
      before.map(({ target }) => target),
    );
  });

  describe('of a row that somebody changed, took away or added meanwhile', () => {
    test('is a conflict that tells how it stands and who was faster', async () => {
      const target = await add(aMilestoneIn(project, '甲'));
      const read = await current(target);
      const faster = written(await store.apply(aSet([changing(read, aMilestoneIn(project, '乙'))])));
      const result = await store.apply(aSet([changing(read, aMilestoneIn(project, '丙'))]));
      expect(result).toEqual({
        kind: 'conflict',
        target,
        current: await current(target),
        last: faster.changes[0],
      });
    });

    test('is a conflict with nothing, where the row is gone', async () => {
      const target = await add(aMilestoneIn(project, '甲'));
      const read = await current(target);
      await store.apply(aSet([removing(read)]));
      const result = await store.apply(aSet([changing(read, aMilestoneIn(project, '乙'))]));
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
        const snapshot = snapshotIn(project);
        await store.apply(aSet([adding(snapshot)]));
        const again = await store.apply(aSet([adding(snapshot)]));
        expect(again).toMatchObject({ kind: 'conflict', current: { snapshot: { kind: snapshot.kind } } });
      },
    );

    test('is a conflict where what holds it was taken away', async () => {
      const indicator = await add(anIndicatorIn(project, '件数'));
      await store.apply(aSet([removing(await current(indicator))]));
      const late = await store.apply(aSet([adding(anObservationOf(indicator.id as IndicatorId, '1'))]));
      expect(late).toMatchObject({ kind: 'conflict', target: indicator, current: null });
      await store.apply(
        aSet([
          changing(await current({ kind: 'project', id: project }), { ...aNewProject(8), retired: true }),
        ]),
      );
      const later = await store.apply(aSet([adding(aMilestoneIn(project, '甲'))]));
      expect(later).toMatchObject({ kind: 'conflict', current: { snapshot: { retired: true } } });
    });
  });

  describe('that cannot be written', () => {
    test.each([
      ['a NUL character', 'a\0b', /NUL character in drafts\[0\]\.after\.text/],
      ['half of a character', '\ud83d', /surrogate/],
    ])('for %s says so and writes nothing', async (_what, text, reason) => {
      const draft = adding(aMilestoneIn(project, text));
      await expect(store.apply(aSet([draft]))).rejects.toThrow(reason);
      expect(await store.read(draft.target)).toBeNull();
    });

    test('because the trail refuses it changes no row', async () => {
      const { prisma } = opened.database;
      await prisma.$executeRawUnsafe(
        `ALTER TABLE "change" ADD CONSTRAINT "refusing" CHECK ("reason" <> 'refused') NOT VALID`,
      );
      const before = await projectNow();
      const set = aSet([adding(aMilestoneIn(project, '甲')), adding(aNewProject(12))], { reason: 'refused' });
      await expect(store.apply(set)).rejects.toThrow('refusing');
      expect(await projectNow()).toEqual(before);
      expect(await store.findProject(12)).toBeNull();
      await prisma.$executeRawUnsafe('ALTER TABLE "change" DROP CONSTRAINT "refusing"');
      expect(await store.apply(set)).toMatchObject({ kind: 'applied' });
    });
  });

  test.each(['', 'x', 'milestone', '00000000-0000-7000-8000-00000000000', "'; --"])(
    'of the id %j, which is none, is no row and has no history',
    async (id) => {
      expect(await store.read({ kind: 'milestone', id })).toBeNull();
      const filter = { target: { kind: 'milestone', id }, skip: 0, most: 5 } as const;
      expect(await store.history(filter)).toEqual({ changes: [], total: 0 });
    },
  );
});

const edition = anEdition([
  aProject(8, {
    progress: [
      anAchievement('協議会の設立', {
        entries: [anAchievement('第1回', { mark: '・' }), anAchievement('第2回', { mark: '・' })],
      }),
      anAchievement('窓口の開設'),
    ],
    upcoming: [aPlan('セミナー', [aPeriod('R2.11', '2020-11-01', '2020-11-30')])],
    indicators: [anIndicator('開催数')],
  }),
]);

function aDay(text: string) {
  const { first } = aPeriod(text, text);
  if (first === null) throw new Error(text);
  return first;
}

function written(result: ApplyResult) {
  if (result.kind !== 'applied') throw new Error(JSON.stringify(result));
  return result;
}
