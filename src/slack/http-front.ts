import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { hasSlackForm, readBody } from './slack-body.ts';

export interface HttpFrontOptions {
  /** Answers POST /slack/events; left out in Socket Mode. */
  readonly slack?: RequestListener;
  /** Rejects while the bot cannot answer. */
  readonly ready: () => Promise<void>;
  /** The system's clock in milliseconds: signatures carry its time. */
  readonly systemNow: () => number;
  /** Notes what went wrong on our side. */
  readonly report: (problem: unknown) => void;
  /** Where a browser that opens this door is sent. */
  readonly homePage?: string;
}

const windowSeconds = 300;

/**
 * The HTTP door: `/healthz` (the process lives), `/readyz` (it can answer), `/slack/events`. Bolt checks the
 * signature and refuses old ones; the front also refuses timestamps of the future and such as are no number.
 */
export function httpFront(options: HttpFrontOptions): Server {
  const server = createServer((request, response) => {
    handle(request, response, options).catch((problem: unknown) => {
      options.report(problem);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  // A client that sends its request drop by drop must not hold a connection for ever.
  server.requestTimeout = 15_000;
  server.headersTimeout = 10_000;
  return server;
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  { slack, ready, systemNow, homePage }: HttpFrontOptions,
): Promise<void> {
  const path = (request.url ?? '/').split('?')[0];
  if (path === '/' && homePage !== undefined) {
    response.writeHead(302, { location: homePage }).end();
    return;
  }
  if (path === '/healthz') return answer(response, 200, { status: 'alive' });
  if (path === '/readyz') {
    // The reason goes to the log: anybody may ask here.
    const isReady = await ready().then(
      () => true,
      () => false,
    );
    return isReady
      ? answer(response, 200, { status: 'ready' })
      : answer(response, 503, { status: 'not ready' });
  }
  if (path !== '/slack/events' || slack === undefined) return answer(response, 404, { status: 'not found' });
  if (request.method !== 'POST') return answer(response, 405, { status: 'method not allowed' });
  if (!isTimely(request.headers['x-slack-request-timestamp'], systemNow())) {
    return answer(response, 401, { status: 'timestamp out of range' });
  }
  withoutCharset(request);
  const body = await readBody(request);
  if (body === null) {
    response.setHeader('connection', 'close');
    return answer(response, 413, { status: 'body too large' });
  }
  if (!hasSlackForm(request.headers['content-type'], body))
    return answer(response, 400, { status: 'malformed' });
  // Bolt takes the body from here instead of reading it once more.
  slack(Object.assign(request, { rawBody: body }), response);
}

function isTimely(timestamp: string | string[] | undefined, nowMs: number): boolean {
  if (typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp)) return false;
  return Math.abs(nowMs / 1000 - Number(timestamp)) <= windowSeconds;
}

/** Bolt compares the content type to the letter and would answer 400 to one with a charset. */
function withoutCharset({ headers }: IncomingMessage): void {
  const type = headers['content-type'];
  if (type !== undefined) headers['content-type'] = type.split(';')[0]?.trim().toLowerCase();
}

function answer(response: ServerResponse, status: number, body: Readonly<Record<string, string>>): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
