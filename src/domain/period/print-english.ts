import { type CalendarDay, partsOf, weekdayOf } from '../calendar-day.ts';
import type { NamedPoint, PeriodShape } from './period-shape.ts';
import type { FiscalPartName, MonthPartName, SeasonName } from './reach.ts';

type Style = 'short' | 'long';

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const weekdays = 'Mon Tue Wed Thu Fri Sat Sun'.split(' ');

const seasonMonths: Readonly<Record<SeasonName, string>> = {
  spring: 'Mar–May',
  summer: 'Jun–Aug',
  autumn: 'Sep–Nov',
  winter: 'Dec–Feb',
};

const fiscalPartNames: Readonly<Record<FiscalPartName, string>> = {
  start: 'start',
  end: 'end',
  'first-half': 'first half',
  'second-half': 'second half',
  'first-quarter': 'first quarter',
  'second-quarter': 'second quarter',
  'third-quarter': 'third quarter',
  'fourth-quarter': 'fourth quarter',
};

const fiscalPartMonths: Readonly<Record<FiscalPartName, string>> = {
  start: 'Apr–May',
  end: 'Feb–Mar',
  'first-half': 'Apr–Sep',
  'second-half': 'Oct–Mar',
  'first-quarter': 'Apr–Jun',
  'second-quarter': 'Jul–Sep',
  'third-quarter': 'Oct–Dec',
  'fourth-quarter': 'Jan–Mar',
};

const monthPartNames: Readonly<Record<MonthPartName, string>> = {
  early: 'early',
  middle: 'mid',
  late: 'late',
  'first-half': 'first half of',
  'second-half': 'second half of',
};

/** The shape in English. Long: with weekdays, and with the months of seasons and parts of fiscal years. */
export function english(
  shape: PeriodShape,
  { style, approximate, undatedWord }: { style: Style; approximate: boolean; undatedWord: string },
): string {
  const about = approximate ? 'around ' : '';
  switch (shape.kind) {
    case 'as-needed':
      return undatedWord;
    case 'always':
      return shape.fiscalYear === null ? 'all year round' : `all year round, FY${shape.fiscalYear}`;
    case 'range':
      return about + englishRange(shape, style);
    case 'from':
      return `from ${about}${englishPoint(shape.point, style)} on`;
    case 'until':
      return `until ${about}${englishPoint(shape.point, style)}`;
    case 'single':
      return capital(about + englishPoint(shape.point, style));
  }
}

/** A point of time in English. */
function englishPoint(point: NamedPoint, style: Style): string {
  switch (point.kind) {
    case 'day':
      return englishDay(point.day, style);
    case 'month':
      return `${monthName(point.month)} ${point.year}`;
    case 'part-of-month':
      return `${monthPartNames[point.part]} ${monthName(point.month)} ${point.year}`;
    case 'season':
      return `${point.season} ${point.year}${inLong(style, seasonMonths[point.season])}`;
    case 'part-of-fiscal-year': {
      const months = fiscalPartMonths[point.part];
      return `${fiscalPartNames[point.part]} of FY${point.year}${inLong(style, months)}`;
    }
    case 'year':
      return String(point.year);
    case 'fiscal-year':
      return `FY${point.year}`;
  }
}

function englishRange({ from, to }: { from: NamedPoint; to: NamedPoint }, style: Style): string {
  if (from.kind === 'month' && to.kind === 'month' && from.year === to.year) {
    return `${monthName(from.month)}–${englishPoint(to, style)}`;
  }
  if (from.kind === 'day' && to.kind === 'day' && style === 'short') return shortDays(from.day, to.day);
  const plain = from.kind === 'year' || from.kind === 'fiscal-year';
  return `${englishPoint(from, style)}${plain ? '–' : ' – '}${englishPoint(to, style)}`;
}

/** 9–13 Sep 2018, 28 Sep – 3 Oct 2018. */
function shortDays(first: CalendarDay, last: CalendarDay): string {
  const [begins, ends] = [partsOf(first), partsOf(last)];
  const end = englishDay(last, 'short');
  if (begins.year !== ends.year) return `${englishDay(first, 'short')} – ${end}`;
  return begins.month === ends.month
    ? `${begins.day}–${end}`
    : `${begins.day} ${monthName(begins.month)} – ${end}`;
}

function englishDay(date: CalendarDay, style: Style): string {
  const { year, month, day } = partsOf(date);
  const weekday = style === 'long' ? `${weekdays[weekdayOf(date) - 1]} ` : '';
  return `${weekday}${day} ${monthName(month)} ${year}`;
}

function monthName(month: number): string {
  return months[month - 1] ?? '';
}

function inLong(style: Style, remark: string): string {
  return style === 'long' ? ` (${remark})` : '';
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
