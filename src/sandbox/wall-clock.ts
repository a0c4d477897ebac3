/**
 * The clock on Slack's wall: what signatures, trigger ids and response URLs are measured by, and what rings after
 * three seconds. Handed in, so that a test can let half an hour pass at once.
 */
export interface WallClock {
  /** The present instant. */
  now(): Date;
  /** Runs once after so many milliseconds, unless the returned function was called before. */
  after(milliseconds: number, run: () => void): () => void;
}

/**
 * A wall clock on the system's timers.
 *
 * @param now Milliseconds since the epoch.
 * @returns A clock whose timers never keep the process alive by themselves.
 */
export function systemWallClock(now: () => number): WallClock {
  return {
    now: () => new Date(now()),
    after: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      timer.unref();
      return () => clearTimeout(timer);
    },
  };
}

export interface ManualWallClock extends WallClock {
  /** Moves the clock on and runs what fell due, in order of time. */
  advance(milliseconds: number): void;
  /** How many alarms are set and have not rung: what a test waits for before it lets time pass. */
  pending(): number;
}

/**
 * A wall clock that stands still until it is moved.
 *
 * @param start The instant that it shows first.
 */
export function manualWallClock(start: Date): ManualWallClock {
  let at = start.getTime();
  let alarms: { due: number; run: () => void }[] = [];
  const ring = (until: number): boolean => {
    const next = alarms.filter(({ due }) => due <= until).sort((a, b) => a.due - b.due)[0];
    if (next === undefined) return false;
    alarms = alarms.filter((alarm) => alarm !== next);
    at = Math.max(at, next.due);
    next.run();
    return true;
  };
  return {
    now: () => new Date(at),
    after: (milliseconds, run) => {
      const alarm = { due: at + milliseconds, run };
      alarms.push(alarm);
      return () => {
        alarms = alarms.filter((other) => other !== alarm);
      };
    },
    advance: (milliseconds) => {
      const until = at + milliseconds;
      while (ring(until));
      at = until;
    },
    pending: () => alarms.length,
  };
}
