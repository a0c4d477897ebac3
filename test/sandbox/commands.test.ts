import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { App } from '@slack/bolt';
import type { Bot } from './support/bot.ts';
import { runBot } from './support/bot.ts';
import type { Running } from './support/slack.ts';
import { CHANNEL, LEAD, runSlack, STAFF } from './support/slack.ts';

const section = (text: string) => ({ type: 'section' as const, text: { type: 'mrkdwn' as const, text } });

function listen(app: App): void {
  app.command('/echo', async ({ command, ack, respond, client }) => {
    const [verb, ...words] = command.text.split(' ');
    const said = words.join(' ');
    if (verb === 'never') return;
    if (verb === 'plain') await ack(said);
    else if (verb === 'blocks') await ack({ text: said, blocks: [section(said)] });
    else if (verb === 'shared') await ack({ text: said, response_type: 'in_channel' });
    else if (verb === 'broken') await ack({ text: said, blocks: [section('')] });
    else if (verb === 'silent-blocks') await ack({ blocks: [section(said)] });
    else await ack();
    if (verb === 'later') await respond({ text: said });
    if (verb === 'post') await client.chat.postMessage({ channel: command.channel_id, text: said });
  });
  app.command('/escaped', async ({ command, ack }) => ack(command.text));
}

describe.each(['http', 'socket'] as const)('a slash command over %s', (transport) => {
  let running: Running;
  let bot: Bot;
  beforeEach(async () => {
    running = await runSlack();
    bot = await runBot(running.slack, transport, listen);
  });
  afterEach(async () => {
    await bot.stop();
    await running.slack.stop();
  });
  const type = (text: string) => running.slack.command({ as: STAFF, conversation: CHANNEL, text });
  const seenBy = (person: string) => running.slack.messages(CHANNEL, person).map(({ text }) => text);

  test('shows the text of the acknowledgement to the person alone', async () => {
    await type('/echo plain 港湾');
    expect(seenBy(STAFF)).toEqual(['港湾']);
    expect(seenBy(LEAD)).toEqual([]);
  });

  test('shows the blocks of the acknowledgement', async () => {
    await type('/echo blocks 港湾');
    expect(running.slack.messages(CHANNEL, STAFF)).toMatchObject([{ blocks: [section('港湾')] }]);
  });

  test('shows to all what was answered in_channel', async () => {
    await type('/echo shared 港湾');
    expect(seenBy(LEAD)).toEqual(['港湾']);
  });

  test('shows nothing for an empty acknowledgement, and what is posted later', async () => {
    await type('/echo later 港湾');
    await running.slack.until(() => seenBy(STAFF).includes('港湾'));
    expect(seenBy(LEAD)).toEqual([]);
  });

  test('lets the bot post to the channel', async () => {
    await type('/echo post 港湾');
    await running.slack.until(() => seenBy(LEAD).includes('港湾'));
  });

  test('says operation_timeout after three seconds without acknowledgement', async () => {
    const typed = type('/echo never');
    await running.slack.until(() => running.wall.pending() > (transport === 'http' ? 0 : 1));
    running.wall.advance(3000);
    expect(await typed).toEqual({ kind: 'late' });
    expect(seenBy(STAFF)).toEqual(['/echo failed with the error "operation_timeout"']);
  });

  test('refuses blocks that Slack would refuse, and says so to the person', async () => {
    await type('/echo broken x');
    expect(seenBy(STAFF)).toEqual(['/echo failed with the error "invalid_command_response"']);
    expect(running.slack.refusals).toMatchObject([
      { method: '/echo', problem: expect.stringContaining('must be more than 0 characters') },
    ]);
  });

  test('notes blocks without a fallback text', async () => {
    await type('/echo silent-blocks 港湾');
    expect(seenBy(STAFF)).toEqual(['']);
    expect(running.slack.refusals).toMatchObject([{ method: '/echo', problem: 'no fallback text' }]);
  });

  test('tells the person of a command that there is not', async () => {
    expect(await type('/ecoh 港湾')).toBeNull();
    expect(seenBy(STAFF)).toEqual(['/ecoh is not a valid command.']);
  });

  test('escapes people and channels only where the manifest says so', async () => {
    await type('/escaped @田中 一郎 #iot推進');
    await type('/echo plain @田中 一郎');
    expect(seenBy(STAFF)).toEqual([`<@${LEAD}> <#C0IOT|iot推進>`, '@田中 一郎']);
  });
});
