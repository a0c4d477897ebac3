import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PersonId } from '../../src/domain/person.ts';
import { operatorLine } from '../../src/start/operator-line.ts';
import { seed } from '../../src/start/seed.ts';
import { tools } from '../../src/start/tools.ts';
import { openStore } from '../../src/store/open-store.ts';
import { createDatabase, newFolder } from '../support/stores.ts';

const made: (() => Promise<void>)[] = [];
let filled: string;
let empty: string;
beforeAll(async () => {
  const databases = [await createDatabase(), await createDatabase()];
  made.push(...databases.map(({ drop }) => drop));
  [filled = '', empty = ''] = databases.map(({ url }) => url);
  const store = await openStore({ kind: 'server', url: filled });
  await seed(store, { now: () => new Date(0) });
  await store.noteWelcome('U0LEAVES' as PersonId, new Date(0));
  await store.close();
});
afterAll(async () => {
  for (const drop of made) await drop();
});

/** What the command says, and how it ended. */
async function run(verb: string, args: readonly string[], DATABASE_URL: string) {
  const lines: string[] = [];
  const machine = {
    systemNow: () => 0,
    monotonic: () => 0,
    abort: () => {},
    say: (line: string) => void lines.push(line),
    nodeVersion: '20.19.0',
  };
  const done = await tools[verb]?.({ args, env: { DATABASE_URL }, machine }).catch(operatorLine);
  return { done, lines };
}

test('a backup is written, refused where something is, and brought back elsewhere', async () => {
  const file = path.join(await newFolder(), 'backup');
  expect(await run('backup', ['--out', file], filled)).toMatchObject({
    done: true,
    lines: [expect.stringMatching(/^Backed up \d+ rows of \d+ tables to /)],
  });
  expect(await run('restore', [file], filled)).toMatchObject({ done: expect.stringContaining('--replace') });
  expect(await run('restore', [file], empty)).toMatchObject({
    done: true,
    lines: [expect.stringMatching(/^Restored \d+ rows as they were at 1970-01-01T00:00:00.000Z/)],
  });
  expect(await run('restore', [file, '--replace'], filled)).toMatchObject({ done: true });
});

test('what is kept of a person is given out, and erased', async () => {
  const file = path.join(await newFolder(), 'person.json');
  expect(await run('person', ['--export', 'U0LEAVES', '--out', file], filled)).toMatchObject({ done: true });
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    person: 'U0LEAVES',
    tables: [{ table: 'welcome', rows: [{ person_id: 'U0LEAVES' }] }],
  });
  expect(await run('person', ['--erase', 'U0LEAVES'], filled)).toMatchObject({
    done: true,
    lines: [expect.stringMatching(/^welcome: 1 rows now name U0ERASED\w{6}$/), expect.anything()],
  });
  expect((await run('person', ['--export', 'U0LEAVES', '--out', `${file}2`], filled)).lines).toEqual([
    expect.stringMatching(/^Wrote 0 rows of 0 tables/),
  ]);
});

test.each([
  ['backup', []],
  ['backup', ['--to', 'x']],
  ['restore', []],
  ['restore', ['a', 'b']],
  ['move', []],
  ['person', []],
  ['person', ['--export', 'U0LEAVES']],
  ['person', ['--erase', 'U0LEAVES', '--out', 'x']],
  ['person', ['--erase', "'; DROP TABLE"]],
])('%s %j says how it is used', async (verb, args) => {
  expect((await run(verb, args, filled)).done).toMatch(`use: npm run ${verb} -- `);
});
