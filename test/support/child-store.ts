// A process of its own with an embedded store: child-store.ts ACTION DATA_DIR.
// It prints one line of JSON when it is open, then what its action prints, and ends with its standard input.

import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { openEmbeddedDatabase } from '../../src/store/embedded-database.ts';
import { uuidV7 } from '../../src/store/uuid-v7.ts';
import { shortHeartbeat } from './heartbeat.ts';

const [action, dataDir = ''] = process.argv.slice(2);

const database = await openEmbeddedDatabase({
  dataDir,
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

if (action === 'write') await write();
if (action === 'hold') print('open');
await once(process.stdin.resume(), 'end');
await database.close();
