import type { OccurrenceId } from './occurrence.ts';
import type { ChannelInspector, DigestStore, Notifier, Poster, Renderer, SharedClock } from './ports.ts';

/** What the engine is built from. */
export interface EngineParts<Message> {
  readonly store: DigestStore;
  readonly clock: SharedClock;
  /** Resolves after so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly renderer: Renderer<Message>;
  readonly poster: Poster<Message>;
  readonly inspector: ChannelInspector;
  readonly notifier: Notifier;
  /** What went wrong by our own mistake or the database's; the engine goes on. */
  readonly report: (error: unknown, during: string, about?: OccurrenceId) => void;
}

/** How many posts of one process are under way at once: enough for 5 a second at a second each, twice over. */
export const laneCount = 10;
/** How long a worker has a period. Longer than any post takes with its time-out. */
export const leaseLength = 2 * 60_000;
/** A worker whose lease ends sooner than this posts no more. */
export const leaseMargin = 20_000;
/** How long posts wait after a 429 without Retry-After. */
export const usualRetryAfter = 30_000;
/** Who has to wait for longer than this gives the period back. */
export const longestPause = 5 * 60_000;
/** When what is held is looked at again. */
export const holdLength = 10 * 60_000;
/** When an owner who could not be told is told. */
export const tellAgainAfter = 5 * 60_000;
/** How often a digest that cannot be rendered is tried. */
export const mostRenderings = 5;

/** When to try again what was certainly not posted: 30 s, then twice as long each time, 10 minutes at most. */
export function backOff(attempts: number): number {
  return Math.min(30_000 * 2 ** Math.max(0, attempts - 1), 10 * 60_000);
}

/** The instant so many milliseconds later. */
export function later(instant: Date, milliseconds: number): Date {
  return new Date(instant.getTime() + milliseconds);
}
