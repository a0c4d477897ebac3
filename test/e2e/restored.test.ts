import path from 'node:path';
import { expect, test } from '@jest/globals';
import { moveThroughDigests } from '../../src/start/digests.ts';
import { seedDemoDigest } from '../../src/start/sandbox-digest.ts';
import { seedDemoRoles } from '../../src/start/sandbox-roles.ts';
import { seed } from '../../src/start/seed.ts';
import { backUp } from '../../src/store/copy/backup.ts';
import { restore } from '../../src/store/copy/restore.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { CHANNEL, LEAD, MONDAY, type Running, run, STAFF } from '../support/running.ts';
import { createDatabase, newFolder } from '../support/stores.ts';
import { wordsOf } from './read-message.ts';
import { ADMINISTRATOR, toldDirectly } from './roles-and-people.ts';

const never = () => new Date(8.64e15);
const week = 7 * 86_400_000;

/** The store of the demonstration, with the digest that its lead set up. */
async function demonstration(store: Store): Promise<void> {
  const rights = { store, administrators: [] };
  const clock = { now: () => MONDAY };
  await seed(store, clock);
  await seedDemoRoles(
    { store, reader: store, administrators: [ADMINISTRATOR] },
    { clock, timeZone: 'Asia/Tokyo' },
  );
  const { subscriptions } = store;
  await seedDemoDigest({ subscriptions, rights, clock: async () => MONDAY }, 'Asia/Tokyo');
}

const start = (store: Store) => run({ intake: 'http', reader: store, digests: store });
const posted = ({ slack }: Running) =>
  slack.messages(CHANNEL, STAFF).filter(({ threadTs }) => threadTs === null).length;
const aWeekLater = (running: Running, { subscriptions }: Store) =>
  moveThroughDigests(
    { clock: running.clock, subscriptions, nextReminders: never, tick: () => running.digest() },
    week,
  );

test('after a restore nothing is posted again: whoever set the digest up is told, and the next one comes', async () => {
  const { url, drop } = await createDatabase();
  const place = { kind: 'server', url } as const;
  const file = path.join(await newFolder(), 'backup');
  const before = await openStore(place);
  await demonstration(before);
  await backUp(place, { file, now: MONDAY });
  const first = await start(before);
  await aWeekLater(first, before);
  expect(posted(first)).toBe(1);
  expect(await first.stop()).toEqual([]);
  await before.close();

  const now = new Date(MONDAY.getTime() + week);
  expect(await restore(place, { file, replace: true, now, timeZone: 'Asia/Tokyo' })).toMatchObject({
    skipped: 1,
  });

  const after = await openStore(place);
  const second = await start(after);
  second.clock.advance(week);
  await second.digest();
  expect(posted(second)).toBe(0);
  expect((await toldDirectly(second, LEAD, 1)).map(wordsOf).join()).toContain('バックアップから復元');
  await aWeekLater(second, after);
  expect(posted(second)).toBe(1);
  expect(await second.stop()).toEqual([]);
  await after.close();
  await drop();
}, 90_000);
