import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { PageState } from '../../src/sandbox/page/protocol.ts';
import { button, call, fresh, input, modal, postJson } from './support/api.ts';
import type { Running } from './support/slack.ts';
import { CHANNEL, LEAD, runSlack, STAFF } from './support/slack.ts';

let directory: string;
let moved: number[];
let running: Running;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sandbox-page-'));
  await writeFile(join(directory, 'index.html'), '<!doctype html><title>sandbox</title>');
  await writeFile(join(directory, 'main.js'), 'export {};');
  await writeFile(join(directory, 'secret.txt'), 'no');
});
afterAll(() => rm(directory, { recursive: true }));
beforeEach(async () => {
  moved = [];
  running = await runSlack({
    pageDirectory: pathToFileURL(`${directory}/`),
    onClockAdvance: (milliseconds) => void moved.push(milliseconds),
  });
});
afterEach(() => running.slack.stop());

const act = async (name: string, body: unknown) => postJson(`${running.slack.url}/ui/${name}`, body);

/** The states that a person's page is told, one after the other. */
async function* states(as: string | null): AsyncGenerator<PageState> {
  const response = await fetch(`${running.slack.url}/ui/stream${as === null ? '' : `?as=${as}`}`);
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of response.body ?? []) {
    rest += decoder.decode(chunk, { stream: true });
    const events = rest.split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) yield JSON.parse(event.replace(/^data: /, ''));
  }
}

async function state(as: string | null): Promise<PageState> {
  for await (const first of states(as)) return first;
  throw new Error('the stream ended');
}

/** A request with headers that `fetch` would not let pass. */
function raw(path: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, running.slack.url), { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end(method === 'POST' ? '{}' : undefined);
  });
}

describe('the files of the page', () => {
  test.each([
    ['/', 200, 'text/html; charset=utf-8'],
    ['/page/main.js', 200, 'text/javascript; charset=utf-8'],
    ['/page/secret.txt', 404, 'application/json; charset=utf-8'],
    ['/page/gone.js', 404, 'application/json; charset=utf-8'],
    ['/page/..%2Fmain.js', 404, 'application/json; charset=utf-8'],
    ['/elsewhere', 404, 'application/json; charset=utf-8'],
  ])('%s: %d', async (path, status, type) => {
    const response = await fetch(running.slack.url + path);
    expect({ status: response.status, type: response.headers.get('content-type') }).toEqual({ status, type });
  });

  test('run no inline script', async () => {
    const policy = (await fetch(running.slack.url)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });

  test.each([
    ['a foreign name', '/', { host: 'rebound.example' }, 'GET'],
    ['a foreign name at the API', '/api/auth.test', { host: 'rebound.example' }, 'POST'],
    [
      'a foreign page',
      '/ui/say',
      { origin: 'https://evil.example', 'content-type': 'application/json' },
      'POST',
    ],
    [
      'a page of another port',
      '/ui/say',
      { origin: 'http://127.0.0.1:1', 'content-type': 'application/json' },
      'POST',
    ],
  ])('are not given to %s', async (_name, path, headers, method) => {
    expect(await raw(path, headers, method)).toBe(403);
  });
});

describe('the stream', () => {
  test('tells what a person sees, and nothing of others', async () => {
    await call(running.slack, 'chat.postEphemeral', { channel: CHANNEL, user: STAFF, text: 'あなただけ' });
    expect(await state(STAFF)).toMatchObject({
      me: STAFF,
      clock: { now: '2020-08-24T01:00:00.000Z', timeZone: 'Asia/Tokyo' },
      bot: { id: 'U0SHINCHOKU', commands: [{ command: '/echo', usage: '[words]' }, { command: '/escaped' }] },
      messages: [{ text: 'あなただけ', ephemeral: true }],
      shortcuts: [
        { callbackId: 'record', type: 'message' },
        { callbackId: 'open', type: 'global' },
      ],
      log: [{ what: 'chat.postEphemeral', status: 'ok' }],
    });
    expect(await state(LEAD)).toMatchObject({ messages: [] });
  });

  test('tells six people and the conversations of each', async () => {
    const names = async (as: string) => (await state(as)).conversations.map(({ name }) => name);
    expect((await state(STAFF)).people).toHaveLength(6);
    expect(await names(STAFF)).toEqual(['産業戦略', 'iot推進', '雑談', 'Shinchoku']);
    expect(await names('U0GUEST')).toEqual(['産業戦略', 'Shinchoku']);
  });

  test('tells many changes at once', async () => {
    const told = states(STAFF);
    await told.next();
    for (const text of ['1', '2', '3']) running.slack.workspace.changeConversation('C0CHAT', { name: text });
    const { value } = await told.next();
    expect(value.conversations.map(({ name }: { name: string }) => name)).toContain('3');
    await told.return(undefined);
  });

  test('is not there for nobody, and begins with the first person', async () => {
    expect((await fetch(`${running.slack.url}/ui/stream?as=U0NOBODY`)).status).toBe(404);
    expect((await state(null)).me).toBe(STAFF);
  });
});

describe('what a person does on the page', () => {
  test.each([
    ['shout', {}, 404, 'not found'],
    ['constructor', {}, 404, 'not found'],
    ['say', { as: STAFF, text: 'x' }, 400, 'conversation'],
    ['say', { as: 'U0NOBODY', conversation: CHANNEL, text: 'x' }, 400, 'no person'],
    ['say', { as: 'U0GUEST', conversation: 'C0CHAT', text: 'x' }, 400, 'is in no conversation'],
    ['submit', { as: STAFF, viewId: 'V0', values: {} }, 400, 'no such modal'],
    ['clock', { advance: 'year' }, 400, 'advance'],
    ['dismiss', { id: 7 }, 400, 'no refusal'],
  ])('%s %j: %d', async (name, body, status, error) => {
    expect(await act(name, body)).toMatchObject({
      status,
      body: { ok: false, error: expect.stringContaining(error) },
    });
  });

  test('is taken as JSON only, which a form of another site cannot be', async () => {
    const body = new URLSearchParams({ as: STAFF, conversation: CHANNEL, text: 'x' });
    expect((await fetch(`${running.slack.url}/ui/say`, { method: 'POST', body })).status).toBe(400);
  });

  test('says a message, or a command', async () => {
    const say = (text: string) => act('say', { as: STAFF, conversation: CHANNEL, text });
    expect((await say('港湾')).body).toEqual({ ok: true });
    expect((await say('/echo 港湾')).body).toEqual({ ok: true });
    expect(running.slack.messages(CHANNEL, STAFF).map(({ text }) => text)).toEqual([
      '港湾',
      '/echo failed with the error "dispatch_failed"',
    ]);
  });

  test.each([
    ['hour', 3_600_000],
    ['day', 86_400_000],
    ['week', 604_800_000],
  ])('moves the clock on by a %s', async (advance, milliseconds) => {
    expect((await act('clock', { advance })).body).toEqual({ ok: true });
    expect(moved).toEqual([milliseconds]);
  });

  test('dismisses a refusal from the page, not from the record', async () => {
    await call(running.slack, 'chat.postMessage', { channel: 'C0NOWHERE', text: 'x' });
    const [refusal] = (await state(STAFF)).refusals;
    expect(refusal).toMatchObject({ method: 'chat.postMessage', problem: 'channel_not_found' });
    await act('dismiss', { id: refusal?.id });
    expect((await state(STAFF)).refusals).toEqual([]);
    expect(running.slack.refusals).toHaveLength(1);
  });

  test('fills in a modal: errors of the client, a press, closing', async () => {
    const { trigger_id } = await fresh(running.slack);
    const blocks = [
      input('what', { type: 'plain_text_input' }),
      { type: 'actions', block_id: 'b', elements: [button('go')] },
    ];
    await call(running.slack, 'views.open', { trigger_id, view: modal(blocks) });
    const [open] = (await state(STAFF)).modals;
    const place = { as: STAFF, viewId: open?.id };
    expect(open).toMatchObject({ type: 'modal', title: '記録', submit: '保存', close: null });
    expect((await act('submit', { ...place, values: {} })).body).toEqual({
      ok: true,
      errors: { what: 'この項目は必須です。' },
    });
    const press = {
      as: STAFF,
      from: { kind: 'view', viewId: open?.id },
      blockId: 'b',
      actionId: 'go',
      chosen: {},
      values: {},
    };
    expect((await act('act', press)).body).toEqual({ ok: true });
    expect((await act('close', { ...place, all: true })).body).toEqual({ ok: true });
    expect((await state(STAFF)).modals).toEqual([]);
  });
});
