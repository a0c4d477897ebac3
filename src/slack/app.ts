import type { RequestListener, ServerResponse } from 'node:http';
import { App, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import { silentLogger } from './silent-logger.ts';

/** How the bot is connected to its workspace. */
export interface SlackConnection {
  readonly botToken: string;
  /** With a trailing slash. */
  readonly apiUrl: string;
  /** Which way requests come: signed over HTTP, or through a socket that we open. */
  readonly intake:
    | { readonly kind: 'http'; readonly signingSecret: string }
    | { readonly kind: 'socket'; readonly appToken: string };
}

/** Who we are in the workspace, as `auth.test` told. */
export interface Identity {
  readonly teamId: string;
  readonly botId: string;
  readonly botUserId: string;
}

export interface SlackApp {
  readonly app: App;
  readonly identity: Identity;
  /** For calls that a person waits for. */
  readonly client: WebClient;
  /** Answers POST /slack/events; undefined in Socket Mode. */
  readonly requestListener: RequestListener | undefined;
  /** Whether an acknowledgement may be handed over as JSON text; a socket takes objects only. */
  readonly acksMayBeJson: boolean;
  /** Opens the socket, where there is one. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Whether requests can reach us. */
  isConnected(): boolean;
}

const bodyLimitBytes = 1_000_000;

const patienceMs = 5_000;

/** A person waits: a call that is not answered soon is of no use, and Bolt's default would try for half an hour. */
const interactive: WebClientOptions = {
  retryConfig: { retries: 1, minTimeout: 100 },
  timeout: patienceMs,
  // Bolt answers a response_url with it, and gives it no limit: stopping would wait for an answer that never comes.
  fetch: (address, init) => fetch(address, { signal: AbortSignal.timeout(patienceMs), ...init }),
  rejectRateLimitedCalls: true,
};

/** Connects to Slack and checks the token. Rejects when Slack refuses it or cannot be reached. */
export async function connectSlack(connection: SlackConnection, logger: Logger): Promise<SlackApp> {
  const slackApiUrl = connection.apiUrl;
  const clientOptions: WebClientOptions = { ...interactive, slackApiUrl, logger: silentLogger };
  const client = new WebClient(connection.botToken, clientOptions);
  const identity = await identify(client);
  const { intake } = connection;
  const receiver =
    intake.kind === 'http'
      ? new HTTPReceiver({ signingSecret: intake.signingSecret, bodyLimit: bodyLimitBytes, logger })
      : new SocketModeReceiver({
          appToken: intake.appToken,
          logger,
          installerOptions: { clientOptions: { slackApiUrl: connection.apiUrl } },
        });
  const app = new App({
    token: connection.botToken,
    botId: identity.botId,
    botUserId: identity.botUserId,
    tokenVerificationEnabled: false,
    receiver,
    clientOptions,
    convoStore: false,
    deferInitialization: true,
    logger,
    logLevel: LogLevel.WARN,
  });
  await app.init();
  return { app, identity, client, ...intakeOf(receiver) };
}

type Intake = Pick<SlackApp, 'requestListener' | 'acksMayBeJson' | 'start' | 'stop' | 'isConnected'>;

function intakeOf(receiver: HTTPReceiver | SocketModeReceiver): Intake {
  if (receiver instanceof HTTPReceiver) {
    return {
      requestListener: (request, response) => {
        // Bolt sends a text as it is and without a type.
        response.setHeader('content-type', 'application/json');
        receiver.requestListener(request, headersWithBody(response));
      },
      acksMayBeJson: true,
      start: async () => {},
      stop: async () => {},
      isConnected: () => true,
    };
  }
  let connected = false;
  receiver.client.on('connected', () => {
    connected = true;
  });
  for (const event of ['disconnected', 'reconnecting', 'disconnecting']) {
    receiver.client.on(event, () => {
      connected = false;
    });
  }
  return {
    requestListener: undefined,
    acksMayBeJson: false,
    start: async () => {
      await receiver.start();
    },
    stop: () => receiver.stop(),
    isConnected: () => connected,
  };
}

/** Bolt sends the headers before it has the body, which then goes out in chunks; this way both go at once. */
function headersWithBody(response: ServerResponse): ServerResponse {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = (status: number) => {
    response.statusCode = status;
    response.writeHead = writeHead;
    return response;
  };
  return response;
}

async function identify(client: WebClient): Promise<Identity> {
  const { team_id: teamId, bot_id: botId, user_id: botUserId } = await client.auth.test();
  if (!teamId || !botId || !botUserId)
    throw new Error('auth.test did not name a bot: is this a bot token (xoxb-)?');
  return { teamId, botId, botUserId };
}
