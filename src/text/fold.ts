const invisible = /[\p{Cc}\p{Cf}]/gu;

/**
 * The text in the form in which names and words are compared: one width, one case, katakana for hiragana, no
 * blanks, no marks between words (・ ★ " ' -), no control or formatting characters.
 */
export function fold(text: string): string {
  return [...foldWidth(text).toLowerCase()]
    .map(toKatakana)
    .join('')
    .replace(/[\s・★"'’“”「」『』()（）‐‑–—-]/gu, '');
}

/** One width for letters, digits and blanks (NFKC), and no control or formatting characters. */
export function foldWidth(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').replace(invisible, '').trim();
}

function toKatakana(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code >= 0x3041 && code <= 0x3096 ? String.fromCodePoint(code + 0x60) : character;
}
