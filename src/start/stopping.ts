import type { Log } from '../logging.ts';

/** Things to let go of when the process ends, the newest first. */
export interface Stopping {
  /** To be called, once, before everything added earlier. */
  add(name: string, stop: () => unknown): void;
  /** Lets go of everything; one that fails does not keep the others from it. A second call waits for the first. */
  stop(): Promise<void>;
}

/** Nothing to let go of yet. */
export function stopping(log: Log): Stopping {
  const steps: { name: string; stop: () => unknown }[] = [];
  let under: Promise<void> | null = null;
  const run = async () => {
    for (const { name, stop } of steps.reverse()) {
      try {
        await stop();
      } catch (problem) {
        log.error({ err: problem, part: name }, 'a part did not stop cleanly');
      }
    }
  };
  return {
    add: (name, stop) => steps.push({ name, stop }),
    stop: () => {
      under ??= run();
      return under;
    },
  };
}
