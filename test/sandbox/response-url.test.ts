import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { button, call, fresh, lastDelivery, postJson, section } from './support/api.ts';
import type { Running } from './support/slack.ts';
import { CHANNEL, LEAD, runSlack, STAFF } from './support/slack.ts';

let running: Running;
beforeEach(async () => {
  running = await runSlack();
});
afterEach(() => running.slack.stop());

/** What a person sees, but for what Slackbot says of the bot that is not there. */
const seen = (as: string) =>
  running.slack
    .messages(CHANNEL, as)
    .filter(({ user }) => user !== 'USLACKBOT')
    .map(({ text }) => text);
const url = async () => (await fresh(running.slack)).response_url;

/** A response URL from a button under a message of the bot's. */
async function fromButton(method: 'chat.postMessage' | 'chat.postEphemeral'): Promise<string> {
  const blocks = [{ type: 'actions', elements: [button('go')] }];
  await call(running.slack, method, { channel: CHANNEL, user: STAFF, text: '前', blocks });
  await running.slack.press({ as: STAFF, actionId: 'go' });
  return String(lastDelivery(running.slack).response_url);
}

describe('a response URL', () => {
  test('takes five posts', async () => {
    const to = await url();
    for (const text of ['1', '2', '3', '4', '5'])
      expect(await postJson(to, { text })).toMatchObject({ status: 200, body: { ok: true } });
    expect(await postJson(to, { text: '6' })).toMatchObject({
      status: 404,
      body: { ok: false, error: 'used_url' },
    });
    expect(seen(STAFF)).toEqual(['1', '2', '3', '4', '5']);
    expect(running.slack.refusals.at(-1)).toMatchObject({ method: 'response_url', problem: 'used_url' });
  });

  test.each([
    [30 * 60_000, 200],
    [30 * 60_000 + 1, 404],
  ])('after %d milliseconds answers %d', async (milliseconds, status) => {
    const to = await url();
    running.wall.advance(milliseconds);
    expect(await postJson(to, { text: 'x' })).toMatchObject({ status });
  });

  test('that was not given out is not there', async () => {
    const to = `${running.slack.url}/commands/T0YAMAGUCHI/1/guessed`;
    expect(await postJson(to, { text: 'x' })).toMatchObject({ status: 404, body: { ok: false } });
  });

  test.each([
    ['ephemeral', [] as string[]],
    ['in_channel', ['港湾']],
  ])('posts %s', async (response_type, others) => {
    await postJson(await url(), { text: '港湾', response_type });
    expect(seen(STAFF)).toEqual(['港湾']);
    expect(seen(LEAD)).toEqual(others);
  });

  test('of a command replaces its first answer', async () => {
    const to = await url();
    await postJson(to, { text: '読み込み中…' });
    await postJson(to, { text: '港湾', replace_original: true });
    expect(seen(STAFF)).toEqual(['港湾']);
  });

  test.each(['chat.postMessage', 'chat.postEphemeral'] as const)(
    'of a button changes a message by %s',
    async (method) => {
      const to = await fromButton(method);
      await postJson(to, { text: '別' });
      await postJson(to, { text: '後', replace_original: true });
      expect(seen(STAFF)).toEqual(['後', '別']);
      await postJson(to, { delete_original: true });
      expect(seen(STAFF)).toEqual(['別']);
    },
  );

  test.each([
    ['nothing', {}, 'no_text'],
    ['bad blocks', { text: 'x', blocks: [section('')] }, 'invalid_blocks'],
    [
      'too much',
      { text: 'x', blocks: Array.from({ length: 51 }, () => ({ type: 'divider' })) },
      'invalid_blocks',
    ],
    ['a list', [], 'invalid_payload'],
    ['a wrong response_type', { text: 'x', response_type: 'all' }, 'invalid_payload'],
  ])('refuses %s', async (_name, body, error) => {
    expect(await postJson(await url(), body)).toMatchObject({ status: 400, body: { ok: false, error } });
    expect(running.slack.refusals.at(-1)).toMatchObject({ problem: expect.stringContaining(error) });
  });

  test('writes down blocks without a fallback text', async () => {
    await postJson(await url(), { blocks: [section('x')] });
    expect(running.slack.refusals.at(-1)).toMatchObject({
      method: 'response_url',
      problem: 'no fallback text',
    });
  });
});
