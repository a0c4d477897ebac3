/**
 * How many examples a property is tried with that costs more than milliseconds each: so many, times TEST_DEPTH, which
 * a nightly run may set.
 */
export function runs(usual: number): number {
  return usual * Number(process.env.TEST_DEPTH ?? 1);
}
