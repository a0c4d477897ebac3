import type { Changes } from './state/changes.ts';

/** How long a test waits for the bot before it fails. */
const PATIENCE = 5000;

/**
 * Waits until something can be read, looking after every change rather than sleeping.
 *
 * @param read What is waited for; anything but undefined, null and false ends the waiting.
 * @param explain What to say when it never comes.
 * @throws {Error} after five seconds.
 */
export function until<T>(
  changes: Changes,
  read: () => T | undefined | null | false,
  explain: () => string,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const look = (): boolean => {
      const found = read();
      if (found === undefined || found === null || found === false) return false;
      stop();
      clearTimeout(timer);
      resolve(found);
      return true;
    };
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`waited in vain; the journal ends with:\n${explain()}`));
    }, PATIENCE);
    const stop = changes.listen(look);
    look();
  });
}
