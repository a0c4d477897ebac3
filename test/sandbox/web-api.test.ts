import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Json } from '../../src/sandbox/slack/json.ts';
import { call, section } from './support/api.ts';
import type { Running } from './support/slack.ts';
import { APP_TOKEN, app, CHANNEL, DIRECT, LEAD, runSlack, STAFF, TOKEN } from './support/slack.ts';

let running: Running;
beforeAll(async () => {
  running = await runSlack();
});
afterAll(() => running.slack.stop());
const api = async (method: string, args: Json = {}) => (await call(running.slack, method, args)).body;

describe('the door of the Web API', () => {
  test.each<[string, string, string | null, string]>([
    ['a method that there is not', 'chat.shout', TOKEN, 'unknown_method'],
    ['a method named like a part of every object', 'constructor', TOKEN, 'unknown_method'],
    ['no token', 'auth.test', null, 'not_authed'],
    ['a wrong token', 'auth.test', 'xoxb-other', 'invalid_auth'],
    ['the app token for a bot method', 'auth.test', APP_TOKEN, 'not_allowed_token_type'],
    ['the bot token for a connection', 'apps.connections.open', TOKEN, 'not_allowed_token_type'],
  ])('refuses %s', async (_name, method, token, error) => {
    expect((await call(running.slack, method, {}, token)).body).toMatchObject({ ok: false, error });
  });

  test('names the scope that is missing', async () => {
    const narrow = await runSlack({ app: { ...app, scopes: ['commands'] } });
    const { body } = await call(narrow.slack, 'chat.postMessage', { channel: CHANNEL, text: 'x' });
    await narrow.slack.stop();
    expect(body).toEqual({ ok: false, error: 'missing_scope', needed: 'chat:write', provided: 'commands' });
  });

  test('names the argument that is missing', async () => {
    expect(await api('chat.update', { channel: CHANNEL, text: 'x' })).toEqual({
      ok: false,
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] missing or wrong field: ts'] },
    });
  });

  test.each([
    ['broken JSON', 'application/json', '{"channel":', 'invalid_json'],
    ['a list', 'application/json', '[]', 'json_not_object'],
    ['plain text', 'text/plain', 'channel=C1', 'invalid_post_type'],
  ])('refuses %s', async (_name, type, body, error) => {
    const headers = { 'content-type': type, authorization: `Bearer ${TOKEN}` };
    const response = await fetch(`${running.slack.apiUrl}auth.test`, { method: 'POST', headers, body });
    expect(await response.json()).toEqual({ ok: false, error });
  });

  test('reads a form, with the token and blocks in it', async () => {
    const form = { token: TOKEN, channel: CHANNEL, text: 'x', blocks: JSON.stringify([section('y')]) };
    const response = await fetch(`${running.slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      body: new URLSearchParams(form),
    });
    expect(await response.json()).toMatchObject({ ok: true, message: { blocks: [section('y')] } });
  });

  test('keeps the token out of the journal', () => {
    expect(JSON.stringify(running.slack.journal)).not.toContain(TOKEN);
  });

  test('tells who the bot is', async () => {
    expect(await api('auth.test')).toMatchObject({
      ok: true,
      user_id: 'U0SHINCHOKU',
      team_id: 'T0YAMAGUCHI',
    });
  });
});

describe('users', () => {
  test.each<[string, string, Json]>([
    [
      'staff',
      STAFF,
      {
        is_restricted: false,
        is_bot: false,
        deleted: false,
        tz: 'Asia/Tokyo',
        tz_offset: 32_400,
        locale: 'ja-JP',
      },
    ],
    ['an English speaker', 'U0SMITH', { locale: 'en-US' }],
    ['an administrator', 'U0SUZUKI', { is_admin: true }],
    ['a guest', 'U0GUEST', { is_restricted: true, is_ultra_restricted: false }],
    ['a person of a connected organisation', 'U0PARTNER', { team_id: 'T0PARTNERCO', is_stranger: true }],
    ['the bot', 'U0SHINCHOKU', { is_bot: true }],
  ])('users.info knows %s', async (_name, user, wanted) => {
    expect(await api('users.info', { user, include_locale: true })).toMatchObject({
      user: { id: user, ...wanted },
    });
  });

  test('the locale is told only when asked for', async () => {
    expect((await api('users.info', { user: STAFF })).user).not.toHaveProperty('locale');
  });

  test('nobody is not found', async () => {
    expect(await api('users.info', { user: 'U0NOBODY' })).toMatchObject({ error: 'user_not_found' });
  });

  test('users.list comes in pages', async () => {
    const ids = async (cursor?: string): Promise<unknown[]> => {
      const body = await api('users.list', { limit: 3, ...(cursor ? { cursor } : {}) });
      const members = body.members as { id: string }[];
      const { next_cursor } = body.response_metadata as { next_cursor: string };
      const rest = next_cursor === '' ? [] : await ids(next_cursor);
      return [...members.map(({ id }) => id), ...rest];
    };
    expect(await ids()).toEqual(running.slack.workspace.people().map(({ id }) => id));
  });

  test('a cursor that was not given out is refused', async () => {
    expect(await api('users.list', { cursor: 'x' })).toMatchObject({ error: 'invalid_cursor' });
  });
});

describe('conversations', () => {
  test('a channel says whether the bot is in it', async () => {
    expect(await api('conversations.info', { channel: CHANNEL })).toMatchObject({
      channel: { name: '産業戦略', is_member: true, is_ext_shared: true, is_archived: false },
    });
    expect(await api('conversations.info', { channel: 'C0CHAT' })).toMatchObject({
      channel: { is_member: false },
    });
  });

  test('a direct message needs its own scope', async () => {
    expect(await api('conversations.info', { channel: DIRECT })).toMatchObject({
      error: 'missing_scope',
      needed: 'im:read',
    });
  });

  test('a private channel where the bot is not cannot be told from none', async () => {
    running.slack.workspace.changeConversation('C0CHAT', { isPrivate: true });
    expect(await api('chat.postMessage', { channel: 'C0CHAT', text: 'x' })).toMatchObject({
      error: 'channel_not_found',
    });
    running.slack.workspace.changeConversation('C0CHAT', { isPrivate: false });
  });

  test('conversations.list tells the kinds that were asked for', async () => {
    const { channels } = await api('conversations.list', { types: 'public_channel' });
    expect(channels).toHaveLength(3);
    expect(await api('conversations.list', { types: 'secret' })).toMatchObject({
      error: 'invalid_arguments',
    });
  });

  test('conversations.members tells who is there', async () => {
    expect(await api('conversations.members', { channel: 'C0CHAT' })).toMatchObject({
      members: expect.arrayContaining([STAFF, LEAD]),
    });
  });

  test.each([
    ['a person', STAFF, { ok: true, channel: { id: DIRECT } }],
    ['nobody', 'U0NOBODY', { error: 'user_not_found' }],
    ['the bot', 'U0SHINCHOKU', { error: 'cannot_dm_bot' }],
  ])('conversations.open with %s', async (_name, users, wanted) => {
    expect(await api('conversations.open', { users })).toMatchObject(wanted);
  });
});
