import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import { slackDirectory } from '../../src/slack/directory.ts';

type Answer = Readonly<Record<string, unknown>>;

const member = { id: 'U1', team_id: 'T1', locale: 'ja-JP' };
const open: Server[] = [];

afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A directory over a server that answers users.info, with a clock that the test moves. */
async function directory(first: Answer = { ok: true, user: member }) {
  const state = { answer: first, now: 0, asked: [] as string[] };
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      state.asked.push(`${request.url} ${new URLSearchParams(body).get('user')}`);
      expect(new URLSearchParams(body).get('include_locale')).toBe('true');
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(state.answer));
    });
  });
  open.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = new WebClient('xoxb-test', {
    slackApiUrl: `http://127.0.0.1:${port}/api/`,
    retryConfig: { retries: 0 },
  });
  const slack = slackDirectory({ client, teamId: 'T1', monotonic: () => state.now });
  return { state, personOf: (...asked: Parameters<typeof slack.personOf>) => slack.personOf(...asked) };
}

describe('who somebody is', () => {
  test.each([
    ['an account of the workspace', {}, 'member'],
    ['a guest', { is_restricted: true }, 'guest'],
    ['a guest of one channel', { is_restricted: true, is_ultra_restricted: true }, 'guest'],
    ['a stranger', { is_stranger: true }, 'outsider'],
    ['an account of another workspace', { team_id: 'T2' }, 'outsider'],
    ['a guest of another workspace', { team_id: 'T2', is_restricted: true }, 'outsider'],
    ['an account of no workspace', { team_id: undefined }, 'outsider'],
    ['a bot', { is_bot: true }, 'bot'],
    ['a bot of another workspace', { is_bot: true, team_id: 'T2' }, 'bot'],
    ['a deactivated account', { deleted: true }, 'deactivated'],
    ['a deactivated guest', { deleted: true, is_restricted: true }, 'deactivated'],
  ])('%s', async (_, given, standing) => {
    const { personOf } = await directory({ ok: true, user: { ...member, ...given } });
    expect(await personOf('U1')).toEqual({ id: 'U1', standing, language: 'ja' });
  });

  test.each([
    ['en-US', 'en'],
    ['en-GB', 'en'],
    ['ja-JP', 'ja'],
    ['fr-FR', 'ja'],
    ['', 'ja'],
    [undefined, 'ja'],
  ])('speaks, by the locale %s, %s', async (locale, language) => {
    const { personOf } = await directory({ ok: true, user: { ...member, locale } });
    expect(await personOf('U1')).toMatchObject({ language });
  });
});

describe('what is known is not asked again', () => {
  test('questions at the same time share one call, each account has its own', async () => {
    const { personOf, state } = await directory();
    const people = await Promise.all([personOf('U1'), personOf('U1'), personOf('U2')]);
    expect(people.map(({ id }) => id)).toEqual(['U1', 'U1', 'U2']);
    expect(state.asked.toSorted()).toEqual(['/api/users.info U1', '/api/users.info U2']);
  });

  test('for ten minutes by the clock that is handed in', async () => {
    const { personOf, state } = await directory();
    await personOf('U1');
    state.answer = { ok: true, user: { ...member, deleted: true } };
    state.now = 10 * 60_000 - 1;
    expect((await personOf('U1')).standing).toBe('member');
    state.now += 1;
    expect((await personOf('U1')).standing).toBe('deactivated');
    expect(state.asked).toHaveLength(2);
  });

  test('but where it matters that somebody has just left', async () => {
    const { personOf, state } = await directory();
    await personOf('U1');
    state.answer = { ok: true, user: { ...member, deleted: true } };
    expect((await personOf('U1', { anew: true })).standing).toBe('deactivated');
    expect((await personOf('U1')).standing).toBe('deactivated');
    expect(state.asked).toHaveLength(2);
  });

  test.each([
    ['a refusal', { ok: false, error: 'user_not_found' }],
    ['an answer without a user', { ok: true }],
  ])('but %s is: nobody is taken for a member', async (_, answer) => {
    const { personOf, state } = await directory(answer);
    await expect(personOf('U1')).rejects.toThrow();
    state.answer = { ok: true, user: member };
    expect((await personOf('U1')).standing).toBe('member');
  });
});
