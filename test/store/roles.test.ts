import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Snapshot, Target } from '../../src/domain/change.ts';
import type { PersonId } from '../../src/domain/person.ts';
import type { ProjectId } from '../../src/domain/project.ts';
import type { Store } from '../../src/store/open-store.ts';
import {
  adding,
  aNewProject,
  anId,
  anOccupancy,
  aPost,
  aRole,
  aSet,
  changing,
  removing,
} from '../support/changes.ts';
import { eachStore, emptyTables, type OpenedStore } from '../support/stores.ts';

const [sato, suzuki] = ['U0SATO', 'U0SUZUKI'] as [PersonId, PersonId];

describe.each(eachStore)('posts in the %s store', (_kind, open) => {
  let opened: OpenedStore;
  let store: Store;
  beforeAll(async () => {
    opened = await open();
    store = opened.store;
  });
  beforeEach(async () => {
    await emptyTables(opened.database);
  });
  afterAll(async () => {
    await opened.cleanUp();
  });

  const add = async (snapshot: Snapshot): Promise<Target> => {
    const draft = adding(snapshot);
    expect(await store.apply(aSet([draft]))).toMatchObject({ kind: 'applied' });
    return draft.target;
  };
  const addProject = async (number: number) => (await add(aNewProject(number))).id as ProjectId;
  const current = async (target: Target) => {
    const found = await store.read(target);
    if (found === null) throw new Error(`no ${target.kind} there`);
    return found;
  };
  const remove = async (target: Target) => store.apply(aSet([removing(await current(target))]));

  test('give the person who occupies them their rights, by project number', async () => {
    const [ninth, eighth] = [await addProject(9), await addProject(8)];
    const post = await add(aPost('主任', true));
    await add(anOccupancy(post.id, sato));
    await add(aRole(post.id, ninth, 'deputy'));
    await add(aRole(post.id, eighth, 'lead'));
    expect(await store.standingOf(sato)).toEqual({
      posts: [{ id: post.id, label: '産業政策課 主任', isAdministrator: true }],
      roles: [
        { projectId: eighth, role: 'lead' },
        { projectId: ninth, role: 'deputy' },
      ],
    });
    expect(await store.standingOf(suzuki)).toEqual({ posts: [], roles: [] });
  });

  test('name the writers of a project, leads first, each once by the stronger role', async () => {
    const project = await addProject(8);
    const [deputy, head] = [await add(aPost('主任')), await add(aPost('課長'))];
    await add(aRole(deputy.id, project, 'deputy'));
    await add(aRole(head.id, project, 'lead'));
    await add(anOccupancy(deputy.id, suzuki));
    await add(anOccupancy(deputy.id, sato));
    await add(anOccupancy(head.id, sato));
    expect(await store.writersOf(project)).toEqual([
      { personId: sato, role: 'lead', post: '産業政策課 課長' },
      { personId: suzuki, role: 'deputy', post: '産業政策課 主任' },
    ]);
    expect((await store.standingOf(sato)).roles).toEqual([{ projectId: project, role: 'lead' }]);
    expect(await store.writersOf(anId() as ProjectId)).toEqual([]);
    expect(await store.writersOf('x' as ProjectId)).toEqual([]);
  });

  describe('whose', () => {
    let project: ProjectId;
    let rows: Record<'post' | 'occupancy' | 'role', Target>;
    beforeEach(async () => {
      project = await addProject(8);
      const post = await add(aPost('主任'));
      const occupancy = await add(anOccupancy(post.id, sato));
      rows = { post, occupancy, role: await add(aRole(post.id, project, 'lead')) };
    });
    const rights = async () => [
      (await store.standingOf(sato)).roles.length,
      (await store.writersOf(project)).length,
    ];

    test.each(['post', 'occupancy', 'role'] as const)('%s is taken away give nothing', async (what) => {
      expect(await rights()).toEqual([1, 1]);
      await remove(rows[what]);
      expect(await rights()).toEqual([0, 0]);
    });

    test('project is retired give nothing in it', async () => {
      const read = await current({ kind: 'project', id: project });
      await store.apply(aSet([changing(read, { ...aNewProject(8), retired: true })]));
      expect(await rights()).toEqual([0, 0]);
      expect((await store.listPosts())[0]?.roles).toEqual([]);
    });

    test('occupant leaves may be occupied by the same person again', async () => {
      await remove(rows.occupancy);
      await add(anOccupancy(rows.post.id, sato));
      expect(await rights()).toEqual([1, 1]);
    });

    test.each([
      ['a person twice', 'occupancy', () => anOccupancy(rows.post.id, sato)],
      ['a second role in a project', 'role', () => aRole(rows.post.id, project, 'deputy')],
      ['the same name twice', 'post', () => aPost('主任')],
    ] as const)('%s is a conflict with what is there', async (_what, kind, snapshot) => {
      const result = await store.apply(aSet([adding(snapshot())]));
      expect(result).toMatchObject({ kind: 'conflict', target: rows[kind] });
    });

    test('hand-over in one set moves the person, and nobody is left out', async () => {
      const leaving = removing(await current(rows.occupancy));
      await store.apply(aSet([leaving, adding(anOccupancy(rows.post.id, suzuki))]));
      expect((await store.writersOf(project)).map(({ personId }) => personId)).toEqual([suzuki]);
    });
  });

  test('are listed by section and name, with versions, occupants and roles', async () => {
    const project = await addProject(8);
    const second = await add({ ...aPost('主任'), section: '商政課' });
    const first = await add(aPost('主任', true));
    const occupancy = await add(anOccupancy(first.id, sato));
    const role = await add(aRole(first.id, project, 'deputy'));
    await store.apply(aSet([changing(await current(role), aRole(first.id, project, 'lead'))]));
    expect(await store.listPosts()).toEqual([
      {
        id: first.id,
        version: 1,
        section: '産業政策課',
        name: '主任',
        isAdministrator: true,
        occupants: [{ id: occupancy.id, version: 1, personId: sato }],
        roles: [{ id: role.id, version: 2, projectId: project, projectNumber: 8, role: 'lead' }],
      },
      expect.objectContaining({ id: second.id, section: '商政課', occupants: [], roles: [] }),
    ]);
  });
});
