// npm run soak [-- WEEKS CHANNELS REPLICAS SEED TROUBLE]: 1,000 simulated weeks of 20 channels and 6 leads with 3 replicas, on an
// embedded store in a temporary folder, or on the PostgreSQL server of SOAK_DATABASE_URL (an empty database).
// Then 1,000 channels of one slot. Exits 1 when a digest came twice or is not accounted for, or when the slot took
// longer than 1.1 times what 300 posts a minute take. Run it with TZ=UTC and with TZ=America/New_York.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Database } from '../../src/store/database.ts';
import { openEmbeddedDatabase } from '../../src/store/embedded-database.ts';
import { openServerDatabase } from '../../src/store/server-database.ts';
import { emptyDigests } from '../digests/support/rig.ts';
import { judge, readPeriods } from './judge.ts';
import { judgeReminders, readReminders } from './judge-reminders.ts';
import { serveOneSlot } from './one-slot.ts';
import { simulate } from './simulation.ts';

const [weeks = 1_000, channels = 20, replicas = 3, seed = 1, trouble = 1] = process.argv.slice(2).map(Number);

const projects = 6;

async function openDatabase(folder: string): Promise<Database> {
  const url = process.env.SOAK_DATABASE_URL;
  if (url !== undefined) return openServerDatabase({ url });
  const onLockLost = (error: Error) => {
    throw error;
  };
  // Power cuts are not what this is about: no file is synced.
  return openEmbeddedDatabase({ dataDir: folder, onLockLost, sync: () => undefined });
}

async function run(database: Database): Promise<boolean> {
  const began = performance.now();
  const onWeek = (week: number) => {
    if (week % 50 === 0) console.log(`week ${week}: ${Math.round((performance.now() - began) / 1_000)} s`);
  };
  const simulated = await simulate(database, { weeks, channels, replicas, projects, seed, trouble, onWeek });
  const { duplicates, unaccounted, ends } = judge(await readPeriods(database), simulated);
  console.log({ weeks, channels, replicas, seed, zone: process.env.TZ, store: database.kind });
  console.log(simulated.counts);
  console.log(ends);
  console.log({ duplicates, unaccounted, seconds: Math.round((performance.now() - began) / 1_000) });
  const reminders = judgeReminders(await readReminders(database), simulated, projects);
  console.log({ reminders });
  const wrong = [duplicates, unaccounted, reminders.unwanted, reminders.missing];
  return wrong.every((each) => each.length === 0);
}

async function runSlot(database: Database): Promise<boolean> {
  await emptyDigests(database);
  const served = await serveOneSlot(database, 1_000);
  console.log(served);
  const { channels, posts, delay, mostInAMinute } = served;
  return channels === 1_000 && posts === 1_000 && delay <= 1.1 && mostInAMinute <= 301;
}

const folder = await mkdtemp(path.join(tmpdir(), 'soak-'));
const database = await openDatabase(folder);
try {
  const isRight = await run(database);
  process.exitCode = (await runSlot(database)) && isRight ? 0 : 1;
} finally {
  await database.close();
  await rm(folder, { recursive: true, force: true });
}
