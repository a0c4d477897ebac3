import { once } from 'node:events';
import { access, rename, watch, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { secretsIn } from '../support/leaks.ts';
import { STAFF } from '../support/running.ts';
import { copyOfEmptyFolder, createDatabase, newFolder } from '../support/stores.ts';
import { buildProgram, type Program, startProgram } from './program.ts';

// A start takes a second or two, and ten times that where all cores are busy with other tests.
jest.setTimeout(90_000);

// Any free port: tests run beside each other.
const anyPorts = { PORT: '0', SANDBOX_PORT: '0', HOST: '127.0.0.1' };
const workspace = { SLACK_BOT_TOKEN: 'xoxb-of-the-tests', SLACK_SIGNING_SECRET: 'of the tests' };
const address = /http:\/\/127\.0\.0\.1:\d+/;

let folder: string;
beforeAll(async () => {
  folder = await buildProgram();
}, 60_000);

const programs: Program[] = [];
const start = (verb: string | null, env: Readonly<Record<string, string>>): Program => {
  const program = startProgram({ folder, verb, env });
  programs.push(program);
  return program;
};
afterEach(async () => {
  for (const { process: child, ended, written } of programs.splice(0)) {
    child.kill('SIGKILL');
    await ended;
    expect(secretsIn(written())).toEqual([]);
  }
});

describe('what an operator set wrongly is said in one line each, and the program ends with 1', () => {
  const refused = async (env: Readonly<Record<string, string>>, lines: readonly RegExp[], verb = 'start') => {
    const program = start(verb, env);
    expect(await program.ended).toBe(1);
    const written = program.written().trim().split('\n');
    expect(written).toHaveLength(lines.length);
    for (const [index, line] of lines.entries()) expect(written[index]).toMatch(line);
    expect(program.written()).not.toMatch(/xoxb-of|at .*\.ts:/);
  };

  // Every other mistake: test/config.test.ts.
  test('missing credentials and wrong variables', () =>
    refused({ NODE_ENV: 'production', CLOCK_START: '2020-08-24T09:00:00+09:00' }, [
      /SLACK_BOT_TOKEN.*SLACK_SIGNING_SECRET.*missing/,
      /CLOCK_START.*production/,
    ]));

  test('a folder that cannot be written, a port that is taken, a Slack that is not there', async () => {
    const file = path.join(await newFolder(), 'file');
    await writeFile(file, '');
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const port = String((taken.address() as AddressInfo).port);
    const server = await createDatabase();
    await Promise.all([
      refused({ ...anyPorts, DATA_DIR: file }, [/data folder .* cannot be written/]),
      refused(
        { ...anyPorts, DATA_DIR: await readyFolder('sandbox'), SANDBOX_PORT: port, LOG_LEVEL: 'silent' },
        [new RegExp(`Port ${port} .*in use`)],
      ),
      refused(
        {
          ...anyPorts,
          ...workspace,
          SLACK_API_URL: 'http://127.0.0.1:1/',
          LOG_LEVEL: 'silent',
          DATABASE_URL: server.url,
        },
        [/Slack could not be reached/],
      ),
    ]);
    await Promise.all([closed(taken), server.drop()]);
  });
});

test('without credentials the sandbox starts, answers, keeps others off its folder, and ends on SIGTERM', async () => {
  const env = {
    ...anyPorts,
    DATA_DIR: await readyFolder('sandbox'),
    CLOCK_START: '2020-08-24T09:00:00+09:00',
  };
  const program = start(null, env);
  const [page = ''] = await program.says(address);
  expect(program.written()).toMatch(/no Slack credentials are set.*its own Slack/);
  const other = start('sandbox', env);
  expect(await other.ended).toBe(1);
  expect(other.written()).toMatch(/data folder .* is in use by another process/);
  expect((await fetch(page)).status).toBe(200);
  const typed = await fetch(`${page}/ui/say`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as: STAFF, conversation: 'C0STRATEGY', text: '/project 8' }),
  });
  expect(await typed.json()).toMatchObject({ ok: true });
  program.process.kill('SIGTERM');
  expect(await program.ended).toBe(0);
  expect(program.written()).toMatch(/finishing what is under way/);
});

test('SIGTERM while it starts ends it cleanly: with 0, and with its folder let go', async () => {
  const env = { ...anyPorts, DATA_DIR: await readyFolder('sandbox') };
  const database = path.join(env.DATA_DIR, 'sandbox', 'database');
  const changes = watch(database);
  const program = start(null, env);
  for await (const { filename } of changes) if (filename === 'lock') break;
  program.process.kill('SIGTERM');
  expect(await program.ended).toBe(0);
  await expect(access(path.join(database, 'lock'))).rejects.toThrow('ENOENT');
});

test('seeding twice loads once', async () => {
  const env = { DATA_DIR: await readyFolder('store') };
  const first = start('seed', env);
  expect(await first.ended).toBe(0);
  expect(first.written()).toMatch(/^Loaded edition 2020-08 .*10 projects/);
  const second = start('seed', env);
  expect(await second.ended).toBe(0);
  expect(second.written()).toMatch(/^Edition 2020-08 is there already; nothing was changed/);
});

test('in a workspace, with a database of a server, it tells that it lives and is ready, and ends on SIGINT', async () => {
  const slack = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, team_id: 'T0', bot_id: 'B0', user_id: 'U0BOT' }));
  }).listen(0, '127.0.0.1');
  await once(slack, 'listening');
  const api = `http://127.0.0.1:${(slack.address() as AddressInfo).port}/api/`;
  const { url, drop } = await createDatabase();
  const program = start('start', { ...anyPorts, ...workspace, SLACK_API_URL: api, DATABASE_URL: url });
  const [, port] = await program.says(/"port":(\d+).*"msg":"ready"/);
  for (const [word, body] of Object.entries({ healthz: { status: 'alive' }, readyz: { status: 'ready' } })) {
    const answer = await fetch(`http://127.0.0.1:${port}/${word}`);
    expect([answer.status, await answer.json()]).toEqual([200, body]);
  }
  program.process.kill('SIGINT');
  expect(await program.ended).toBe(0);
  await Promise.all([closed(slack), drop()]);
});

/** A DATA_DIR in which this store is made already: making one is tested elsewhere, and takes its time. */
async function readyFolder(kind: 'sandbox' | 'store'): Promise<string> {
  const [parent, made] = await Promise.all([newFolder(), copyOfEmptyFolder()]);
  await rename(made, path.join(parent, kind));
  return parent;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
