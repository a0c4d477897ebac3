import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { verifySlackRequest } from '@slack/bolt';
import { encode } from '../../src/sandbox/slack/delivery/http-delivery.ts';
import { signature } from '../../src/sandbox/slack/delivery/signature.ts';
import type { Bot } from './support/bot.ts';
import { runBot } from './support/bot.ts';
import type { Running } from './support/slack.ts';
import { CHANNEL, runSlack, SECRET, STAFF } from './support/slack.ts';

test('the signature is the one of Slack’s documentation', () => {
  const body =
    'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
  expect(signature({ secret: '8f742231b10e8888abcd99yyyzzz85a5', timestamp: '1531420618', body })).toBe(
    'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
  );
});

describe('what the bot’s own receiver says', () => {
  let running: Running;
  let bot: Bot;
  beforeAll(async () => {
    running = await runSlack();
    bot = await runBot(running.slack, 'http', (app) =>
      app.command('/echo', async ({ ack }) => ack('はい。')),
    );
  });
  afterAll(async () => {
    await bot.stop();
    await running.slack.stop();
  });
  const raw = encode({
    kind: 'slash_commands',
    payload: { command: '/echo', text: '', user_id: STAFF, team_id: 'T1' },
  });
  const seconds = (offset: number) => String(Math.floor(running.wall.now().getTime() / 1000) + offset);

  test.each<[string, () => object, number]>([
    ['the right signature', () => ({}), 200],
    ['a wrong signature', () => ({ signature: `v0=${'0'.repeat(64)}` }), 401],
    ['no signature', () => ({ signature: null }), 401],
    ['no timestamp', () => ({ timestamp: null }), 401],
    ['a timestamp that is none', () => ({ timestamp: 'NaN' }), 401],
    ['a timestamp of six minutes ago', () => ({ timestamp: seconds(-360) }), 401],
    // Bolt itself lets the future in; a bot that cares must look for itself.
    ['a timestamp of six minutes ahead', () => ({ timestamp: seconds(360) }), 200],
  ])('to %s', async (_name, changes, status) => {
    expect(await running.slack.deliverRaw({ ...raw, ...changes() })).toMatchObject({ status });
  });
});

describe('a delivery', () => {
  test('is signed, and sent with the headers of Slack', async () => {
    const running = await runSlack();
    const requests: { headers: NodeJS.Dict<string | string[]>; body: string }[] = [];
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        requests.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
        response.end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    running.slack.connect(new URL(`http://127.0.0.1:${port}/`));
    await running.slack.command({ as: STAFF, conversation: CHANNEL, text: '/echo 港湾 & 道路' });
    await running.slack.shortcut({ as: STAFF, callbackId: 'open' });
    await running.slack.openHome({ as: STAFF });
    await running.slack.stop();
    await new Promise((resolve) => server.close(resolve));

    const form = 'application/x-www-form-urlencoded';
    expect(requests.map(({ headers }) => headers['content-type'])).toEqual([form, form, 'application/json']);
    expect(new URLSearchParams(requests[0]?.body).get('text')).toBe('港湾 & 道路');
    expect(JSON.parse(new URLSearchParams(requests[1]?.body).get('payload') ?? '')).toMatchObject({
      type: 'shortcut',
    });
    expect(JSON.parse(requests[2]?.body ?? '')).toMatchObject({ type: 'event_callback' });
    for (const { headers, body } of requests)
      verifySlackRequest({
        signingSecret: SECRET,
        body,
        headers: {
          'x-slack-signature': String(headers['x-slack-signature']),
          'x-slack-request-timestamp': Number(headers['x-slack-request-timestamp']),
        },
      });
  });

  test.each([
    [500, 'dispatch_failed'],
    [404, 'dispatch_failed'],
  ])('answered with %d shows %s', async (status, error) => {
    const running = await runSlack();
    const server = createServer((_request, response) => response.writeHead(status).end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    running.slack.connect(new URL(`http://127.0.0.1:${port}/`));
    await running.slack.command({ as: STAFF, conversation: CHANNEL, text: '/echo' });
    expect(running.slack.messages(CHANNEL, STAFF)).toMatchObject([
      { text: `/echo failed with the error "${error}"` },
    ]);
    await running.slack.stop();
    await new Promise((resolve) => server.close(resolve));
  });
});
