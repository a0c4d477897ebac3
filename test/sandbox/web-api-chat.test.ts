import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Json } from '../../src/sandbox/slack/json.ts';
import { call, section } from './support/api.ts';
import type { Running } from './support/slack.ts';
import { CHANNEL, DIRECT, LEAD, runSlack, STAFF } from './support/slack.ts';

let running: Running;
beforeAll(async () => {
  running = await runSlack();
});
afterAll(() => running.slack.stop());
const api = async (method: string, args: Json = {}) => (await call(running.slack, method, args)).body;

describe('chat', () => {
  const texts = (as: string) => running.slack.messages(CHANNEL, as).map(({ text }) => text);
  const posted = async (args: Json = {}) => {
    const { ts } = await api('chat.postMessage', { channel: CHANNEL, text: '進捗です。', ...args });
    return { channel: CHANNEL, ts: String(ts) };
  };

  test('a message has a timestamp of the product’s clock, never twice the same', async () => {
    const [first, second] = [await posted(), await posted()];
    expect(first.ts).toMatch(/^1598230800\.\d{6}$/);
    expect(Number(second.ts)).toBeGreaterThan(Number(first.ts));
  });

  test.each<[string, Json, string]>([
    ['to nowhere', { channel: 'C0NOWHERE' }, 'channel_not_found'],
    ['to a channel where the bot is not', { channel: 'C0CHAT' }, 'not_in_channel'],
    ['without words', { text: '' }, 'no_text'],
    ['with bad blocks', { blocks: [{ type: 'nope' }] }, 'invalid_blocks'],
    ['too long', { text: 'x'.repeat(40_001) }, 'msg_too_long'],
    ['in a thread that there is not', { thread_ts: '1.000001' }, 'thread_not_found'],
  ])('a message %s is refused and written down', async (_name, args, error) => {
    expect(await api('chat.postMessage', { channel: CHANNEL, text: 'x', ...args })).toMatchObject({ error });
    expect(running.slack.refusals.at(-1)).toMatchObject({
      method: 'chat.postMessage',
      problem: expect.stringContaining(error),
    });
  });

  test('nothing goes to an archived channel', async () => {
    running.slack.workspace.changeConversation('C0IOT', { isArchived: true });
    expect(await api('chat.postMessage', { channel: 'C0IOT', text: 'x' })).toMatchObject({
      error: 'is_archived',
    });
    running.slack.workspace.changeConversation('C0IOT', { isArchived: false });
  });

  test('nothing goes to a person who left, and such a person does nothing', async () => {
    running.slack.workspace.changePerson(LEAD, { deleted: true });
    expect(await api('chat.postMessage', { channel: LEAD, text: 'x' })).toMatchObject({
      error: 'account_inactive',
    });
    expect(await api('conversations.open', { users: LEAD })).toMatchObject({ error: 'user_disabled' });
    const said = running.slack.say({ as: LEAD, conversation: CHANNEL, text: 'x' });
    await expect(said).rejects.toThrow('cannot use Slack');
    running.slack.workspace.changePerson(LEAD, { deleted: false });
  });

  test('a message to a person goes to the direct message', async () => {
    expect(await api('chat.postMessage', { channel: STAFF, text: 'x' })).toMatchObject({ channel: DIRECT });
  });

  test('blocks without a fallback text are taken, and written down', async () => {
    await posted({ text: '', blocks: [section('x')] });
    expect(running.slack.refusals.at(-1)).toMatchObject({
      method: 'chat.postMessage',
      problem: 'no fallback text',
    });
  });

  test('an ephemeral message is seen by one person, who must be in the channel', async () => {
    const args = { channel: CHANNEL, text: 'あなただけ' };
    expect(await api('chat.postEphemeral', { ...args, user: STAFF })).toMatchObject({ ok: true });
    expect(texts(STAFF)).toContain('あなただけ');
    expect(texts(LEAD)).not.toContain('あなただけ');
    expect(await api('chat.postEphemeral', { ...args, user: 'U0NOBODY' })).toMatchObject({
      error: 'user_not_in_channel',
    });
  });

  test('an ephemeral message can be neither changed nor deleted by its timestamp', async () => {
    const { message_ts: ts } = await api('chat.postEphemeral', { channel: CHANNEL, text: 'x', user: STAFF });
    const place = { channel: CHANNEL, ts };
    expect(await api('chat.update', { ...place, text: 'y' })).toMatchObject({ error: 'message_not_found' });
    expect(await api('chat.delete', place)).toMatchObject({ error: 'message_not_found' });
  });

  test('a message of the bot’s own can be changed and deleted', async () => {
    const place = await posted();
    expect(await api('chat.update', { ...place, text: '直しました。' })).toMatchObject({
      ok: true,
      text: '直しました。',
    });
    expect(running.slack.messages(CHANNEL, LEAD).at(-1)).toMatchObject({
      text: '直しました。',
      edited: true,
    });
    expect(await api('chat.delete', place)).toMatchObject({ ok: true });
    expect(await api('chat.update', { ...place, text: 'x' })).toMatchObject({ error: 'message_not_found' });
  });

  test('a message of somebody else’s cannot', async () => {
    const { ts } = await running.slack.say({ as: STAFF, conversation: CHANNEL, text: 'x' });
    const place = { channel: CHANNEL, ts };
    expect(await api('chat.update', { ...place, text: 'y' })).toMatchObject({ error: 'cant_update_message' });
    expect(await api('chat.delete', place)).toMatchObject({ error: 'cant_delete_message' });
  });

  test('a permalink names the channel and the message', async () => {
    const { ts } = await running.slack.say({ as: STAFF, conversation: CHANNEL, text: 'x' });
    const permalink = `https://yamaguchi-pref.slack.com/archives/${CHANNEL}/p${ts.replace('.', '')}`;
    expect(permalink).toMatch(/\/p1598230800\d{6}$/);
    expect(await api('chat.getPermalink', { channel: CHANNEL, message_ts: ts })).toEqual({
      ok: true,
      channel: CHANNEL,
      permalink,
    });
    const reply = await posted({ thread_ts: ts });
    const inThread = `/p${reply.ts.replace('.', '')}?thread_ts=${ts}&cid=${CHANNEL}`;
    expect(await api('chat.getPermalink', { channel: CHANNEL, message_ts: reply.ts })).toMatchObject({
      permalink: expect.stringContaining(inThread),
    });
  });

  test('a public channel without the bot has permalinks too', async () => {
    const { ts } = await running.slack.say({ as: STAFF, conversation: 'C0CHAT', text: 'x' });
    expect(await api('chat.getPermalink', { channel: 'C0CHAT', message_ts: ts })).toMatchObject({ ok: true });
  });

  test('there is no permalink to what all cannot see', async () => {
    const { message_ts } = await api('chat.postEphemeral', { channel: CHANNEL, text: 'x', user: STAFF });
    const of = (channel: string, ts: unknown) => api('chat.getPermalink', { channel, message_ts: ts });
    expect(await of(CHANNEL, message_ts)).toMatchObject({ error: 'message_not_found' });
    expect(await of(CHANNEL, '1.000001')).toMatchObject({ error: 'message_not_found' });
    expect(await of('C0NOWHERE', '1.000001')).toMatchObject({ error: 'channel_not_found' });
    running.slack.workspace.changeConversation('C0CHAT', { isPrivate: true });
    expect(await of('C0CHAT', '1.000001')).toMatchObject({ error: 'channel_not_found' });
    running.slack.workspace.changeConversation('C0CHAT', { isPrivate: false });
  });

  test('chat.update takes 4,000 characters of text', async () => {
    const place = await posted();
    expect(await api('chat.update', { ...place, text: 'x'.repeat(4001) })).toMatchObject({
      error: 'msg_too_long',
    });
  });
});
