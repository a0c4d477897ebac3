import { createServer, type Server } from 'node:http';
import type { MeterBook } from './meter.ts';

/**
 * The door of the metrics: GET /metrics, and nothing else. It is not the door of Slack, which a proxy opens to the
 * world: who may read the figures is decided by where this one listens.
 */
export function metricsDoor({ page }: Pick<MeterBook, 'page'>, report: (problem: unknown) => void): Server {
  return createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0];
    if (path !== '/metrics' || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.writeHead(path === '/metrics' ? 405 : 404).end();
      return;
    }
    page().then(
      ({ type, text }) =>
        response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(text),
      (problem: unknown) => {
        report(problem);
        response.writeHead(500).end();
      },
    );
  });
}
