import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ApplyResult } from '../../src/actions/change-ports.ts';
import type { Versioned } from '../../src/domain/change.ts';
import type { ProjectId } from '../../src/domain/project.ts';
import type { Store } from '../../src/store/open-store.ts';
import { adding, aMilestoneIn, aNewProject, anId, aSet, changing } from '../support/changes.ts';
import { eachStore, type OpenedStore } from '../support/stores.ts';

const people = Array.from({ length: 50 }, (_, index) => index + 1);

describe.each(eachStore)('fifty at once in the %s store', (_kind, open) => {
  let opened: OpenedStore;
  let store: Store;
  const project = anId() as ProjectId;
  beforeAll(async () => {
    opened = await open();
    store = opened.store;
    await store.apply(aSet([adding(aNewProject(8), project)]));
  });
  afterAll(async () => {
    await opened.cleanUp();
  });

  const add = async (): Promise<Versioned> => {
    const { target } = await written(adding(aMilestoneIn(project, '始め')));
    return current(target);
  };
  const written = async (draft: ReturnType<typeof adding>) => {
    expect(await store.apply(aSet([draft]))).toMatchObject({ kind: 'applied' });
    return draft;
  };
  const current = async (target: Versioned['target']) => {
    const found = await store.read(target);
    if (found === null) throw new Error('it is gone');
    return found;
  };
  const counted = async () =>
    Promise.all([
      opened.database.prisma.milestone.count(),
      opened.database.prisma.milestoneDate.count(),
      opened.database.prisma.change.count(),
      opened.database.prisma.request.count(),
    ]);
  const grownSince = async (before: readonly number[]) =>
    (await counted()).map((count, index) => count - (before[index] ?? 0));
  const kindsOf = (results: readonly ApplyResult[]) => results.map(({ kind }) => kind).toSorted();

  test('who change one row as they saw it: one wins, the others are told by whom', async () => {
    const row = await add();
    const before = await counted();
    const results = await Promise.all(
      people.map((person) => store.apply(aSet([changing(row, aMilestoneIn(project, `${person}人目`))]))),
    );
    expect(kindsOf(results)).toEqual(['applied', ...Array<string>(49).fill('conflict')]);
    const [won] = results.flatMap((result) => (result.kind === 'applied' ? result.changes : []));
    const now = await current(row.target);
    expect(now).toEqual({ ...row, version: 2, snapshot: won?.after });
    for (const result of results) {
      if (result.kind === 'conflict') expect(result).toMatchObject({ current: now, last: won });
    }
    expect(await grownSince(before)).toEqual([0, 0, 1, 1]);
  });

  test('who try again when they are told: every version is one of theirs, and none is lost', async () => {
    const row = await add();
    const insist = async (person: number, seen: Versioned): Promise<void> => {
      const result = await store.apply(aSet([changing(seen, aMilestoneIn(project, `${person}人目`))]));
      if (result.kind === 'conflict' && result.current !== null) await insist(person, result.current);
    };
    const few = people.slice(0, 8);
    await Promise.all(few.map((person) => insist(person, row)));
    expect((await current(row.target)).version).toBe(1 + few.length);
    const { changes, total } = await store.history({ target: row.target, skip: 0, most: few.length });
    expect(total).toBe(1 + few.length);
    expect(changes.map(({ after }) => (after?.kind === 'milestone' ? after.text : '')).toSorted()).toEqual(
      few.map((person) => `${person}人目`),
    );
  });

  test('who add to one project: all land, each in a place of its own', async () => {
    const before = await counted();
    const results = await Promise.all(
      people.map((person) => store.apply(aSet([adding(aMilestoneIn(project, `${person}件目`))]))),
    );
    expect(kindsOf(results)).toEqual(Array(50).fill('applied'));
    expect(await grownSince(before)).toEqual([50, 50, 50, 50]);
    const rows = await opened.database.prisma.milestone.findMany({ where: { projectId: project } });
    expect(new Set(rows.map(({ position }) => position)).size).toBe(rows.length);
  });

  test('deliveries of one submission: one write, and the same answer to all', async () => {
    const set = aSet([adding(aMilestoneIn(project, '一度だけ'))]);
    const before = await counted();
    const results = await Promise.all(people.slice(0, 20).map(() => store.apply(set)));
    expect(kindsOf(results)).toEqual(['applied', ...Array<string>(19).fill('repeated')]);
    expect(new Set(results.map((result) => 'setId' in result && result.setId)).size).toBe(1);
    for (const result of results)
      expect(result).toMatchObject({ changes: [{ after: { text: '一度だけ' } }] });
    expect(await grownSince(before)).toEqual([1, 1, 1, 1]);
  });

  test('do not keep readers out', async () => {
    const writes = people.map((person) => store.apply(aSet([adding(aMilestoneIn(project, `${person}`))])));
    const found = await Promise.all(people.map(() => store.findProject(8)));
    expect(found.every((one) => one?.id === project)).toBe(true);
    expect(kindsOf(await Promise.all(writes))).toEqual(Array(50).fill('applied'));
  });
});
