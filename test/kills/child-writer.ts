// A process that is made to be killed: child-writer.ts DATA_DIR ROUND. It opens the embedded store, prints what it finds
// there, and then records one thing after the other through the action that forms use, three at a time, with a
// checkpoint now and then. It prints the name of each thing when it is accepted.
import { submitWrite, type WriteRequest } from '../../src/actions/writes/submit-write.ts';
import { calendarDay } from '../../src/domain/calendar-day.ts';
import type { PersonId } from '../../src/domain/person.ts';
import { openEmbeddedDatabase } from '../../src/store/embedded-database.ts';
import { storeOver } from '../../src/store/open-store.ts';
import { shortHeartbeat } from '../support/heartbeat.ts';
import { readKept } from './kept.ts';

const [dataDir = '', round = ''] = process.argv.slice(2);
const atOnce = 3;
const between = 25;

const database = await openEmbeddedDatabase({
  dataDir,
  heartbeat: shortHeartbeat,
  onLockLost: () => process.exit(3),
});
const store = storeOver(database);
const person = { id: 'U0WRITER' as PersonId, standing: 'member', language: 'ja' } as const;
const ports = { store, reader: store, administrators: [person.id] };

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

async function write(name: string, given: Pick<WriteRequest, 'verb' | 'fields' | 'projectNumber'>) {
  const result = await submitWrite(ports, {
    ...given,
    person,
    row: null,
    requestKey: name,
    origin: { via: 'command', channelId: 'C0', permalink: null },
    confirmed: null,
    now: new Date('2020-08-24T00:30:00Z'),
    today: calendarDay('2020-08-24'),
  });
  if (!result.ok || result.value.kind !== 'written') throw new Error(JSON.stringify(result));
}

print(await readKept(database));
if (round === '1') {
  const fields = { number: '1', name: '計測用プロジェクト', aliases: '' };
  await write('project', { verb: 'add-project', fields, projectNumber: null });
}

let count = 0;
async function writer(): Promise<never> {
  for (;;) {
    count += 1;
    // Of one length, since 1-12 and 11-2 are alike but for a sign, and people would be asked about that.
    const name = `${round.padStart(4, '0')}-${String(count).padStart(4, '0')}`;
    const fields = { text: name, when: 'R2.8.1', figures: '12社', note: '※' };
    await write(name, { verb: 'record-milestone', fields, projectNumber: 1 });
    print(name);
    if (count % between === 0) await store.upkeep?.hourly();
  }
}
await Promise.all(Array.from({ length: atOnce }, writer));
