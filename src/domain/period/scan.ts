/** Something read from a folded text, and the offset behind it. */
export interface Token<Value> {
  readonly value: Value;
  readonly end: number;
}

/** The offset of the first character at or behind `at` that is not a blank. */
export function skipBlanks(text: string, at: number): number {
  let end = at;
  while (text.charAt(end) === ' ') end += 1;
  return end;
}

/**
 * The first of `words` that stands at `at`, blanks before and between its characters skipped (第 1 四半期).
 * Of two words that share a beginning, list the longer first.
 */
export function takeWord(text: string, at: number, words: readonly string[]): Token<string> | null {
  for (const word of words) {
    const end = endOfWord(text, at, word);
    if (end !== null) return { value: word, end };
  }
  return null;
}

function endOfWord(text: string, at: number, word: string): number | null {
  let end = at;
  for (const character of word) {
    end = skipBlanks(text, end);
    if (!text.startsWith(character, end)) return null;
    end += character.length;
  }
  return end;
}

/** A number of one to four digits, or of kanji numerals (二十五, 二〇二〇), blanks before it skipped. */
export function takeNumber(text: string, at: number): Token<number> | null {
  const start = skipBlanks(text, at);
  return takeDigits(text, start) ?? takeKanjiNumber(text, start);
}

/** How many characters the number token has that starts behind the blanks at `at`. */
export function widthOf(text: string, at: number, token: Token<number>): number {
  return token.end - skipBlanks(text, at);
}

export function isDigit(character: string): boolean {
  return character >= '0' && character <= '9' && character.length === 1;
}

function takeDigits(text: string, start: number): Token<number> | null {
  let end = start;
  while (end - start <= 4 && isDigit(text.charAt(end))) end += 1;
  if (end === start || end - start > 4) return null;
  return { value: Number(text.slice(start, end)), end };
}

const kanjiDigits = '〇一二三四五六七八九';

function takeKanjiNumber(text: string, start: number): Token<number> | null {
  let end = start;
  while (end - start <= 4 && isKanjiNumeral(text.charAt(end))) end += 1;
  if (end === start || end - start > 4) return null;
  const value = kanjiValue(text.slice(start, end));
  return value === null ? null : { value, end };
}

function isKanjiNumeral(character: string): boolean {
  return character !== '' && `${kanjiDigits}零十`.includes(character);
}

/** 二十五 and 二五 are 25, 二〇二〇 is 2020; null for a malformed one such as 十十. */
function kanjiValue(written: string): number | null {
  const digits = written.replaceAll('零', '〇');
  const [tens = '', units = '', ...more] = digits.split('十');
  if (more.length > 0) return null;
  if (!digits.includes('十')) return positional(digits);
  if (tens.length > 1 || units.length > 1) return null;
  return (tens === '' ? 1 : positional(tens)) * 10 + positional(units);
}

function positional(digits: string): number {
  return digits.split('').reduce((value, digit) => value * 10 + kanjiDigits.indexOf(digit), 0);
}
