/** One run of a single character class costs the dictionary's lattice quadratic time and memory. */
const longestRun = 64;
/** A lattice of a longer piece is not worth its memory: clauses are shorter. */
const longestPiece = 400;

/**
 * The text cut into pieces that are safe to tokenise: none has a run of one character class over 64 units or more
 * than 400 units in all, and no surrogate pair is cut. Joined they are the text. Linear in its length.
 */
export function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  let start = 0;
  let run = 0;
  let kind = '';
  for (let at = 0; at < text.length; at += 1) {
    const here = classOf(text.charCodeAt(at));
    run = here === kind ? run + 1 : 1;
    kind = here;
    if ((run > longestRun || at - start >= longestPiece) && !isLowSurrogate(text, at)) {
      pieces.push(text.slice(start, at));
      start = at;
      run = 1;
    }
  }
  if (start < text.length) pieces.push(text.slice(start));
  return pieces;
}

/** Coarser than the dictionary's own classes, so that none of its runs is longer than ours. */
function classOf(code: number): string {
  if (code >= 0x3041 && code <= 0x309f) return 'hiragana';
  if (code >= 0x30a0 && code <= 0x30ff) return 'katakana';
  if ((code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff)) return 'kanji';
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) return 'latin';
  if (code >= 0x30 && code <= 0x39) return 'digit';
  return 'other';
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}
