import { deferred } from '../deferred.ts';

/** What can go wrong between the bot and Slack on one call. */
export type Fault =
  /** 429, with Retry-After in seconds unless null. */
  | { readonly kind: 'rate-limited'; readonly retryAfter: number | null }
  /** 500, nothing applied. */
  | { readonly kind: 'server-error' }
  /** Any error word of Slack's: `token_revoked`, `fatal_error`. Nothing applied. */
  | { readonly kind: 'error'; readonly error: string }
  /** Applied at once, answered when released. */
  | { readonly kind: 'slow' }
  /** The connection breaks, before or after the call took effect. */
  | { readonly kind: 'dropped'; readonly applied: boolean }
  /** 200 with a page of HTML, as proxies do; nothing applied. */
  | { readonly kind: 'html' }
  /** Applied, but the answer ends in the middle. */
  | { readonly kind: 'cut-json' };

export interface PlannedFault {
  readonly fault: Fault;
  /** Resolves when a call met the fault. */
  readonly met: Promise<void>;
  /** Lets a slow call be answered. */
  release(): void;
  /** For the server: tells that the fault was met. */
  meet(): void;
  /** For the server: resolves on release. */
  readonly released: Promise<void>;
}

export interface Faults {
  /** Plans a fault for the next call of a method (`chat.postMessage`, `response_url`); more than one stand in line. */
  next(method: string, fault: Fault): PlannedFault;
  /** For the server: the fault for this call, if any. */
  take(method: string): PlannedFault | null;
  /** Lets all slow calls go. */
  releaseAll(): void;
}

function plan(fault: Fault): PlannedFault {
  const met = deferred<void>();
  const released = deferred<void>();
  return {
    fault,
    met: met.promise,
    meet: () => met.resolve(),
    released: released.promise,
    release: () => released.resolve(),
  };
}

/** The faults that tests ordered, by method. */
export function createFaults(): Faults {
  const planned = new Map<string, PlannedFault[]>();
  const all: PlannedFault[] = [];
  return {
    next: (method, fault) => {
      const made = plan(fault);
      planned.set(method, [...(planned.get(method) ?? []), made]);
      all.push(made);
      return made;
    },
    take: (method) => planned.get(method)?.shift() ?? null,
    releaseAll: () => {
      for (const each of all) each.release();
    },
  };
}
