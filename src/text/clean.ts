const bidiControls = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const zeroWidth = /[\u00AD\u180E\u200B\u2060\uFEFF]/gu;
/** Control characters but for the line break; a lone surrogate is no character at all. */
const unprintable = /[^\P{Cc}\n]|\p{Cs}/gu;
const excessiveMarks = /(\p{M}{4})\p{M}+/gu;

/**
 * Stored text made safe to show: without characters that reorder, hide or pile up (bidirectional controls,
 * zero-width characters, control characters, more than four combining marks on one letter). Emoji sequences,
 * variation selectors and rare kanji stay.
 */
export function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(unprintable, '')
    .replace(bidiControls, '')
    .replace(zeroWidth, '')
    .replace(excessiveMarks, '$1');
}

/** The same on one line: a line break or tab becomes a space. */
export function cleanLine(text: string): string {
  return clean(text.replace(/[\r\n\t\u2028\u2029]+/g, ' ')).trim();
}
