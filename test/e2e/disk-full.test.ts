import { cp } from 'node:fs/promises';
import { afterAll, describe, expect, test } from '@jest/globals';
import { seed } from '../../src/start/seed.ts';
import type { Database } from '../../src/store/database.ts';
import { openEmbeddedDatabase } from '../../src/store/embedded-database.ts';
import { storeOver } from '../../src/store/open-store.ts';
import { openServerDatabase } from '../../src/store/server-database.ts';
import { makeOwnPostgres } from '../support/own-postgres.ts';
import { CHANNEL, LEAD, MONDAY, type Running, run } from '../support/running.ts';
import { mountSmallDisk, type SmallDisk } from '../support/small-disk.ts';
import { copyOfEmptyFolder } from '../support/stores.ts';
import { formOf, submit } from './forms.ts';
import { wordsOf } from './read-message.ts';
import { ask } from './talk.ts';

/** Not all may mount: a build without root leaves these out. */
const disk = mountSmallDisk(300);
disk?.remove();
const onDisk = disk === null ? test.skip : test;

const cleanUps: (() => Promise<void> | void)[] = [];
afterAll(async () => {
  for (const cleanUp of cleanUps.toReversed()) await cleanUp();
});

async function openEmbedded({ folder }: SmallDisk): Promise<Database> {
  await cp(await copyOfEmptyFolder(), folder, { recursive: true });
  return openEmbeddedDatabase({
    dataDir: folder,
    onLockLost: (error) => {
      throw error;
    },
  });
}

async function openServer({ folder }: SmallDisk): Promise<Database> {
  const server = await makeOwnPostgres({ folder: `${folder}/server`, settings: ['fsync=off'] });
  cleanUps.push(() => server.remove());
  await server.start();
  return openServerDatabase({ url: server.url });
}

/** Three thousand characters that cannot be made shorter: they need a page of their own. */
const long = (seed: number) =>
  String.fromCodePoint(
    ...Array.from({ length: 2_900 }, (_, index) => 0x4e00 + ((index * 7_919 + seed * 104_729) % 20_000)),
  );

const countOf = async ({ prisma }: Database, text: string) => ({
  rows: await prisma.milestone.count({ where: { text: { startsWith: text } } }),
  requests: await prisma.request.count(),
  sets: (await prisma.change.groupBy({ by: ['setId'] })).length,
});

/** Records through the form; says whether it was written. */
async function record(running: Running, text: string): Promise<boolean> {
  const command = { as: LEAD, conversation: CHANNEL, text: '/project 8 記録 R2.8.20' };
  await running.slack.command(command);
  await formOf(running, LEAD);
  const answer = await submit(running, LEAD, { text });
  const isWritten = running.slack.modals(LEAD).length === 0;
  const told = JSON.stringify([answer, running.slack.modals(LEAD)]);
  if (!isWritten) expect(told).toContain('受付番号');
  await running.slack.closeView({ as: LEAD, all: true }).catch(() => undefined);
  return isWritten;
}

describe.each([
  ['embedded', openEmbedded],
  ['server', openServer],
])('the disk below the %s store is full', (_kind, open) => {
  onDisk(
    'people are told, nothing is there by half, and it goes on when there is room',
    async () => {
      const small = mountSmallDisk(300);
      if (small === null) throw new Error('it could be mounted before');
      cleanUps.push(small.remove);
      const database = await open(small);
      cleanUps.push(() => database.close());
      const store = storeOver(database);
      await seed(store, { now: () => MONDAY });
      const running = await run({
        intake: 'http',
        reader: store,
        ping: () => store.ping(),
        administrators: [LEAD],
      });
      small.fill();
      let written = 0;
      // What is free in the pages that are there may take some.
      while (written < 50 && (await record(running, `満杯${long(written)}`))) written += 1;
      expect(written).toBeLessThan(50);
      expect(running.takeTrouble()).toMatchObject([
        {
          reference: expect.any(String),
          err: { message: expect.stringContaining('No space left on device') },
        },
      ]);
      // What is there can be read meanwhile.
      expect(wordsOf(await ask(running, '8'))).toContain('13.9%/16.0%');
      const before = await countOf(database, '満杯');
      expect(before).toEqual({ rows: written, requests: written, sets: written });
      small.clear();
      expect(await record(running, `満杯${long(99)}`)).toBe(true);
      const more = written + 1;
      expect(await countOf(database, '満杯')).toEqual({ rows: more, requests: more, sets: more });
      expect(await running.stop()).toEqual([]);
      // Stopping does not need room either, and what was accepted is there at the next start.
      small.fill();
      await database.close();
      small.clear();
    },
    120_000,
  );
});
