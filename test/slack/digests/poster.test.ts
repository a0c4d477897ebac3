import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Poster } from '../../../src/digests/ports.ts';
import { DEMO_BOT, DEMO_WORKSPACE } from '../../../src/sandbox/demo-workspace.ts';
import type { SandboxSlack } from '../../../src/sandbox/slack/sandbox-slack.ts';
import type { Fault } from '../../../src/sandbox/slack/state/faults.ts';
import { startSlack } from '../../../src/sandbox/start-slack.ts';
import { systemWallClock } from '../../../src/sandbox/wall-clock.ts';
import { type Channels, slackChannels } from '../../../src/slack/digests/channels.ts';
import type { DigestMessage } from '../../../src/slack/digests/message.ts';
import { slackPoster } from '../../../src/slack/digests/poster.ts';

const message: DigestMessage = {
  text: 'お知らせです。',
  blocks: [{ type: 'header', text: { type: 'plain_text', text: '予定 <!channel>', emoji: false } }],
};
const STRATEGY = 'C0STRATEGY';
const IOT = 'C0IOT';

let slack: SandboxSlack;
let poster: Poster<DigestMessage>;
let channels: Channels;
let now = 0;

beforeAll(async () => {
  slack = await startSlack({
    workspace: DEMO_WORKSPACE,
    bot: { ...DEMO_BOT, token: 'xoxb-1', appToken: 'xapp-1', signingSecret: 's', deliverTo: null },
    app: {
      commands: [],
      shortcuts: [],
      events: [],
      scopes: ['chat:write', 'channels:read', 'groups:read'],
    } as never,
    clock: { now: () => new Date('2020-08-24T09:00:00+09:00') },
    wallClock: systemWallClock(Date.now),
  });
  const options = { botToken: 'xoxb-1', apiUrl: slack.apiUrl };
  poster = slackPoster(options);
  channels = slackChannels(options, () => now);
});
afterAll(() => slack.stop());

const inChannel = () => slack.messages(STRATEGY, 'U0YAMADA').length;
const post = (blocks: DigestMessage['blocks'] = message.blocks) =>
  poster.post({ channelId: STRATEGY, message: { ...message, blocks }, threadTs: null });

test('what is posted says where, and a part of the thread stands below it', async () => {
  const posted = await post();
  expect(posted).toMatchObject({ kind: 'posted' });
  const threadTs = posted.kind === 'posted' ? posted.ts : '';
  await poster.post({ channelId: STRATEGY, message, threadTs });
  expect(slack.messages(STRATEGY, 'U0YAMADA').at(-1)?.threadTs).toBe(threadTs);
});

const outcomes: readonly (readonly [string, Fault, object, left: number])[] = [
  ['429', { kind: 'rate-limited', retryAfter: 7 }, { kind: 'rate-limited', retryAfterSeconds: 7 }, 0],
  [
    '429 without Retry-After',
    { kind: 'rate-limited', retryAfter: null },
    { kind: 'rate-limited', retryAfterSeconds: null },
    0,
  ],
  ['500', { kind: 'server-error' }, { kind: 'ambiguous', why: 'http_500' }, 0],
  ['a reply that was lost after the post', { kind: 'dropped', applied: true }, { kind: 'ambiguous' }, 1],
  ['a connection that broke', { kind: 'dropped', applied: false }, { kind: 'ambiguous' }, 0],
  ['a page of HTML', { kind: 'html' }, { kind: 'ambiguous' }, 0],
  ['a reply that ends in the middle', { kind: 'cut-json' }, { kind: 'ambiguous' }, 1],
  ['fatal_error', { kind: 'error', error: 'fatal_error' }, { kind: 'ambiguous', why: 'fatal_error' }, 0],
  [
    'service_unavailable',
    { kind: 'error', error: 'service_unavailable' },
    { kind: 'refused-retryable', why: 'service_unavailable' },
    0,
  ],
  [
    'token_revoked',
    { kind: 'error', error: 'token_revoked' },
    { kind: 'refused-terminal', code: 'token_revoked' },
    0,
  ],
];

test.each(outcomes)('%s is told as what it is, and nothing is tried again', async (_, fault, told, left) => {
  const before = inChannel();
  slack.faults.next('chat.postMessage', fault);
  expect(await post()).toMatchObject(told);
  expect(inChannel()).toBe(before + left);
});

test('nobody listening is no doubt: nothing was sent', async () => {
  const closed = createServer().listen(0, '127.0.0.1');
  await once(closed, 'listening');
  const { port } = closed.address() as AddressInfo;
  closed.close();
  await once(closed, 'close');
  const nowhere = slackPoster({ botToken: 'xoxb-1', apiUrl: `http://127.0.0.1:${port}/api/` });
  expect(await nowhere.post({ channelId: STRATEGY, message, threadTs: null })).toMatchObject({
    kind: 'refused-retryable',
    why: 'ECONNREFUSED',
  });
});

test('blocks that Slack refuses are said once in plain text, which mentions nobody', async () => {
  const wrong = [...message.blocks, { type: 'no-such-block' } as never];
  expect(await post(wrong)).toMatchObject({ kind: 'posted' });
  expect(slack.messages(STRATEGY, 'U0YAMADA').at(-1)?.text).toContain('予定 &lt;!channel&gt;');
});

test('not invited, archived and unknown channels are refused for good', async () => {
  const kinds = await Promise.all(
    ['C0CHAT', 'C0NOWHERE'].map((channelId) => poster.post({ channelId, message, threadTs: null })),
  );
  expect(kinds).toEqual([
    { kind: 'refused-terminal', code: 'not_in_channel' },
    { kind: 'refused-terminal', code: 'channel_not_found' },
  ]);
});

const listed = () => slack.journal.filter(({ what }) => what === 'conversations.list').length;

afterEach(() => {
  now += 3_600_000;
});

test('a thousand inspections within a minute read one list', async () => {
  const before = listed();
  const all = await Promise.all(Array.from({ length: 1_000 }, () => channels.standingOf(IOT)));
  expect(new Set(all.map((each) => JSON.stringify(each)))).toEqual(
    new Set(['{"kind":"open","shared":false}']),
  );
  expect(listed()).toBe(before + 1);
});

test('shared, not invited and unknown channels', async () => {
  expect(await channels.standingOf(STRATEGY)).toEqual({ kind: 'open', shared: true });
  expect(await channels.standingOf('C0CHAT')).toEqual({ kind: 'closed', code: 'not_in_channel' });
  expect(await channels.standingOf('C0NOWHERE')).toEqual({ kind: 'closed', code: 'channel_not_found' });
});

test('an archived channel is seen when the list is read anew; Slack away is no verdict', async () => {
  slack.workspace.changeConversation(IOT, { isArchived: true });
  expect(await channels.standingOf(IOT)).toEqual({ kind: 'closed', code: 'is_archived' });
  slack.workspace.changeConversation(IOT, { isArchived: false });
  now += 3_600_000;
  slack.faults.next('conversations.list', { kind: 'rate-limited', retryAfter: 30 });
  expect(await channels.standingOf(IOT)).toEqual({ kind: 'unknown' });
  expect(await channels.standingOf(IOT)).toEqual({ kind: 'open', shared: false });
});

test('how many people a channel has', async () => {
  expect(await channels.look(STRATEGY)).toMatchObject({ members: 7 });
  expect(await channels.look('C0NOWHERE')).toBeNull();
});
