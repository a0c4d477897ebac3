/** Where ①, ㉑ and ㊱ begin, and the number of each first one. */
const circled = [
  { from: 0x2460, to: 0x2473, first: 1 },
  { from: 0x3251, to: 0x325f, first: 21 },
  { from: 0x32b1, to: 0x32bf, first: 36 },
];

/** The number of the ①–㊿ that stands directly before the offset `at`, or null. */
export function ordinalBefore(text: string, at: number): number | null {
  const before = text.slice(Math.max(0, at - 2), at).trimEnd();
  if (before === '') return null;
  const code = before.charCodeAt(before.length - 1);
  const range = circled.find(({ from, to }) => code >= from && code <= to);
  return range === undefined ? null : range.first + code - range.from;
}
