/** Longer is the reading of no single kanji. */
const longestReading = 4;

/**
 * Whether the typed word is the candidate with some of its kanji, but not all, in kana: 使いかた for 使い方, 港わん for
 * 港湾. All in kana would be every word of that length.
 */
export function isSameButForKana(typed: string, candidate: string): boolean {
  const shared = Array.from(candidate).some((each) => isKanji(each) && typed.includes(each));
  if (!shared || typed === candidate || !/[\u3041-\u3096ァ-ヺー]/u.test(typed)) return false;
  const pattern = Array.from(candidate, (each) =>
    isKanji(each) ? `(?:${each}|[\\u3041-\\u3096ァ-ヺー]{1,${longestReading}})` : literal(each),
  );
  return new RegExp(`^${pattern.join('')}$`, 'u').test(typed);
}

function isKanji(character: string): boolean {
  return /\p{sc=Han}/u.test(character);
}

function literal(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}
