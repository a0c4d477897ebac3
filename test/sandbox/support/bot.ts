import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { SandboxSlack } from '../../../src/sandbox/slack/sandbox-slack.ts';
import { APP_TOKEN, SECRET, TOKEN } from './slack.ts';

export type Transport = 'http' | 'socket';

export interface Bot {
  readonly app: App;
  stop(): Promise<void>;
}

function receiverFor(transport: Transport, clientOptions: { slackApiUrl: string }) {
  return transport === 'http'
    ? new HTTPReceiver({ signingSecret: SECRET, logLevel: LogLevel.ERROR })
    : new SocketModeReceiver({
        appToken: APP_TOKEN,
        logLevel: LogLevel.ERROR,
        installerOptions: { clientOptions },
      });
}

/**
 * The smallest real Bolt app, listening to this Slack by HTTP or by a socket.
 *
 * @param listen Adds the listeners that a test needs.
 */
export async function runBot(
  slack: SandboxSlack,
  transport: Transport,
  listen: (app: App) => void,
): Promise<Bot> {
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } };
  const receiver = receiverFor(transport, clientOptions);
  const app = new App({
    token: TOKEN,
    receiver,
    clientOptions,
    logLevel: LogLevel.ERROR,
    deferInitialization: true,
    ignoreSelf: false,
  });
  listen(app);
  await app.init();
  if (receiver instanceof HTTPReceiver) {
    const server = await receiver.start({ port: 0, host: '127.0.0.1' });
    const { port } = server.address() as AddressInfo;
    slack.connect(new URL(`http://127.0.0.1:${port}/slack/events`));
  } else {
    await receiver.start();
    slack.connect('socket');
  }
  return {
    app,
    stop: async () => {
      await receiver.stop();
      // Bolt does not wait for its socket to be gone.
      await slack.until(() => slack.sockets.count() === 0);
    },
  };
}
