/** What XML 1.0 cannot hold: control characters but tab and line ends, halves of surrogate pairs, noncharacters. */
const notXml = /(?![\t\n\r])\p{Cc}|[\p{Cs}\uFFFE\uFFFF]/gu;

/** Characters that are not seen, behind which a spreadsheet may still find a formula. */
const unseen = /^[\s\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+/u;

/** The text without what no file format could hold. */
export function storableText(text: string): string {
  return text.replace(notXml, '');
}

/**
 * Whether a spreadsheet might take the text for a formula: it begins with = + - @ (also full-width), a tab or a
 * carriage return, or with one of these behind blanks.
 */
export function looksLikeFormula(text: string): boolean {
  return /^[\t\r]/.test(text) || /^[=+\-@＝＋－＠]/u.test(text.replace(unseen, ''));
}
