import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FrozenEdition } from '../../src/actions/reports/report-ports.ts';
import type { PersonId } from '../../src/domain/person.ts';
import type { RecordEntry } from '../../src/domain/record-entry.ts';
import { adding, aNewProject, aSet, recordedAt } from '../support/changes.ts';
import { eachStore, type OpenedStore } from '../support/stores.ts';

const by = { personId: 'U0SUZUKI' as PersonId, posts: ['産業政策課 課長'] };

function anEditionOf(key: string, content: string): Omit<FrozenEdition, 'print'> {
  return { key, title: `${key}の表`, content, sha256: content.padEnd(64, '0'), frozenAt: recordedAt, by };
}

describe.each(eachStore)('editions in the %s store', (_kind, open) => {
  let opened: OpenedStore;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.cleanUp());
  const book = () => opened.store.editions;

  test('are kept word for word, the same once, another content of the month as its next print', async () => {
    const first = await book().freeze(anEditionOf('2020-08', 'a'));
    const again = await book().freeze(anEditionOf('2020-08', 'a'));
    const other = await book().freeze(anEditionOf('2020-08', 'b'));
    await book().freeze(anEditionOf('2021-02', 'c'));
    expect([first, again, other].map(({ isNew, label }) => [isNew, label.print])).toEqual([
      [true, 1],
      [false, 1],
      [true, 2],
    ]);
    expect((await book().listFrozen()).map(({ key, print }) => `${key}-${print}`)).toEqual([
      '2021-02-1',
      '2020-08-2',
      '2020-08-1',
    ]);
    expect(await book().findFrozen('2020-08')).toMatchObject({ print: 2, content: 'b', by });
    expect(await book().findFrozen('2020-08', 1)).toMatchObject({ print: 1, content: 'a' });
    expect(await book().findFrozen('1999-01')).toBeNull();
  });

  test('of two that are frozen at once each is a print of its own', async () => {
    const frozen = await Promise.all(
      ['x', 'y', 'x'].map((content) => book().freeze(anEditionOf('2022-01', content))),
    );
    const prints = frozen.filter(({ isNew }) => isNew).map(({ label }) => label.print);
    expect(prints.toSorted((one, other) => one - other)).toEqual(prints.map((_, at) => at + 1));
  });

  test('are never changed and never taken away', async () => {
    const { prisma } = opened.database;
    await expect(prisma.$executeRaw`UPDATE frozen_edition SET title = ''`).rejects.toThrow(/only added/);
    await expect(prisma.$executeRaw`DELETE FROM frozen_edition`).rejects.toThrow(/only added/);
  });

  test('stand in the records of their time, with the changes, in the order of time', async () => {
    await opened.store.apply(aSet([adding(aNewProject(8))]));
    const entries: RecordEntry[] = [];
    const [from, to] = [new Date(recordedAt.getTime() - 1000), new Date(recordedAt.getTime() + 1000)];
    for await (const entry of opened.store.records.readRecords({ from, to })) entries.push(entry);
    expect(entries[0]).toMatchObject({ kind: 'project', before: null });
    expect(entries.slice(1).every(({ verb }) => verb === 'freeze-edition')).toBe(true);
    expect(entries.length).toBeGreaterThan(4);
    const later = opened.store.records.readRecords({ from: to, to: new Date(to.getTime() + 1) });
    for await (const entry of later) expect(entry).toBeUndefined();
  });
});
