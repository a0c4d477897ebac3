import { afterEach, expect, test } from '@jest/globals';
import pg from 'pg';
import { anEdition, aPeriod, aPlan, aProject } from '../support/editions.ts';
import {
  emptyTables,
  type OpenedStore,
  openEmbeddedStore,
  openServerStore,
  serverUrl,
} from '../support/stores.ts';

const days = ['2020-01-01', '2020-03-29', '2020-08-25', '2020-12-31'];
const loadedAt = '2020-08-24T15:30:00.123Z';
const asWritten = { days: days.map((day) => [day, day]), loadedAt };

/** What comes out east and west of UTC; `midnight` shows that the zone was in force. */
const expected = [
  { ...asWritten, midnight: '2019-12-31T15:00:00.000Z' },
  { ...asWritten, midnight: '2020-01-01T08:00:00.000Z' },
];

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

/** What is read back under each time zone of the process in turn. */
async function readBack({ store, database }: OpenedStore): Promise<unknown[]> {
  const read: unknown[] = [];
  const upcoming = days.map((day) => aPlan(day, [aPeriod(day, day)]));
  for (const place of ['Asia/Tokyo', 'America/Los_Angeles']) {
    process.env.TZ = place;
    await emptyTables(database);
    await store.loadEdition(anEdition([aProject(1, { upcoming })]), new Date(loadedAt));
    const project = await store.findProject(1);
    const edition = await database.prisma.edition.findFirstOrThrow();
    read.push({
      midnight: new Date(2020, 0, 1).toISOString(),
      days: project?.milestones.flatMap(({ dates }) =>
        dates.map(({ period }) => [period.first, period.last]),
      ),
      loadedAt: edition.loadedAt.toISOString(),
    });
  }
  return read;
}

test('an embedded store keeps days and instants in every zone of the process', async () => {
  const opened = await openEmbeddedStore();
  expect(await readBack(opened)).toEqual(expected);
  await opened.cleanUp();
});

test('a store on a server of another zone keeps days and instants, and stores them right', async () => {
  const opened = await openServerStore();
  expect(await readBack(opened)).toEqual(expected);
  const [{ name }] = await opened.database.prisma.$queryRaw<
    [{ name: string }]
  >`SELECT current_database()::text AS name`;
  // A session of its own: the one of the store is in UTC.
  const client = new pg.Client(new URL(`/${name}`, serverUrl()).href);
  await client.connect();
  const { rows } = await client.query(
    `SELECT current_setting('timezone') AS zone, loaded_at = timestamptz '2020-08-24 15:30:00.123+00' AS right,
            (SELECT min(first)::text FROM milestone_date) AS first FROM edition`,
  );
  await client.end();
  await opened.cleanUp();
  expect(rows).toEqual([{ zone: 'Asia/Tokyo', right: true, first: '2020-01-01' }]);
});
