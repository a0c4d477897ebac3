import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { HttpAnswer, RawDelivery } from '../../src/sandbox/slack/delivery/http-delivery.ts';
import { openSeededStore, type Running, run } from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';
import { wordsOf } from './read-message.ts';
import { ask } from './talk.ts';

const form = 'application/x-www-form-urlencoded';
const command = new URLSearchParams({
  command: '/project',
  text: '8',
  user_id: 'U0YAMADA',
  team_id: 'T0YAMAGUCHI',
  channel_id: 'C0STRATEGY',
}).toString();

let opened: OpenedStore;
let running: Running;
beforeAll(async () => {
  opened = await openSeededStore();
});
afterAll(() => opened.cleanUp());

describe('over HTTP', () => {
  beforeEach(async () => {
    running = await run({ intake: 'http', reader: opened.store });
  });
  afterEach(async () => {
    expect(wordsOf(await ask(running, '8'))).toContain('13.9%/16.0%');
    expect(await running.stop()).toEqual([]);
  });
  const post = (raw: Partial<RawDelivery>): Promise<HttpAnswer> =>
    running.slack.deliverRaw({ body: command, contentType: form, ...raw });
  /** Seconds since the epoch, so many from now. */
  const seconds = (from: number) => String(Math.floor(running.wall.now().getTime() / 1000) + from);

  test('a rightly signed command is answered, also with a charset', async () => {
    expect(await post({})).toMatchObject({ status: 200, body: expect.stringContaining('13.9%/16.0%') });
    expect(await post({ contentType: `${form}; charset=UTF-8` })).toMatchObject({ status: 200 });
    expect(await post({ timestamp: seconds(-290) })).toMatchObject({ status: 200 });
  });

  test('an answer goes out whole, with its length and its type', async () => {
    const { headers, body } = await post({});
    expect(headers).toMatchObject({
      'content-length': String(Buffer.byteLength(body)),
      'content-type': 'application/json',
    });
    expect(headers).not.toHaveProperty('transfer-encoding');
  });

  test.each<[string, () => Partial<RawDelivery>]>([
    ['no signature', () => ({ signature: null })],
    ['an empty signature', () => ({ signature: '' })],
    ['a wrong signature', () => ({ signature: `v0=${'0'.repeat(64)}` })],
    ['a signature of another length', () => ({ signature: 'v0=00' })],
    ['no timestamp', () => ({ timestamp: null })],
    ['a timestamp that is no number', () => ({ timestamp: 'NaN' })],
    ['a timestamp with a sign', () => ({ timestamp: '-1' })],
    ['a timestamp in words', () => ({ timestamp: '0x5f43' })],
    ['an old timestamp', () => ({ timestamp: seconds(-302) })],
    ['a future timestamp', () => ({ timestamp: seconds(302) })],
  ])('%s is refused with 401, and tells nothing', async (_what, raw) => {
    const { status, body } = await post(raw());
    expect(status).toBe(401);
    expect(body).not.toMatch(/13\.9|IoT/);
    expect(running.takeTrouble().every(({ level }) => level === 40)).toBe(true);
  });

  test('a body over the limit is refused with 413', async () => {
    expect(await post({ body: `${command}&x=${'x'.repeat(1_100_000)}` })).toMatchObject({ status: 413 });
    running.takeTrouble();
  });

  test.each([
    ['a form whose payload is no JSON', form, 'payload=%7B%22type%22'],
    ['JSON that ends too soon', 'application/json', '{"type": "event_callback"'],
    ['JSON that is deep and ends too soon', 'application/json', '['.repeat(100_000)],
    ['JSON null', 'application/json', 'null'],
    ['a form whose payload is null', form, 'payload=null'],
    ['a list', 'application/json', '[]'],
    ['a form without anything of Slack', form, 'a=b'],
    ['a type that nobody reads', 'text/plain', command],
  ])('%s is refused with 400', async (_what, contentType, body) => {
    expect(await post({ contentType, body })).toMatchObject({ status: 400 });
    running.takeTrouble();
  });

  test('ssl_check is answered, and a command beside it is not carried out', async () => {
    const answer = await post({ body: `ssl_check=1&${command}`, signature: null });
    expect(answer.status).toBe(200);
    expect(answer.body).not.toMatch(/13\.9|IoT/);
  });

  test.each([
    ['GET', '/slack/events', 405],
    ['PUT', '/slack/events', 405],
    ['POST', '/slack/other', 404],
    ['GET', '/', 404],
    ['GET', '/healthz', 200],
    ['GET', '/readyz', 200],
  ])('%s %s is answered with %d', async (method, path, status) => {
    const answer = await fetch(new URL(path, running.url), { method });
    await answer.text();
    expect(answer.status).toBe(status);
  });

  test('a person who breaks off in the middle harms nobody', async () => {
    const gone = new AbortController();
    const request = fetch(new URL('/slack/events', running.url), {
      method: 'POST',
      signal: gone.signal,
      duplex: 'half',
      headers: { 'content-type': form, 'x-slack-request-timestamp': seconds(0) },
      body: new ReadableStream({
        start: (body) => {
          body.enqueue(new TextEncoder().encode('text='));
          setImmediate(() => gone.abort());
        },
      }),
    });
    await expect(request).rejects.toThrow();
    running.takeTrouble();
  });
});

test('while the store does not answer, the bot lives but is not ready', async () => {
  const ping = () => Promise.reject(new Error('no answer from the store'));
  running = await run({ intake: 'http', reader: opened.store, ping });
  expect((await fetch(new URL('/healthz', running.url))).status).toBe(200);
  expect((await fetch(new URL('/readyz', running.url))).status).toBe(503);
  expect(running.takeTrouble()).toMatchObject([{ msg: 'not ready: the store does not answer' }]);
  expect(await running.stop()).toEqual([]);
});

test('in Socket Mode the door takes no requests of Slack’s, and tells whether the socket is open', async () => {
  running = await run({ intake: 'socket', reader: opened.store });
  const events = await fetch(new URL('/slack/events', running.url), { method: 'POST', body: command });
  expect(events.status).toBe(404);
  expect((await fetch(new URL('/readyz', running.url))).status).toBe(200);
  expect(await running.stop()).toEqual([]);
});
