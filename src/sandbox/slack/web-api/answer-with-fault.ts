import type { ServerResponse } from 'node:http';
import type { Desk } from '../desk.ts';
import { sendJson } from '../http.ts';
import type { Json } from '../json.ts';
import type { PlannedFault } from '../state/faults.ts';

export interface FaultyCall {
  readonly desk: Desk;
  readonly name: string;
  readonly response: ServerResponse;
  readonly planned: PlannedFault;
  /** Does the work and gives the body of the answer; not called when the fault comes first. */
  readonly answer: () => Json;
}

function note({ desk, name }: FaultyCall, status: string): void {
  desk.journal.write({
    direction: 'from-bot',
    what: name,
    status,
    milliseconds: 0,
    request: null,
    response: null,
  });
}

/** Answers a call in the way that a test ordered to go wrong. */
export async function answerWithFault(call: FaultyCall): Promise<void> {
  const { response, planned, answer } = call;
  const { fault } = planned;
  switch (fault.kind) {
    case 'rate-limited':
      note(call, '429 ratelimited');
      sendJson(
        response,
        429,
        { ok: false, error: 'ratelimited' },
        fault.retryAfter === null ? {} : { 'retry-after': String(fault.retryAfter) },
      );
      break;
    case 'server-error':
      note(call, '500');
      sendJson(response, 500, { ok: false, error: 'internal_error' });
      break;
    case 'error':
      note(call, fault.error);
      sendJson(response, 200, { ok: false, error: fault.error });
      break;
    case 'html':
      note(call, 'HTML');
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<!doctype html><title>Bad gateway</title><h1>Bad gateway</h1>');
      break;
    case 'dropped':
      if (fault.applied) answer();
      else note(call, 'dropped');
      response.destroy();
      break;
    case 'cut-json': {
      const body = JSON.stringify(answer());
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
      response.end(body.slice(0, body.length / 2));
      break;
    }
    case 'slow': {
      const body = answer();
      planned.meet();
      await planned.released;
      sendJson(response, 200, body);
      break;
    }
  }
  planned.meet();
}
