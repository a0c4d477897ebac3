/** Control characters but for the line break; a lone surrogate is no character at all. */
const unprintable = /[^\P{Cc}\n]|\p{Cs}/gu;
/** Bidirectional controls, zero-width characters and their like; joiners and tags are looked at by themselves. */
const formatting = /(?![\u{E0020}-\u{E007F}]|\u200D)\p{Cf}/gu;
/** A joiner that joins no two emoji: 👨‍👩‍👧 keeps its own. Looks back only from a joiner: that is quick. */
const idleJoiner = /\u200D(?<!(?:\p{ExtPict}|\p{EMod}|\uFE0F)\u200D)|\u200D(?!\p{ExtPict})/gu;
/** Tag characters are invisible but for those that name a flag (🏴󠁧󠁢󠁥󠁮󠁧󠁿), at most six and their end. */
const idleTag = /[\u{E0020}-\u{E007F}](?<!\u{1F3F4}[\u{E0020}-\u{E007E}]{0,6}[\u{E0020}-\u{E007F}])/gu;
const excessiveMarks = /(\p{M}{4})\p{M}+/gu;
const lineBreaks = /[\r\n\t\v\f\u0085\u2028\u2029]+/g;

/**
 * Stored text made safe to show: without characters that reorder, hide or pile up (bidirectional controls,
 * zero-width characters, control characters, more than four combining marks on one letter). Emoji sequences,
 * variation selectors and rare kanji stay.
 */
export function clean(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(unprintable, '')
    .replace(formatting, '')
    .replace(idleJoiner, '')
    .replace(idleTag, '')
    .replace(excessiveMarks, '$1');
}

/** The same on one line: a line break or tab becomes a space. */
export function cleanLine(text: string): string {
  return clean(text.replace(lineBreaks, ' ')).trim();
}
