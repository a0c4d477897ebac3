/** Work that goes on after Slack has been acknowledged: shutting down waits for it. */
export interface InFlight {
  /** Keeps the work until it settles; its rejection goes to `report`. */
  follow(work: Promise<unknown>): void;
  /** Resolves when nothing is under way. */
  drained(): Promise<void>;
}

/** Follows work and reports what it rejects with. */
export function followWork(report: (problem: unknown) => void): InFlight {
  const under = new Set<Promise<unknown>>();
  return {
    follow(work) {
      const settled = work.catch(report).finally(() => under.delete(settled));
      under.add(settled);
    },
    async drained() {
      while (under.size > 0) await Promise.all(under);
    },
  };
}
