import { once } from 'node:events';
import { type RequestListener, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type HttpFrontOptions, httpFront } from '../../src/slack/http-front.ts';

const nowSeconds = 1_598_227_200;
const open: Server[] = [];

afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Opens the front on a free port and gives a way to ask it. */
async function front(given: Partial<HttpFrontOptions> = {}) {
  const seen: (string | undefined)[] = [];
  const reported: unknown[] = [];
  const slack: RequestListener = (asked, response) => {
    seen.push(asked.headers['content-type']);
    response.end('from slack');
  };
  const server = httpFront({
    slack,
    ready: async () => {},
    systemNow: () => nowSeconds * 1000,
    report: (problem) => reported.push(problem),
    ...given,
  });
  open.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const ask = async (path: string, method = 'GET', headers: Record<string, string> = {}) => {
    const isForm = headers['content-type']?.toLowerCase().includes('form') === true;
    const body = isForm ? 'command=%2Fproject' : '{"type":"event_callback"}';
    const asking = request({ host: '127.0.0.1', port, path, method, headers }).end(
      method === 'POST' ? body : undefined,
    );
    const [response] = await once(asking, 'response');
    return { status: response.statusCode, location: response.headers.location, body: await text(response) };
  };
  return { ask, seen, reported };
}

function at(timestamp: number | string): Record<string, string> {
  return { 'x-slack-request-timestamp': String(timestamp) };
}

describe('the timestamp of a request', () => {
  test.each([0, -300, 300])('%i seconds off is passed on', async (off) => {
    const { ask } = await front();
    expect(await ask('/slack/events', 'POST', at(nowSeconds + off))).toMatchObject({
      status: 200,
      body: 'from slack',
    });
  });

  test.each([
    ['missing', {}],
    ['empty', at('')],
    ['no number', at('NaN')],
    ['a number in another form', at('1.5982272e9')],
    ['negative', at(-nowSeconds)],
    ['in milliseconds', at(nowSeconds * 1000)],
    ['with something behind', at(`${nowSeconds} `.concat('x'))],
    ['301 seconds old', at(nowSeconds - 301)],
    ['301 seconds ahead', at(nowSeconds + 301)],
  ])('%s is refused', async (_, headers) => {
    const { ask, seen } = await front();
    expect((await ask('/slack/events', 'POST', headers)).status).toBe(401);
    expect(seen).toEqual([]);
  });
});

test.each([
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded; charset=utf-8',
  'Application/X-WWW-Form-Urlencoded;charset=UTF-8',
])('a body of %s reaches the receiver as what it knows', async (type) => {
  const { ask, seen } = await front();
  await ask('/slack/events', 'POST', { ...at(nowSeconds), 'content-type': type });
  expect(seen).toEqual(['application/x-www-form-urlencoded']);
});

describe('the paths', () => {
  test.each([
    ['GET', '/healthz', 200],
    ['GET', '/healthz?probe=1', 200],
    ['HEAD', '/healthz', 200],
    ['GET', '/readyz', 200],
    ['GET', '/', 404],
    ['GET', '/nothing', 404],
    ['POST', '/slack/events/', 404],
    ['POST', '//slack/events', 404],
    ['GET', '/slack/events', 405],
    ['PUT', '/slack/events', 405],
  ])('%s %s is answered with %i', async (method, path, status) => {
    const { ask } = await front();
    expect((await ask(path, method, at(nowSeconds))).status).toBe(status);
  });

  test('there are no events in Socket Mode', async () => {
    const server = httpFront({ ready: async () => {}, systemNow: () => 0, report: () => {} });
    open.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const [response] = await once(request({ port, path: '/slack/events', method: 'POST' }).end(), 'response');
    expect(response.statusCode).toBe(404);
  });

  test('a browser is sent to the page, where there is one', async () => {
    const { ask } = await front({ homePage: 'http://127.0.0.1:3030/' });
    expect(await ask('/')).toMatchObject({ status: 302, location: 'http://127.0.0.1:3030/' });
  });
});

describe('whether it can answer', () => {
  test("is told without the reason, which is nobody else's, and life goes on", async () => {
    const { ask } = await front({ ready: () => Promise.reject(new Error('not connected to Slack')) });
    const { status, body } = await ask('/readyz');
    expect(status).toBe(503);
    expect(JSON.parse(body)).toEqual({ status: 'not ready' });
    expect((await ask('/healthz')).status).toBe(200);
  });

  test('a check that breaks is 500, and the next request is answered', async () => {
    const ready = () => {
      throw new Error('broken');
    };
    const { ask, reported } = await front({ ready });
    expect((await ask('/readyz')).status).toBe(500);
    expect(reported).toEqual([new Error('broken')]);
    expect((await ask('/healthz')).status).toBe(200);
  });
});

test('a client that sends drop by drop does not hold a connection for ever', () => {
  const server = httpFront({ ready: async () => {}, systemNow: () => 0, report: () => {} });
  expect(server.requestTimeout).toBeLessThanOrEqual(15_000);
  expect(server.headersTimeout).toBeLessThanOrEqual(server.requestTimeout);
});
