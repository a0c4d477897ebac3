/**
 * The same reading for fewer questions: whoever comes while one is under way waits for the next, together with all
 * others that came meanwhile. A reading therefore never began before its caller asked. Rejects for all who share.
 */
export function sharingNext<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let under: Promise<unknown> | null = null;
  let next: Promise<Value> | null = null;
  const begin = () => {
    next = null;
    const reading = read();
    const done = () => {
      if (under === settled) under = null;
    };
    const settled = reading.then(done, done);
    under = settled;
    return reading;
  };
  return () => {
    if (under === null) return begin();
    next ??= under.then(begin);
    return next;
  };
}
