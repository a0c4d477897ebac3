import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { calendarDay } from '../../src/domain/calendar-day.ts';
import { seed } from '../../src/start/seed.ts';
import { MONDAY } from '../support/running.ts';
import { eachStore, type OpenedStore } from '../support/stores.ts';

const span = { first: calendarDay('2020-08-24'), last: calendarDay('2021-03-31') };

describe.each(eachStore)('%s: of some projects it tells what it tells of all', (_kind, open) => {
  let opened: OpenedStore;
  let some: ReadonlySet<string>;
  beforeAll(async () => {
    opened = await open();
    await seed(opened.store, { now: () => MONDAY });
    const scheduled = await opened.store.findScheduled(span);
    some = new Set([scheduled[0], scheduled.at(-1)].flatMap((found) => found?.projectId ?? []));
  });
  afterAll(() => opened.cleanUp());

  test('the list', async () => {
    const { store } = opened;
    const among = (await store.listProjects()).filter(({ id }) => some.has(id));
    expect(among).toHaveLength(2);
    expect(await store.follower.listSome(some)).toEqual(among);
    expect(await store.follower.listSome(new Set())).toEqual([]);
  });

  test('what is scheduled', async () => {
    const { store } = opened;
    const among = (await store.findScheduled(span)).filter(({ projectId }) => some.has(projectId));
    expect(among.length).toBeGreaterThan(1);
    expect(await store.follower.scheduledIn(some, span)).toEqual(among);
  });
});
