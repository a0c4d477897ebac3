export interface MovableClock {
  /** The present instant of the product. */
  now(): Date;
  /** Moves the clock on by so many milliseconds; it never goes back. */
  advance(milliseconds: number): void;
}

/**
 * A clock for a demonstration: it starts at any instant, runs on with the system's, and can be moved on.
 *
 * @param options.start The instant that it shows first.
 * @param options.system The system's time in milliseconds.
 * @throws {RangeError} from `advance` when asked to go back.
 */
export function movableClock(options: { readonly start: Date; readonly system: () => number }): MovableClock {
  const origin = options.system();
  let moved = 0;
  return {
    now: () => new Date(options.start.getTime() + (options.system() - origin) + moved),
    advance: (milliseconds) => {
      if (!(milliseconds >= 0)) throw new RangeError(`a clock does not go back: ${milliseconds} ms`);
      moved += milliseconds;
    },
  };
}
