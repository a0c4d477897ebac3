import type { Fields } from '../../actions/writes/write-verb.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { findPeriods } from '../../domain/period/find-periods.ts';
import { readPeriod } from '../../domain/period/read-period.ts';
import { fold } from '../../text/fold.ts';
import { nearest } from '../../text/nearest.ts';
import { readFigures } from '../../text/read-text.ts';

/**
 * What a line behind `/project 8 記録` fills in: the date at its beginning or at its end, figures in brackets at its
 * end, and the text between: `R2.8.25 ローカル5G実証を開始 [12社30名]`. What is no such thing stays text. Pure;
 * nothing is refused here, since the form shows what is wrong at its field.
 */
export function readDated(line: string, today: CalendarDay): Fields {
  const first = takeFigures(line.trim());
  const { when, rest } = takePeriod(first.text, today);
  const second = takeFigures(rest);
  const figures = [...second.figures, ...first.figures];
  return {
    ...(second.text === '' ? {} : { text: second.text }),
    ...(when === null ? {} : { when }),
    ...(figures.length === 0 ? {} : { figures: figures.join('\n') }),
  };
}

/**
 * What a line behind `/project 8 値` fills in: indicator by its nearest name, value, and the date at the end:
 * `IoT導入率 15.2% R3.3`.
 */
export function readValueLine(
  line: string,
  { indicators, today }: { readonly indicators: readonly Indicator[]; readonly today: CalendarDay },
): Fields {
  const { when, rest } = takePeriod(line.trim(), today);
  const { name, value } = parts(rest, indicators);
  const found = indicatorNamed(name, indicators);
  return {
    ...(found === null ? {} : { indicator: found.id }),
    ...(value === '' ? {} : { value }),
    ...(when === null ? {} : { when }),
  };
}

/** The indicator that a person means by a part of its name or by one that is near; null where none or several are. */
export function indicatorNamed(name: string, indicators: readonly Indicator[]): Indicator | null {
  const word = fold(name);
  const [only] = indicators;
  if (word === '') return indicators.length === 1 && only ? only : null;
  const exact = indicators.filter((indicator) => fold(indicator.name) === word);
  const parts = indicators.filter((indicator) => fold(indicator.name).includes(word));
  for (const found of [exact, parts]) if (found.length === 1) return found[0] ?? null;
  if (parts.length > 1) return null;
  const [near] = nearest(
    name,
    indicators.map((indicator) => indicator.name),
    1,
  );
  return indicators.find((indicator) => indicator.name === near) ?? null;
}

/** The last word is the value; the name may stand in front of it, or the value in front of the name. */
function parts(
  rest: string,
  indicators: readonly Indicator[],
): { readonly name: string; readonly value: string } {
  const words = rest.split(/\s+/u).filter(Boolean);
  if (words.length < 2) {
    const [only = ''] = words;
    return indicatorNamed(only, indicators) === null || /^[-+\d０-９]/u.test(only)
      ? { name: '', value: only }
      : { name: only, value: '' };
  }
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const isNumber = (word: string) => /^[-+−]?[\d０-９]/u.test(word);
  return isNumber(first) && !isNumber(last)
    ? { name: words.slice(1).join(' '), value: first }
    : { name: words.slice(0, -1).join(' '), value: last };
}

interface Taken {
  readonly when: string | null;
  readonly rest: string;
}

/** The date with which the text begins or ends, also one that the form will have to ask about (6/11, R2.2.30). */
function takePeriod(text: string, today: CalendarDay): Taken {
  const found = findPeriods(text, { today });
  const [front, back] = [found[0], found.at(-1)];
  if (front?.start === 0 && isParted(text.slice(front.end)))
    return { when: text.slice(0, front.end), rest: withoutRemark(text.slice(front.end)) };
  if (back && text.slice(back.end).trim() === '')
    return { when: text.slice(back.start).trim(), rest: text.slice(0, back.start).trim() };
  return doubtfulPeriod(text, today) ?? { when: null, rest: text };
}

/** A first or last word that is a date, but not one that can be read alone. */
function doubtfulPeriod(text: string, today: CalendarDay): Taken | null {
  const [, first = '', behind = ''] = /^(\S+)\s+(.*)$/su.exec(text) ?? [];
  if (isLikeDate(first, today)) return { when: first, rest: behind.trim() };
  const [, before = '', last = ''] = /^(.*\S)\s+(\S+)$/su.exec(text) ?? [];
  return isLikeDate(last, today) ? { when: last, rest: before.trim() } : null;
}

function isLikeDate(word: string, today: CalendarDay): boolean {
  if (word === '') return false;
  const read = readPeriod(word, { today });
  return read.ok || (read.refusal.kind !== 'not-a-period' && read.refusal.kind !== 'empty');
}

/** R2.8 in R2.8実証 is a date, R2 in R2D2 is none. */
function isParted(rest: string): boolean {
  return !/^[A-Za-z\d]/.test(rest);
}

/** Without the に、 that only joins the date to the words; にぎわい keeps its first letter. */
function withoutRemark(rest: string): string {
  return rest
    .replace(/^[\s　]*に(?=[\s　、\p{Script=Han}\p{Script=Katakana}])/u, '')
    .replace(/^[\s　]*[、,:：]?[\s　]*/u, '');
}

function takeFigures(line: string): { readonly text: string; readonly figures: readonly string[] } {
  const { text, figures } = readFigures(line);
  return { text: text.trim(), figures };
}
