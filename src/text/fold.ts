/** Control and formatting characters; of blanks only those that have no width. */
const invisible = /[^\P{Cc}\s]|\p{Cf}/gu;

/**
 * The text in the form in which names and words are compared: one width, one case, katakana for hiragana, no
 * blanks, no marks between words (・ ★ " ' -), no control or formatting characters. Only for comparing: an emoji
 * that others make up falls into its parts.
 */
export function fold(text: string): string {
  return foldWidth(text)
    .toLowerCase()
    .replace(/[\u3041-\u3096]/g, toKatakana)
    .replace(/[\s・★"'’“”「」『』()（）‐‑–—-]/gu, '');
}

/** One width for letters, digits and blanks (NFKC), and no control or formatting characters. */
export function foldWidth(text: string): string {
  return text.normalize('NFKC').replace(invisible, '').replace(/\s+/gu, ' ').trim();
}

function toKatakana(hiragana: string): string {
  return String.fromCharCode(hiragana.charCodeAt(0) + 0x60);
}
