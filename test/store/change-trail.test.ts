import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Target, Versioned } from '../../src/domain/change.ts';
import type { ProjectId } from '../../src/domain/project.ts';
import type { Store } from '../../src/store/open-store.ts';
import {
  adding,
  aMilestoneIn,
  aNewProject,
  anId,
  aPost,
  aSet,
  changing,
  recordedAt,
  removing,
} from '../support/changes.ts';
import { eachStore, type OpenedStore } from '../support/stores.ts';

describe.each(eachStore)('the audit trail of the %s store', (_kind, open) => {
  let opened: OpenedStore;
  let store: Store;
  const project = anId() as ProjectId;
  const target: Target = { kind: 'milestone', id: anId() };
  beforeAll(async () => {
    opened = await open();
    store = opened.store;
    await store.apply(aSet([adding(aNewProject(8), project)]));
    await store.apply(aSet([adding(aMilestoneIn(project, '0'), target.id)]));
    for (const text of ['1', '2', '3']) {
      await store.apply(aSet([changing(await current(), aMilestoneIn(project, text))]));
    }
    await store.apply(aSet([adding(aPost('主任')), adding(aPost('係長'))]));
  });
  afterAll(async () => {
    await opened.cleanUp();
  });

  const current = async (): Promise<Versioned> => {
    const found = await store.read(target);
    if (found === null) throw new Error('the milestone is gone');
    return found;
  };
  const textsOf = (changes: Awaited<ReturnType<Store['history']>>['changes']) =>
    changes.map(({ after }) => (after?.kind === 'milestone' ? after.text : after?.kind));

  test.each([
    ['an update', `UPDATE "change" SET "reason" = 'x'`],
    ['an update of nothing', `UPDATE "change" SET "reason" = 'x' WHERE false`],
    ['a deletion', 'DELETE FROM "change"'],
    ['a truncation', 'TRUNCATE "change"'],
  ])('refuses %s', async (_what, sql) => {
    const before = await store.history({ skip: 0, most: 100 });
    await expect(opened.database.prisma.$executeRawUnsafe(sql)).rejects.toThrow('only added');
    expect(await store.history({ skip: 0, most: 100 })).toEqual(before);
  });

  test.each([
    ['of a row', () => ({ target }), ['3', '2', '1', '0'], 4],
    ['of a project', () => ({ projectId: project }), ['3', '2', '1', '0', 'project'], 5],
    ['of another project', () => ({ projectId: anId() as ProjectId }), [], 0],
    ['of a row of that id but another kind', () => ({ target: { kind: 'strand', id: target.id } }), [], 0],
    ['of kinds of rows', () => ({ kinds: ['post', 'project'] }), ['post', 'post', 'project'], 3],
    ['of all', () => ({}), ['post', 'post', '3', '2', '1', '0', 'project'], 7],
  ] as const)('tells the history %s, newest first', async (_what, filter, expected, total) => {
    const history = await store.history({ ...filter(), skip: 0, most: 10 });
    expect([textsOf(history.changes), history.total]).toEqual([expected, total]);
  });

  test.each([
    ['of a project', () => ({ projectId: project }), 0, [['3'], ['2'], ['1'], ['0']], 5],
    ['of a project, further back', () => ({ projectId: project }), 4, [['project']], 5],
    [
      'of kinds of rows',
      () => ({ kinds: ['post', 'project'] as const }),
      0,
      [['post', 'post'], ['project']],
      2,
    ],
    ['of no project', () => ({ projectId: 'x' as ProjectId }), 0, [], 0],
  ] as const)('tells the sets %s, the newest first', async (_what, filter, skip, expected, total) => {
    const found = await store.historySets({ ...filter(), skip, most: 4 });
    expect([found.sets.map(textsOf), found.total]).toEqual([expected, total]);
  });

  test('tells what took a set back', async () => {
    const post = adding(aPost('班長'));
    const added = await store.apply(aSet([post]));
    const row = await store.read(post.target);
    if (added.kind !== 'applied' || row === null) throw new Error(added.kind);
    await store.apply(aSet([removing(row)], { verb: 'undo', undoes: added.setId }));
    const found = await store.history({ undoing: [added.setId, anId()], skip: 0, most: 10 });
    expect(found).toMatchObject({ total: 1, changes: [{ verb: 'undo', undoes: added.setId }] });
    expect(await store.history({ undoing: ['x'], skip: 0, most: 10 })).toEqual({ changes: [], total: 0 });
  });

  test('comes in pages, and tells how many there are in all', async () => {
    const pages = await Promise.all(
      [0, 2, 4, 6].map((skip) => store.history({ projectId: project, skip, most: 2 })),
    );
    expect(pages.map(({ changes }) => textsOf(changes))).toEqual([['3', '2'], ['1', '0'], ['project'], []]);
    expect(pages.map(({ total }) => total)).toEqual([5, 5, 5, 5]);
  });

  test('gives the changes of a request in the order of its drafts, and of an unknown one none', async () => {
    const set = aSet([
      adding(aMilestoneIn(project, '甲')),
      adding(aMilestoneIn(project, '乙')),
      adding(aMilestoneIn(project, '丙')),
    ]);
    await store.apply(set);
    const found = await store.findRequest(set.requestKey);
    expect(textsOf(found?.changes ?? [])).toEqual(['甲', '乙', '丙']);
    expect(await store.findRequest('nobody')).toBeNull();
  });

  test('keeps a request key for thirty days', async () => {
    const later = (days: number) => new Date(recordedAt.getTime() + days * 86_400_000);
    const set = aSet([adding(aMilestoneIn(project, '一度'))]);
    await store.apply(set);
    await store.apply(aSet([adding(aMilestoneIn(project, '三十日後'))], { at: later(30) }));
    expect(await store.findRequest(set.requestKey)).not.toBeNull();
    await store.apply(aSet([adding(aMilestoneIn(project, '三十一日後'))], { at: later(31) }));
    expect(await store.findRequest(set.requestKey)).toBeNull();
  });
});
