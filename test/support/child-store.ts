// A process of its own with a store: child-store.ts ACTION KIND PLACE, where PLACE is a data folder or a URL.
// It prints one line of JSON when it is open, then what its action prints, and ends with its standard input.

import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Database } from '../../src/store/database.ts';
import { openEmbeddedDatabase } from '../../src/store/embedded-database.ts';
import { storeOver } from '../../src/store/open-store.ts';
import { openServerDatabase } from '../../src/store/server-database.ts';
import { uuidV7 } from '../../src/store/uuid-v7.ts';
import { anEdition, aPeriod, aPlan, aProject } from './editions.ts';
import { shortHeartbeat } from './heartbeat.ts';
import { emptyTables } from './stores.ts';

const [action, kind, place = '', ...rest] = process.argv.slice(2);

const database: Database =
  kind === 'server'
    ? await openServerDatabase({ url: place })
    : await openEmbeddedDatabase({
        dataDir: place,
        heartbeat: shortHeartbeat,
        onLockLost: () => process.exit(3),
      });

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** Writes one edition after the other, and prints the key of each when it is committed. */
async function write(): Promise<void> {
  const { prisma } = database;
  const editions = await prisma.edition.findMany({ select: { key: true }, orderBy: { key: 'asc' } });
  print(editions.map(({ key }) => key));
  const at = new Date(0);
  for (let number = editions.length; ; number += 1) {
    const key = String(number).padStart(6, '0');
    const id = uuidV7(at, randomBytes(10));
    const asOf = { asOfText: key, asOfPrecision: 'always', asOfApproximate: false } as const;
    await prisma.edition.create({ data: { id, key, title: key, checksum: '', loadedAt: at, ...asOf } });
    print(key);
  }
}

/** Under each time zone in turn: writes days and an instant, and prints them as read back. */
async function days(zones: readonly string[]): Promise<void> {
  const store = storeOver(database);
  const written = ['2020-01-01', '2020-03-29', '2020-08-25', '2020-12-31'];
  const upcoming = written.map((day) => aPlan(day, [aPeriod(day, day)]));
  for (const zone of zones) {
    process.env.TZ = zone;
    await emptyTables(database);
    await store.loadEdition(anEdition([aProject(1, { upcoming })]), new Date('2020-08-24T15:30:00.123Z'));
    const project = await store.findProject(1);
    const { loadedAt } = await database.prisma.edition.findFirstOrThrow();
    print({
      midnight: new Date(2020, 0, 1).toISOString(),
      days: project?.milestones.flatMap(({ dates }) =>
        dates.map(({ period }) => [period.first, period.last]),
      ),
      loadedAt,
    });
  }
}

if (action === 'write') await write();
if (action === 'days') await days(rest);
if (action === 'hold') print('open');
await once(process.stdin.resume(), 'end');
await database.close();
