import { expect, test } from '@jest/globals';
import pg from 'pg';
import { startChild } from '../support/child.ts';
import { copyOfEmptyFolder, createDatabase } from '../support/stores.ts';

const asWritten = {
  days: [
    ['2020-01-01', '2020-01-01'],
    ['2020-03-29', '2020-03-29'],
    ['2020-08-25', '2020-08-25'],
    ['2020-12-31', '2020-12-31'],
  ],
  loadedAt: '2020-08-24T15:30:00.123Z',
};

/** What comes out east and west of UTC; `midnight` shows that the zone was in force. */
const expected = [
  { ...asWritten, midnight: '2019-12-31T15:00:00.000Z' },
  { ...asWritten, midnight: '2020-01-01T08:00:00.000Z' },
];

async function readBack(kind: 'embedded' | 'server', place: string): Promise<unknown[]> {
  const zones = ['Asia/Tokyo', 'America/Los_Angeles'];
  const child = startChild('days', kind, place, ...zones);
  const printed: unknown[] = [JSON.parse(await child.nextLine()), JSON.parse(await child.nextLine())];
  await child.end();
  return printed;
}

test('an embedded store keeps days and instants in every zone of the process', async () => {
  expect(await readBack('embedded', await copyOfEmptyFolder())).toEqual(expected);
});

test('a store on a server of another zone keeps days and instants, and stores them right', async () => {
  const { url, drop } = await createDatabase();
  expect(await readBack('server', url)).toEqual(expected);
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query(
    `SELECT current_setting('timezone') AS zone, loaded_at = timestamptz '2020-08-24 15:30:00.123+00' AS right,
            (SELECT min(first)::text FROM milestone_date) AS first FROM edition`,
  );
  await client.end();
  await drop();
  expect(rows).toEqual([{ zone: 'Asia/Tokyo', right: true, first: '2020-01-01' }]);
});
