import { type Era, eraLigature, eraName, eras } from '../era.ts';
import { isDigit, skipBlanks, type Token, takeNumber, takeWord, widthOf } from './scan.ts';

/** A year as written: of an era, or western if `era` is null. */
export interface YearWritten {
  readonly era: Era | null;
  readonly number: number;
  /** Whether 年 or 年度 follows, or FY stands before: it cannot be anything but a year. */
  readonly marked: boolean;
  /** 年度. */
  readonly fiscal: boolean;
  /** The western year in brackets behind it: 令和2年（2020年）8月. */
  readonly gloss: number | null;
}

/** The year that stands at `at` of a folded text, or null. Whether there is such a year is not asked here. */
export function parseYear(text: string, at: number): Token<YearWritten> | null {
  const start = skipBlanks(text, at);
  return parseEraYear(text, start) ?? parseWesternYear(text, start);
}

/** The 年 or 年度 behind a year's number. */
export function parseYearMark(text: string, at: number): { marked: boolean; fiscal: boolean; end: number } {
  const mark = takeWord(text, at, ['年度', '年']);
  // 年末 and 年度末 keep their 末; 年間 is a length of time, not a year.
  return { marked: mark !== null, fiscal: mark?.value === '年度', end: mark?.end ?? at };
}

function parseEraYear(text: string, start: number): Token<YearWritten> | null {
  const era = takeEra(text, start);
  if (era === null) return null;
  const number = takeEraNumber(text, era.end);
  if (number === null) return null;
  const mark = parseYearMark(text, number.end);
  const gloss = parseGloss(text, mark.end, mark.fiscal ? ['年度)'] : ['年)', ')']);
  return {
    value: {
      era: era.value,
      number: number.value,
      marked: mark.marked,
      fiscal: mark.fiscal,
      gloss: gloss?.value ?? null,
    },
    end: gloss?.end ?? mark.end,
  };
}

function takeEra(text: string, start: number): Token<Era> | null {
  for (const era of eras) {
    const word = takeWord(text, start, [eraName(era), eraLigature(era), era, era.toLowerCase()]);
    // R.2.8.25 is how some systems write R2.8.25.
    if (word !== null) return { value: era, end: text.charAt(word.end) === '.' ? word.end + 1 : word.end };
  }
  return null;
}

function takeEraNumber(text: string, at: number): Token<number> | null {
  const first = takeWord(text, at, ['元']);
  if (first !== null) return { value: 1, end: first.end };
  const number = takeNumber(text, at);
  return number !== null && widthOf(text, at, number) <= 3 ? number : null;
}

function parseGloss(text: string, at: number, ends: readonly string[]): Token<number> | null {
  const open = takeWord(text, at, ['(']);
  const year = open && takeNumber(text, open.end);
  if (open === null || year === null || widthOf(text, open.end, year) !== 4) return null;
  const close = takeWord(text, year.end, ends);
  return close && { value: year.value, end: close.end };
}

function parseWesternYear(text: string, start: number): Token<YearWritten> | null {
  const prefix = takeWord(text, start, ['西暦', 'FY']);
  const at = prefix?.end ?? start;
  const number = takeNumber(text, at);
  if (number === null || widthOf(text, at, number) !== 4) return null;
  const mark = parseYearMark(text, number.end);
  const fiscal = mark.fiscal || prefix?.value === 'FY';
  // 二〇二〇 needs its 年: kanji numerals stand in names, too.
  if (!mark.marked && !isDigit(text.charAt(number.end - 1))) return null;
  return {
    value: {
      era: null,
      number: number.value,
      marked: mark.marked || prefix !== null,
      fiscal,
      gloss: null,
    },
    end: mark.end,
  };
}
