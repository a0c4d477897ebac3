/** Decimals behind the point in which numbers with 万 and 億 are counted: 1 is 10^12. */
const decimals = 12;

const digits: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('〇一二三四五六七八九', (kanji, value) => [kanji, String(value)]),
);
const myriads = [
  { word: '兆', power: 12 },
  { word: '億', power: 8 },
  { word: '万', power: 4 },
] as const;
const tens = [
  { word: '千', power: 3 },
  { word: '百', power: 2 },
  { word: '十', power: 1 },
] as const;

/** A number in units of 10^-12, so that nothing is rounded. */
export type Scaled = bigint;

/** One in units of 10^-12. */
export const one: Scaled = 10n ** BigInt(decimals);

/**
 * The number written with kanji numerals and the words 十 百 千 万 億 兆, digits among them: 五十, 百二十三, 1万2千,
 * 3億5,000万, 98.1億, 二〇二〇. Null for anything else, such as words out of order or a fraction that is not at
 * the end. `text` is in one width and has no blanks.
 */
export function readKanjiNumber(text: string): Scaled | null {
  let rest = Array.from(text, (each) => digits[each === '零' ? '〇' : each] ?? each).join('');
  if (rest === '') return null;
  let total = 0n;
  for (const { word, power } of myriads) {
    const at = rest.indexOf(word);
    if (at < 0) continue;
    const count = readSmall(rest.slice(0, at));
    rest = rest.slice(at + word.length);
    if (count === null || (hasFraction(count) && rest !== '')) return null;
    total += count * 10n ** BigInt(power);
  }
  const last = rest === '' ? 0n : readSmall(rest);
  return last === null ? null : total + last;
}

/** 千二百三十四, 2千5百, 1,234, 98.1. */
function readSmall(text: string): Scaled | null {
  let rest = text;
  let total = 0n;
  for (const { word, power } of tens) {
    const at = rest.indexOf(word);
    if (at < 0) continue;
    const count = at === 0 ? one : readDigits(rest.slice(0, at));
    rest = rest.slice(at + word.length);
    if (count === null || (hasFraction(count) && rest !== '')) return null;
    total += count * 10n ** BigInt(power);
  }
  if (rest === '') return text === '' ? null : total;
  const units = readDigits(rest);
  return units === null ? null : total + units;
}

/** Digits with or without groups of three and a fraction. */
function readDigits(text: string): Scaled | null {
  const found = /^(\d{1,18}|\d{1,3}(?:,\d{3}){1,5})(?:\.(\d{1,12}))?$/.exec(text);
  if (found === null) return null;
  const [, whole = '', fraction = ''] = found;
  return BigInt(whole.replaceAll(',', '') + fraction.padEnd(decimals, '0'));
}

function hasFraction(value: Scaled): boolean {
  return value % one !== 0n;
}

/** The number in digits, without zeros at its end. */
export function printScaled(value: Scaled): string {
  const fraction = String(value % one)
    .padStart(decimals, '0')
    .replace(/0+$/, '');
  return fraction === '' ? String(value / one) : `${value / one}.${fraction}`;
}
