/** Says for each key whether it is the first time, so that a double click acts once. Keeps the newest keys only. */
export function once(keptAtMost = 10_000): (key: string) => boolean {
  const seen = new Set<string>();
  return (key) => {
    if (seen.has(key)) return false;
    seen.add(key);
    const [oldest] = seen;
    if (seen.size > keptAtMost && oldest !== undefined) seen.delete(oldest);
    return true;
  };
}
