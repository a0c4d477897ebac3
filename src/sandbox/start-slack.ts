import { createEvents } from './slack/delivery/events.ts';
import { createOutbox } from './slack/delivery/outbox.ts';
import { createSockets } from './slack/delivery/socket-delivery.ts';
import { createDesk } from './slack/desk.ts';
import { fileDoor } from './slack/files/file-door.ts';
import { fileMethods } from './slack/files/file-methods.ts';
import { pageFiles } from './slack/files/page-files.ts';
import { pageUploads } from './slack/files/page-uploads.ts';
import type { SlackOptions } from './slack/options.ts';
import { responseUrlEndpoint } from './slack/response-url.ts';
import type { SandboxSlack } from './slack/sandbox-slack.ts';
import { sandboxSlack } from './slack/sandbox-slack.ts';
import { createSlackServer, listen, stopServer } from './slack/server.ts';
import { pageActions } from './slack/ui/actions.ts';
import { staticFiles } from './slack/ui/static-files.ts';
import { stateStreams } from './slack/ui/stream.ts';
import { authMethods, connectionMethods } from './slack/web-api/auth.ts';
import { chatMethods } from './slack/web-api/chat.ts';
import { conversationMethods } from './slack/web-api/conversations.ts';
import { webApi } from './slack/web-api/endpoint.ts';
import { userMethods } from './slack/web-api/users.ts';
import { viewMethods } from './slack/web-api/views.ts';

/**
 * Starts a strict Slack of our own on loopback: Web API, deliveries over signed HTTP or Socket Mode, response URLs and
 * the browser page. It keeps everything in memory and knows nothing of the bot but what an app manifest tells.
 *
 * @throws {Error} when the port is taken.
 */
export async function startSlack(options: SlackOptions): Promise<SandboxSlack> {
  const desk = createDesk(options);
  const sockets = createSockets(desk);
  const outbox = createOutbox(desk, sockets);
  const floor = { desk, deliver: outbox.deliver, events: createEvents(desk, outbox.deliver) };
  const streams = stateStreams(desk);
  const server = createSlackServer(desk, [
    webApi(desk, {
      ...authMethods,
      ...connectionMethods((ticket) => sockets.admit(ticket)),
      ...chatMethods,
      ...viewMethods,
      ...userMethods,
      ...conversationMethods,
      ...fileMethods,
    }),
    responseUrlEndpoint(desk),
    fileDoor(desk),
    pageFiles(desk),
    pageUploads(floor),
    streams.handler,
    pageActions(floor),
    staticFiles(options.pageDirectory ?? new URL('./page/', import.meta.url)),
  ]);
  server.on('upgrade', (request, stream, head) => sockets.upgrade(request, stream, head));
  desk.url = await listen(server, { host: options.host ?? '127.0.0.1', port: options.port ?? 0 });
  const stop = async (): Promise<void> => {
    desk.faults.releaseAll();
    streams.close();
    await sockets.close();
    await stopServer(server);
  };
  return sandboxSlack({ floor, outbox, sockets, stop });
}
