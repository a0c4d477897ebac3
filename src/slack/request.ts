import type { InFlight } from './in-flight.ts';
import { type RespondTo, respondTo } from './respond-to.ts';

/** What is noted of one request: each line of the log holds its reference, which people see as 受付番号. */
export interface Notes {
  /** Notes what went wrong on our side and gives the reference under which it was noted. */
  readonly report: (problem: unknown) => string;
  /** Notes what was done or refused. Nothing that people wrote belongs into it. */
  readonly note: (what: string, fields: NotedFields) => void;
}

type NotedFields = Readonly<Record<string, string | number | null>>;

/** What each request has of its own. */
export interface RequestServices extends Notes {
  /** A new reference. */
  readonly begin: () => Notes;
  readonly inFlight: InFlight;
  readonly respondTo: RespondTo;
  readonly trusts: (address: string) => boolean;
}

/**
 * The services for one request: whatever it reports, also late, is noted under one reference. Handed on by hand:
 * Node 20 can carry it along by itself (`AsyncLocalStorage`), but then every command costs a fifth more.
 */
export function ofRequest<Services extends RequestServices>(services: Services): Services {
  const notes = services.begin();
  const { inFlight, trusts } = services;
  return {
    ...services,
    ...notes,
    inFlight: { ...inFlight, follow: (work) => inFlight.follow(work.catch(notes.report)) },
    respondTo: respondTo({ trusts, report: notes.report }),
  };
}
