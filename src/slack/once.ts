/** Says for each key whether it is the first time, so that a double click acts once. */
export interface Once {
  (key: string): boolean;
  /** Lets the key be first again: what it stood for did not happen. */
  forget(key: string): void;
}

/** A list of keys of this process, of which the newest are kept. */
export function once(keptAtMost = 10_000): Once {
  const seen = new Set<string>();
  const isFirst = (key: string): boolean => {
    if (seen.has(key)) return false;
    seen.add(key);
    const [oldest] = seen;
    if (seen.size > keptAtMost && oldest !== undefined) seen.delete(oldest);
    return true;
  };
  return Object.assign(isFirst, { forget: (key: string) => void seen.delete(key) });
}
