// The least that Bolt can do: checks the signature of a slash command and acknowledges it without a word.
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';

const receiver = new HTTPReceiver({
  signingSecret: process.env.SLACK_SIGNING_SECRET ?? '',
  logLevel: LogLevel.ERROR,
});
const app = new App({
  token: process.env.SLACK_BOT_TOKEN,
  botId: 'B0BARE',
  botUserId: 'U0BARE',
  tokenVerificationEnabled: false,
  receiver,
  convoStore: false,
  deferInitialization: true,
  logLevel: LogLevel.ERROR,
});
await app.init();
app.command('/project', async ({ ack }) => {
  await ack();
});
const server = await app.start({ port: 0, host: '127.0.0.1' });
process.stdout.write(`${JSON.stringify({ msg: 'ready', port: server.address().port })}\n`);
process.once('SIGTERM', () => process.exit(0));
