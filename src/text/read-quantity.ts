import { accept, type Outcome, refuse } from '../domain/outcome.ts';
import { foldDateCharacters } from '../domain/period/fold.ts';
import { type DecimalText, isDecimalText } from '../domain/quantity.ts';
import { fold } from './fold.ts';
import { one, printScaled, readKanjiNumber } from './kanji-number.ts';

/**
 * Why a text is not read as a number. `wrong-unit`: a number, but of something else. `too-large`: more than 15
 * digits before the point or 6 behind it.
 */
type QuantityRefusal = 'not-a-number' | 'wrong-unit' | 'too-large';

type Reading = Outcome<DecimalText, QuantityRefusal>;

/** No number that somebody means is written longer. */
const longest = 60;

const numeral = /^[\d.,〇零一二三四五六七八九十百千万億兆]+/u;

/**
 * The number that a person typed, in `unit` (`''` where it has none): 15.2, 15.2%, １５．２％, 1,234件, 13. 9%, 五十,
 * 1万2千, 98.1億円, -1, +3. Plain digits stay as written (16.0 keeps its zero); leading zeros and groups go. A unit
 * such as 億円 is understood in all ways: 98.1, 98.1億, 98.1億円, 9,810,000,000円. Refuses exponents, fractions,
 * ranges and more than one number. Never throws; linear in the length of the text.
 */
export function readQuantity(typed: string, unit: string): Reading {
  const text = typed.trim();
  if (text.length > longest) return refuse('not-a-number');
  const [, sign = '', unsigned = ''] = /^([+-]?)(.*)$/su.exec(withoutBlanks(foldDateCharacters(text))) ?? [];
  const digits = /^[\d.,]*/.exec(unsigned)?.[0] ?? '';
  const plain = plainDecimal(digits);
  const behind = unsigned.slice(digits.length);
  if (plain !== null && (behind === '' || sameUnit(behind, unit))) return signed(plain, sign);
  const number = numeral.exec(unsigned)?.[0] ?? '';
  if (!isNumber(number)) return refuse('not-a-number');
  return withMultiplier({ number, rest: unsigned.slice(number.length), sign, unit });
}

/** Blanks stay only where they part two digits: 13. 9% is one number, 12 30 is none. */
function withoutBlanks(folded: string): string {
  return folded.replace(/ +(?!\d)|(?<=\D) +|^ +/gu, '');
}

function isNumber(number: string): boolean {
  return plainDecimal(number) !== null || readKanjiNumber(number) !== null;
}

/** Digits as written, without the commas of their groups and zeros before them; null for anything else. */
function plainDecimal(number: string): string | null {
  if (!/^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/.test(number)) return null;
  return number.replaceAll(',', '').replace(/^0+(?=\d)/, '');
}

interface Written {
  readonly number: string;
  readonly rest: string;
  readonly sign: string;
  readonly unit: string;
}

/** 5万 of 人 is 50000; of 億円 both 98.1億 and 9,810,000,000円 are 98.1. */
function withMultiplier({ number, rest, sign, unit }: Written): Reading {
  const [, multiplier = '', base = ''] = /^([十百千万億兆]*)(.*)$/su.exec(unit) ?? [];
  if (!(rest === '' || sameUnit(rest, base))) {
    // Of 12件30名 and 1/2 nobody can say which number is meant.
    return refuse(/^(?:\p{L}[\p{L}-]*|[%‰])$/u.test(rest) ? 'wrong-unit' : 'not-a-number');
  }
  const value = readKanjiNumber(number);
  const divisor = multiplier === '' ? one : readKanjiNumber(`1${multiplier}`);
  if (value === null || divisor === null) return refuse('too-large');
  // 五十 of 億円 is fifty of them, 五十億 is as well; 50円 is not.
  if (rest === '' && multiplier !== '' && !/[万億兆]/.test(number)) return signed(printScaled(value), sign);
  if ((value * 1_000_000n) % divisor !== 0n) return refuse('wrong-unit');
  return signed(printScaled((value * one) / divisor), sign);
}

const percent = ['%', 'パーセント', 'percent'].map(foldUnit);

function sameUnit(written: string, unit: string): boolean {
  const [a, b] = [foldUnit(written), foldUnit(unit)];
  return a === b || (percent.includes(a) && percent.includes(b));
}

/** The number has been folded as dates are, in which the ー of パーセント is a dash: so is it on both sides. */
function foldUnit(unit: string): string {
  return fold(foldDateCharacters(unit));
}

function signed(number: string, sign: string): Reading {
  const isZero = !/[1-9]/.test(number);
  const text = sign === '-' && !isZero ? `-${number}` : number;
  return isDecimalText(text) ? accept(text) : refuse('too-large');
}
