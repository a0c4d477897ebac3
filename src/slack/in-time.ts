/** Waits in a way that a test can control. */
export type After = (milliseconds: number) => { readonly passed: Promise<void>; readonly cancel: () => void };

/** The timer of the system. */
export const systemAfter: After = (milliseconds) => {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  return { passed, cancel: () => clearTimeout(timer) };
};

/** After a second without an answer a person wonders; after three Slack shows an error. */
export const patienceMs = 1_000;

/**
 * The answer if the work is done within our patience; else `late`, while the work goes on.
 * @param work never rejects
 */
export async function inTime<Value>(work: Promise<Value>, after: After): Promise<Value | 'late'> {
  const { passed, cancel } = after(patienceMs);
  try {
    return await Promise.race([work, passed.then(() => 'late' as const)]);
  } finally {
    cancel();
  }
}
