/** Characters of all texts in a block or element, counted as Slack's total of a message counts them. */
export function lengthOf(part: unknown): number {
  if (Array.isArray(part)) return part.reduce((sum: number, each) => sum + lengthOf(each), 0);
  if (typeof part !== 'object' || part === null) return 0;
  return Object.entries(part).reduce(
    (sum, [key, value]) =>
      sum + (key === 'text' && typeof value === 'string' ? value.length : lengthOf(value)),
    0,
  );
}
