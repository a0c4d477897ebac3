/** What a worker knows and could not write down, because the database was away. */
export interface Unfinished {
  /** Runs it; when it fails it is kept, and reported. */
  finish(work: () => Promise<void>): Promise<void>;
  /** Runs what was kept again, the oldest first; what fails again is kept. */
  retry(): Promise<void>;
}

/**
 * A list in memory: who dies with it leaves periods that become unknown. What is written late does no harm, since
 * the fence of a claim that was taken over no longer fits.
 */
export function unfinishedWork(report: (error: unknown, during: string) => void): Unfinished {
  let kept: (() => Promise<void>)[] = [];
  const finish = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      kept.push(work);
      report(error, 'writing down what came of a digest');
    }
  };
  return {
    finish,
    retry: async () => {
      const again = kept;
      kept = [];
      for (const work of again) await finish(work);
    },
  };
}
