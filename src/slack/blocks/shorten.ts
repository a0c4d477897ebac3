const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/**
 * The text in at most `most` UTF-16 units, with an ellipsis where something is left out. What people see as one
 * character (葛󠄀, 👨‍👩‍👧) is kept or left out as a whole.
 */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = 0;
  for (const { segment } of segmenter.segment(text)) {
    if (end + segment.length > most - 1) break;
    end += segment.length;
  }
  return `${text.slice(0, end)}…`;
}
