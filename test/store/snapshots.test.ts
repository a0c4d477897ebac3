import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Draft } from '../../src/actions/change-ports.ts';
import type { PostId, Snapshot, Target, Versioned } from '../../src/domain/change.ts';
import type { IndicatorId } from '../../src/domain/indicator.ts';
import type { MilestoneId, StrandId, WorkingGroupId } from '../../src/domain/milestone.ts';
import type { ProjectId } from '../../src/domain/project.ts';
import type { Store } from '../../src/store/open-store.ts';
import { aRowTwice, type Named } from '../support/arbitrary-snapshots.ts';
import {
  adding,
  aMilestoneIn,
  aNewProject,
  anId,
  anIndicatorIn,
  anObservationOf,
  anOccupancy,
  aPost,
  aRole,
  aSet,
  changing,
  removing,
} from '../support/changes.ts';
import { runs } from '../support/runs.ts';
import { eachStore, type OpenedStore } from '../support/stores.ts';

describe.each(eachStore)('snapshots in the %s store', (_kind, open) => {
  let opened: OpenedStore;
  let store: Store;
  beforeAll(async () => {
    opened = await open();
    store = opened.store;
    await apply(namedRows);
  });
  afterAll(async () => {
    await opened.cleanUp();
  });

  const apply = async (drafts: readonly Draft[]) => {
    const result = await store.apply(aSet(drafts));
    if (result.kind !== 'applied') throw new Error(JSON.stringify(result));
    expect((await store.history({ setId: result.setId, skip: 0, most: 100 })).changes).toEqual(
      result.changes.toReversed(),
    );
    return result.changes;
  };
  const readAll = (targets: readonly Target[]) => Promise.all(targets.map((target) => store.read(target)));
  const rowsNow = async (targets: readonly Target[]): Promise<readonly Versioned[]> =>
    (await readAll(targets)).filter((row) => row !== null);
  const snapshotsOf = (rows: readonly (Versioned | null)[]) => rows.map((row) => row?.snapshot);

  test('read back as they were written: new, changed, taken away and brought back', async () => {
    const lives = fc.asyncProperty(
      fc.array(aRowTwice(named), { minLength: 1, maxLength: 16 }),
      async (drawn) => {
        const [first, second] = [drawn.map(([one]) => one), drawn.map(([, two]) => two)];
        const drafts = first.map((snapshot) => adding(snapshot));
        const targets = drafts.map(({ target }) => target);
        await apply(drafts);
        expect(snapshotsOf(await readAll(targets))).toEqual(first);
        const changeable = (await rowsNow(targets)).flatMap((row, index) =>
          row.snapshot.kind === 'observation' ? [] : [changing(row, second[index] ?? row.snapshot)],
        );
        if (changeable.length > 0) await apply(changeable);
        expect(snapshotsOf(await readAll(targets))).toEqual(second);
        await apply((await rowsNow(targets)).map(removing));
        expect(await rowsNow(targets)).toEqual([]);
        const back = await apply(second.map((snapshot, index) => adding(snapshot, targets[index]?.id)));
        expect(snapshotsOf(await readAll(targets))).toEqual(second);
        expect(back.map(({ before, after }) => [before, after])).toEqual(
          second.map((after) => [null, after]),
        );
      },
    );
    // What was drawn once is in the store: a smaller example would meet it there.
    await fc.assert(lives, { numRuns: runs(4), endOnFailure: true });
  });

  test('of a project come together, each kind in written order, without what was taken away', async () => {
    const projectId = anId() as ProjectId;
    const [parentId, indicatorId] = [anId() as MilestoneId, anId() as IndicatorId];
    const post = adding(aPost('課長'));
    const snapshots: readonly (readonly [Snapshot, string?])[] = [
      [aNewProject(77), projectId],
      [{ kind: 'strand', projectId, parentId: null, name: '全般' }],
      [{ kind: 'working-group', projectId, strandId: null, name: 'WG' }],
      [aMilestoneIn(projectId, '予定', { column: 'upcoming' })],
      [aMilestoneIn(projectId, '甲'), parentId],
      [aMilestoneIn(projectId, '乙')],
      [aMilestoneIn(projectId, '甲の一', { parentId })],
      [anIndicatorIn(projectId, '件数'), indicatorId],
      [anObservationOf(indicatorId, '1')],
      [anObservationOf(indicatorId, '2')],
      [{ kind: 'programme', projectId, name: '交付金', national: true, isNew: false }],
      [aRole(post.target.id, projectId, 'lead')],
    ];
    await apply([post, ...snapshots.map(([snapshot, id]) => adding(snapshot, id))]);
    const rows = await store.rowsOf(projectId);
    expect(rows.map(({ snapshot }) => label(snapshot))).toEqual([
      'strand 全般',
      'working-group WG',
      'milestone 甲',
      'milestone 甲の一',
      'milestone 乙',
      'milestone 予定',
      'indicator 件数',
      'observation 1',
      'observation 2',
      'programme 交付金',
      'role',
    ]);
    expect(await readAll(rows.map(({ target }) => target))).toEqual(rows);
    await apply(rows.filter(({ snapshot }) => snapshot.kind !== 'indicator').map(removing));
    expect((await store.rowsOf(projectId)).map(({ target }) => target.id)).toEqual([indicatorId]);
  });

  test('of a retired project are there, and it stands in the list of all', async () => {
    const [id, milestone] = [anId(), anId()];
    const projectId = id as ProjectId;
    await apply([adding(aNewProject(78), id), adding(aMilestoneIn(projectId, '甲'), milestone)]);
    const [row] = await rowsNow([{ kind: 'project', id }]);
    if (row === undefined) throw new Error('no project');
    await apply([changing(row, { ...aNewProject(78), retired: true })]);
    expect((await store.rowsOf(projectId)).map(({ target }) => target.id)).toEqual([milestone]);
    const listed = await store.listProjectRows();
    expect(listed).toContainEqual({
      target: row.target,
      version: 2,
      snapshot: { ...row.snapshot, retired: true },
    });
    const numbers = listed.map(({ snapshot }) => (snapshot.kind === 'project' ? snapshot.number : 0));
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  });

  test.each(['x', anId()])('of a project of the id %s there are none', async (id) => {
    expect(await store.rowsOf(id as ProjectId)).toEqual([]);
  });
});

const named: Named = {
  projectId: anId() as ProjectId,
  milestoneId: anId() as MilestoneId,
  strandId: anId() as StrandId,
  workingGroupId: anId() as WorkingGroupId,
  indicatorId: anId() as IndicatorId,
  postId: anId() as PostId,
};

const { projectId } = named;
const namedRows: readonly Draft[] = [
  adding(aNewProject(8), projectId),
  adding({ kind: 'strand', projectId, parentId: null, name: '全般' }, named.strandId),
  adding({ kind: 'working-group', projectId, strandId: null, name: 'WG' }, named.workingGroupId),
  adding(aMilestoneIn(projectId, '設立'), named.milestoneId),
  adding(anIndicatorIn(projectId, '件数'), named.indicatorId),
  adding(aPost('主任'), named.postId),
  adding(anOccupancy(named.postId, 'U0SATO')),
  adding(aRole(named.postId, projectId, 'deputy')),
];

function label(snapshot: Snapshot): string {
  const { kind } = snapshot;
  if ('text' in snapshot) return `${kind} ${snapshot.text}`;
  if (kind === 'observation') {
    return `${kind} ${snapshot.value.kind === 'number' ? snapshot.value.amount : snapshot.value.state}`;
  }
  return 'name' in snapshot ? `${kind} ${snapshot.name}` : kind;
}
