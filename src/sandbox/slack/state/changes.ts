export interface Changes {
  /** Says that something changed; listeners hear of it once per turn of the event loop. */
  happened(): void;
  /** @returns How to stop listening. */
  listen(run: () => void): () => void;
}

/** Tells listeners of changes, many at a time: a digest of forty messages redraws the page once. */
export function createChanges(): Changes {
  const listeners = new Set<() => void>();
  let due = false;
  return {
    happened: () => {
      if (due) return;
      due = true;
      setImmediate(() => {
        due = false;
        for (const listener of listeners) listener();
      });
    },
    listen: (run) => {
      listeners.add(run);
      return () => listeners.delete(run);
    },
  };
}
