import { type CalendarDay, calendarDay, daysInMonth, partsOf, weekdayOf } from '../calendar-day.ts';
import { type Era, eraName, eraYear } from '../era.ts';
import type { NamedPoint, PeriodShape } from './period-shape.ts';
import { fiscalParts, monthParts, type NamedPart, seasons } from './reach.ts';

/** How Japanese is written: R2.8.25, or 令和2年8月25日（火）, with （2020年） behind the era year if `western`. */
export interface JapaneseStyle {
  readonly style: 'short' | 'long';
  readonly western: boolean;
}

interface EraYear {
  readonly era: Era;
  readonly year: number;
}

interface Remarks {
  /** Adds 頃. */
  readonly approximate: boolean;
  /** What an as-needed period is called. */
  readonly undatedWord: string;
}

/** The shape in Japanese. */
export function japanese(
  shape: PeriodShape,
  { style, western, ...remarks }: JapaneseStyle & Remarks,
): string {
  if (style === 'long' || !western) return phrase(shape, { style, western, ...remarks });
  return phrase(shape, { style, western: false, ...remarks }) + shortGloss(shape);
}

function phrase(shape: PeriodShape, { approximate, undatedWord, ...how }: JapaneseStyle & Remarks): string {
  const about = approximate ? '頃' : '';
  const since = how.style === 'short' ? '～' : 'から';
  switch (shape.kind) {
    case 'as-needed':
      return undatedWord;
    case 'always':
      return shape.fiscalYear === null
        ? '通年'
        : `${japanesePoint({ kind: 'fiscal-year', year: shape.fiscalYear }, how)}通年`;
    case 'range':
      return `${japanesePoint(shape.from, how)}～${rangeEnd(shape, how)}${about}`;
    case 'from':
      return `${japanesePoint(shape.point, how)}${about}${since}`;
    case 'until':
      return `${japanesePoint(shape.point, how)}${about}まで`;
    case 'single':
      return `${japanesePoint(shape.point, how)}${about}`;
  }
}

/** A point of time in Japanese. */
function japanesePoint(point: NamedPoint, how: JapaneseStyle): string {
  const within = withinYear(point, how);
  if (how.style === 'short') return shortYear(point) + within;
  const { era, year } = eraYearOf(point);
  const gloss = how.western ? `（${westernYear(point)}年）` : '';
  // 令和2年度（2020年度）: behind a fiscal year the gloss names a fiscal year, too.
  if (isFiscal(point)) return `${eraName(era)}${written(year)}年度${gloss.replace('年', '年度')}${within}`;
  return `${eraName(era)}${written(year)}年${gloss}${within}`;
}

function shortYear(point: NamedPoint): string {
  const { era, year } = eraYearOf(point);
  const separator = point.kind === 'year' || isFiscal(point) ? '' : '.';
  return `${era}${written(year)}${isFiscal(point) ? '年度' : separator}`;
}

/** The short form keeps R2.8.25 whole: its western years stand behind all of it, R元.12～R2.3（2019～2020年）. */
function shortGloss(shape: PeriodShape): string {
  if (!('point' in shape || 'from' in shape)) return '';
  const [from, to] = 'point' in shape ? [shape.point, shape.point] : [shape.from, shape.to];
  const years = [...new Set([westernYear(from), westernYear(to)])].join('～');
  return `（${years}${isFiscal(to) ? '年度' : '年'}）`;
}

/** The end of a range, without the year and month it shares with the beginning. */
function rangeEnd({ from, to }: { from: NamedPoint; to: NamedPoint }, how: JapaneseStyle): string {
  const inOneEra = eraYearOf(from).era === eraYearOf(to).era;
  if (!inOneEra || westernYear(from) !== westernYear(to)) return japanesePoint(to, how);
  if (from.kind === 'day' && to.kind === 'day' && from.day.slice(0, 7) === to.day.slice(0, 7)) {
    return how.style === 'short' ? String(partsOf(to.day).day) : dayAndWeekday(to.day);
  }
  return to.kind === 'day' || to.kind === 'month' ? withinYear(to, how) : japanesePoint(to, how);
}

/** What follows the year. */
function withinYear(point: NamedPoint, { style }: JapaneseStyle): string {
  const monthMark = style === 'short' ? '' : '月';
  switch (point.kind) {
    case 'day': {
      const { month, day } = partsOf(point.day);
      return style === 'short' ? `${month}.${day}` : `${month}月${dayAndWeekday(point.day)}`;
    }
    case 'month':
      return `${point.month}${monthMark}`;
    case 'part-of-month':
      return `${point.month}${monthMark}${wordFor(monthParts, point.part)}`;
    case 'season':
      return wordFor(seasons, point.season);
    case 'part-of-fiscal-year':
      return wordFor(fiscalParts, point.part);
    default:
      return '';
  }
}

function dayAndWeekday(day: CalendarDay): string {
  return `${partsOf(day).day}日（${'月火水木金土日'.charAt(weekdayOf(day) - 1)}）`;
}

function wordFor(parts: readonly NamedPart[], name: string): string {
  return parts.find((part) => part.name === name)?.words[0] ?? '';
}

function isFiscal({ kind }: NamedPoint): boolean {
  return kind === 'fiscal-year' || kind === 'part-of-fiscal-year';
}

function westernYear(point: NamedPoint): number {
  return point.kind === 'day' ? partsOf(point.day).year : point.year;
}

/** The era of a point's last day: 2019 and its fiscal year are 令和元, as offices write it. */
function eraYearOf(point: NamedPoint): EraYear {
  if (point.kind === 'day') return eraYear(point.day);
  const month = point.kind === 'month' || point.kind === 'part-of-month' ? point.month : 12;
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  const last = `${pad(point.year, 4)}-${pad(month, 2)}-${pad(daysInMonth(point.year, month), 2)}`;
  return eraYear(calendarDay(last));
}

function written(year: number): string {
  return year === 1 ? '元' : String(year);
}
