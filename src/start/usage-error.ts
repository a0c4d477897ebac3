/** What an operator typed wrongly, in a line that says how it is right. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
