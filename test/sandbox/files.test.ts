import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import type { Json } from '../../src/sandbox/slack/json.ts';
import { call } from './support/api.ts';
import { app, CHANNEL, DIRECT, type Running, runSlack, STAFF, TOKEN } from './support/slack.ts';

let running: Running;
let client: WebClient;
beforeAll(async () => {
  running = await runSlack();
  client = new WebClient(TOKEN, { slackApiUrl: running.slack.apiUrl, retryConfig: { retries: 0 } });
});
afterAll(() => running.slack.stop());

const api = async (method: string, args: Json) => (await call(running.slack, method, args)).body;
const bytes = Buffer.from('進捗\n');
const png = Buffer.from('89504e470d0a1a0a', 'hex');

/** The first two steps of an upload. */
async function sent(difference: Json = {}, body: Buffer = bytes): Promise<string> {
  const args = { filename: '報告書.csv', length: body.length, ...difference };
  const { upload_url: url, file_id: id } = await api('files.getUploadURLExternal', args);
  await fetch(String(url), { method: 'POST', body: new Uint8Array(body) });
  return String(id);
}

const complete = (id: string, args: Json = {}) =>
  api('files.completeUploadExternal', { files: [{ id, title: '報告書' }], channel_id: CHANNEL, ...args });
const lastMessage = (conversation: string = CHANNEL) => running.slack.messages(conversation, STAFF).at(-1);
const problems = () => running.slack.refusals.map(({ problem }) => problem);

test("web-api's files.uploadV2 puts a file into a thread of a channel", async () => {
  const { ts } = await client.chat.postMessage({ channel: CHANNEL, text: '報告書です。' });
  await client.files.uploadV2({
    channel_id: CHANNEL,
    thread_ts: String(ts),
    initial_comment: 'どうぞ。',
    file_uploads: [
      { file: bytes, filename: 'a.csv', title: '表' },
      { file: bytes, filename: 'b.pdf' },
    ],
  });
  const message = lastMessage();
  expect(message).toMatchObject({ text: 'どうぞ。', threadTs: ts });
  expect(message?.files).toHaveLength(2);
  const { file } = await client.files.info({ file: String(message?.files[0]) });
  expect(file).toMatchObject({
    name: 'a.csv',
    title: '表',
    mimetype: 'text/csv',
    size: bytes.length,
    channels: [CHANNEL],
    shares: { public: { [CHANNEL]: [{ ts: message?.ts, thread_ts: ts }] } },
  });
});

test('a file goes to a person through the direct conversation, never through the id of the person', async () => {
  const id = await sent();
  expect(await complete(id, { channel_id: STAFF })).toMatchObject({ error: 'channel_not_found' });
  expect(await complete(id, { channel_id: DIRECT })).toMatchObject({ ok: true, files: [{ ims: [DIRECT] }] });
  expect(lastMessage(DIRECT)?.files).toEqual([id]);
});

describe('Slack refuses', () => {
  test.each<[string, Json, string]>([
    ['a file of no bytes', { length: 0 }, 'missing_argument'],
    ['a file without a name', { filename: '' }, 'invalid_arguments'],
    ['a file that is too large', { length: 60_000_001 }, 'file_upload_size_restricted'],
    ['an alt text of over 1,000 characters', { alt_txt: '字'.repeat(1001) }, 'alt_txt_too_large'],
  ])('%s', async (_name, args, error) => {
    const asked = { filename: 'a.csv', length: 1, ...args };
    expect(await api('files.getUploadURLExternal', asked)).toMatchObject({ ok: false, error });
  });

  test('bytes of another length than announced, and then the file', async () => {
    const id = await sent({ length: 999 });
    expect(problems().at(-1)).toBe(`${bytes.length} bytes for the 999 announced`);
    expect(await complete(id)).toMatchObject({ error: 'file_not_found' });
  });

  test.each<[string, Json, string]>([
    ['a channel that there is not', { channel_id: 'C0NOWHERE' }, 'channel_not_found'],
    ['a channel without the bot', { channel_id: 'C0CHAT' }, 'not_in_channel'],
    ['a thread that there is not', { thread_ts: '1.000001' }, 'thread_not_found'],
    ['blocks that it does not take', { blocks: [{ type: 'shout' }] }, 'invalid_blocks'],
  ])('%s', async (_name, args, error) => {
    expect(await complete(await sent(), args)).toMatchObject({ ok: false, error });
  });

  test('a file twice', async () => {
    const id = await sent();
    await complete(id);
    expect(await complete(id)).toMatchObject({ error: 'file_not_found' });
  });

  test('to tell of a file before it is complete', async () => {
    expect(await api('files.info', { file: await sent() })).toMatchObject({ error: 'file_not_found' });
  });

  test('uploads without files:write', async () => {
    const narrow = await runSlack({ app: { ...app, scopes: ['files:read'] } });
    const { body } = await call(narrow.slack, 'files.getUploadURLExternal', { filename: 'a.csv', length: 1 });
    await narrow.slack.stop();
    expect(body).toMatchObject({ error: 'missing_scope', needed: 'files:write' });
  });
});

describe('what Slack takes and people lose by is written down', () => {
  test.each<[string, Json, Buffer, string]>([
    ['a picture without alt text', { filename: 'a.png' }, png, 'a picture without alt_txt'],
    [
      'a picture with alt_text, which is no argument',
      { filename: 'a.png', alt_text: '達成率' },
      png,
      'a picture without alt_txt',
    ],
    [
      'a table with alt text',
      { alt_txt: '表' },
      bytes,
      'alt_txt on a file that is no picture: Slack does not share it',
    ],
  ])('%s', async (_name, args, body, problem) => {
    await complete(await sent(args, body));
    expect(problems().at(-1)).toBe(problem);
  });

  test('a picture with its alt text is in order', async () => {
    const before = problems().length;
    await complete(await sent({ filename: 'a.png', alt_txt: 'IoT導入率 13.9%' }, png));
    expect(problems()).toHaveLength(before);
  });
});

describe('the bytes', () => {
  let id: string;
  let address: string;
  beforeEach(async () => {
    id = await sent();
    const { files } = await complete(id);
    address = String((files as Json[])[0]?.url_private_download);
  });

  test('come back to the bot with its token, and are a page to log in on without it', async () => {
    const headers = { authorization: `Bearer ${TOKEN}` };
    expect(Buffer.from(await (await fetch(address, { headers })).arrayBuffer())).toEqual(bytes);
    const stranger = await fetch(address);
    expect([stranger.status, stranger.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
  });

  test('are saved by the page, never shown or run there', async () => {
    const response = await fetch(`${running.slack.url}/ui/files/${id}`);
    expect(await response.text()).toBe('進捗\n');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''%E5/);
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
  });
});
