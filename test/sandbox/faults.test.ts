import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { LogLevel, WebClient } from '@slack/web-api';
import type { Fault } from '../../src/sandbox/slack/state/faults.ts';
import { call, fresh, postJson } from './support/api.ts';
import type { Running } from './support/slack.ts';
import { CHANNEL, runSlack, STAFF, TOKEN } from './support/slack.ts';

let running: Running;
beforeEach(async () => {
  running = await runSlack();
});
afterEach(() => running.slack.stop());

const post = () => {
  const options = {
    slackApiUrl: running.slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
  };
  return new WebClient(TOKEN, options).chat.postMessage({ channel: CHANNEL, text: '進捗です。' });
};
const posted = () => running.slack.messages(CHANNEL, STAFF).length;

describe('a planned fault', () => {
  test.each<[string, Fault, { code?: string; retryAfter?: number; data?: unknown }, number]>([
    ['429 with Retry-After', { kind: 'rate-limited', retryAfter: 30 }, { retryAfter: 30 }, 0],
    ['500', { kind: 'server-error' }, { code: 'slack_webapi_http_error' }, 0],
    [
      'an error word',
      { kind: 'error', error: 'token_revoked' },
      { data: { ok: false, error: 'token_revoked' } },
      0,
    ],
    ['a connection dropped before', { kind: 'dropped', applied: false }, {}, 0],
    ['a connection dropped after', { kind: 'dropped', applied: true }, {}, 1],
    ['HTML', { kind: 'html' }, {}, 0],
    ['cut JSON', { kind: 'cut-json' }, {}, 1],
  ])('%s reaches the bot once', async (_name, fault, error, applied) => {
    running.slack.faults.next('chat.postMessage', fault);
    await expect(post()).rejects.toMatchObject(error);
    expect(posted()).toBe(applied);
    await expect(post()).resolves.toMatchObject({ ok: true });
  });

  test('429 without Retry-After', async () => {
    running.slack.faults.next('users.info', { kind: 'rate-limited', retryAfter: null });
    const { status, headers } = await call(running.slack, 'users.info', { user: STAFF });
    expect({ status, retryAfter: headers.get('retry-after') }).toEqual({ status: 429, retryAfter: null });
  });

  test('a slow call has taken effect before it is answered', async () => {
    const slow = running.slack.faults.next('chat.postMessage', { kind: 'slow' });
    const answer = post();
    await slow.met;
    expect(posted()).toBe(1);
    slow.release();
    await expect(answer).resolves.toMatchObject({ ok: true });
  });

  test('a response URL can fail too', async () => {
    const { response_url } = await fresh(running.slack);
    running.slack.faults.next('response_url', { kind: 'server-error' });
    expect(await postJson(response_url, { text: 'x' })).toMatchObject({ status: 500 });
    expect(await postJson(response_url, { text: 'x' })).toMatchObject({ status: 200 });
  });
});
