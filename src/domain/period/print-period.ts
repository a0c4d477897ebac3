import type { CalendarDay } from '../calendar-day.ts';
import type { Period } from './period.ts';
import { type PeriodShape, shapeOf } from './period-shape.ts';
import { english } from './print-english.ts';
import { japanese } from './print-japanese.ts';

/** How a date is printed. */
export interface PrintOptions {
  readonly language: 'ja' | 'en';
  /** short: R2.8.25, 25 Aug 2020. long: 令和2年8月25日（火）, Tue 25 Aug 2020. */
  readonly style: 'short' | 'long';
  /** Japanese only: the western year behind the era year, 令和2年（2020年）8月25日（火）. */
  readonly western?: boolean;
}

/**
 * The period in canonical form. `readPeriod` reads the Japanese forms back to the same bounds and precision.
 * A period whose bounds do not fit its precision is printed as written.
 */
export function printPeriod(period: Period, options: PrintOptions): string {
  const shape = shapeOf(period);
  return shape === null ? period.text : printShape(shape, period, options);
}

/** A day in canonical form. */
export function printDay(day: CalendarDay, options: PrintOptions): string {
  return printShape(
    { kind: 'single', point: { kind: 'day', day } },
    { text: '', approximate: false },
    options,
  );
}

/** The period as people wrote it. */
export function asWritten(period: Period): string {
  return period.text;
}

function printShape(
  shape: PeriodShape,
  { text, approximate }: Pick<Period, 'text' | 'approximate'>,
  { language, style, western = false }: PrintOptions,
): string {
  return language === 'en'
    ? english(shape, { style, approximate, undatedWord: undatedWord(text).en })
    : japanese(shape, { style, western, approximate, undatedWord: undatedWord(text).ja });
}

const undatedWords = [
  { ja: '適宜', en: 'as needed' },
  { ja: '随時', en: 'at any time' },
  { ja: '調整中', en: 'being arranged' },
];

/** As-needed periods differ only in their word: 適宜 is not 未定. */
function undatedWord(text: string): { ja: string; en: string } {
  return undatedWords.find(({ ja }) => text.includes(ja)) ?? { ja: '未定', en: 'not yet decided' };
}
