import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Json } from '../../src/sandbox/slack/json.ts';
import { lastDelivery } from './support/api.ts';
import type { Bot } from './support/bot.ts';
import { runBot } from './support/bot.ts';
import type { Running } from './support/slack.ts';
import { app, CHANNEL, DIRECT, runSlack, STAFF } from './support/slack.ts';

const events = ({ slack }: Running) =>
  slack.journal.filter(({ direction }) => direction === 'to-bot').map(({ what }) => what);

describe.each(['http', 'socket'] as const)('events over %s', (transport) => {
  let running: Running;
  let bot: Bot;
  let heard: Json[];
  beforeEach(async () => {
    heard = [];
    running = await runSlack();
    bot = await runBot(running.slack, transport, (bolt) => {
      bolt.event('app_mention', async ({ event, say, body, context }) => {
        heard.push({ ...event, event_id: body.event_id, retry: context.retryNum });
        await say({ text: 'はい。', thread_ts: event.ts });
      });
      bolt.event('message', async ({ event }) => void heard.push({ ...event }));
      bolt.event('app_home_opened', async ({ event, client }) => {
        await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [] } });
      });
    });
  });
  afterEach(async () => {
    await bot.stop();
    await running.slack.stop();
  });

  test('a mention reaches the bot, which answers in the thread', async () => {
    const said = await running.slack.say({
      as: STAFF,
      conversation: CHANNEL,
      text: '@Shinchoku IoT導入率は？',
    });
    await running.slack.until(() =>
      running.slack.messages(CHANNEL, STAFF).some(({ threadTs }) => threadTs === said.ts),
    );
    expect(heard).toMatchObject([{ type: 'app_mention', text: '<@U0SHINCHOKU> IoT導入率は？', user: STAFF }]);
  });

  test('a message in a channel without a mention does not', async () => {
    await running.slack.say({ as: STAFF, conversation: CHANNEL, text: 'IoT導入率は？' });
    expect(events(running)).toEqual([]);
  });

  test('nor does a mention where the bot is not', async () => {
    await running.slack.say({ as: STAFF, conversation: 'C0CHAT', text: '@Shinchoku いる？' });
    expect(events(running)).toEqual([]);
  });

  test('a direct message reaches the bot, escaped as Slack escapes', async () => {
    await running.slack.say({ as: STAFF, conversation: DIRECT, text: '<!here> A&B' });
    await running.slack.until(() => lastDelivery(running.slack));
    expect(lastDelivery(running.slack)).toMatchObject({
      event: { type: 'message', channel_type: 'im', text: '&lt;!here&gt; A&amp;B' },
    });
  });

  test('opening Home publishes it', async () => {
    await running.slack.openHome({ as: STAFF });
    await running.slack.until(() => running.slack.home(STAFF));
  });

  test('the same event can come twice, with the number of the retry', async () => {
    await running.slack.say({ as: STAFF, conversation: CHANNEL, text: '@Shinchoku はい？' });
    const delivered = running.slack.journal.find(({ what }) => what === 'app_mention');
    if (delivered === undefined) throw new Error('no mention was delivered');
    await running.slack.redeliver(delivered, { num: 1, reason: 'http_timeout' });
    await running.slack.until(() => running.slack.messages(CHANNEL, STAFF).length === 3);
    expect(new Set(heard.map(({ event_id }) => event_id)).size).toBe(1);
    expect(heard.map(({ retry }) => retry ?? 0)).toEqual([0, 1]);
  });
});

describe('an event that is not acknowledged', () => {
  test('comes again at once, after a minute and after five, and then no more', async () => {
    const running = await runSlack();
    running.slack.connect(new URL('http://127.0.0.1:9/nobody-listens-here'));
    await running.slack.say({ as: STAFF, conversation: CHANNEL, text: '@Shinchoku はい？' });
    const after = async (milliseconds: number, count: number) => {
      await running.slack.until(() => running.wall.pending() > 0);
      running.wall.advance(milliseconds);
      await running.slack.until(() => events(running).length === count);
    };
    await after(0, 2);
    await after(60_000, 3);
    await after(300_000, 4);
    running.wall.advance(3_600_000);
    await running.slack.stop();
    expect(events(running)).toEqual([
      'app_mention',
      'app_mention (retry 1)',
      'app_mention (retry 2)',
      'app_mention (retry 3)',
    ]);
    expect(running.wall.pending()).toBe(0);
  });

  test.each([
    ['subscribed to', { ...app, events: [] }],
    ['allowed to read', { ...app, scopes: ['chat:write'] }],
  ])('nothing comes of what the app is not %s', async (_name, narrow) => {
    const running = await runSlack({ app: narrow });
    await running.slack.say({ as: STAFF, conversation: CHANNEL, text: '@Shinchoku はい？' });
    await running.slack.stop();
    expect(events(running)).toEqual([]);
  });
});
