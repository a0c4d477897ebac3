import { weekdayOf } from '../../../domain/calendar-day.ts';
import type { Period } from '../../../domain/period/period.ts';
import { printPeriod } from '../../../domain/period/print-period.ts';
import type { Language } from '../../../domain/person.ts';

const weekdays = ['月', '火', '水', '木', '金', '土', '日'];

/** A period as the head of a line: short, a day with its weekday: R2.8.25（火）, R2.秋頃. */
export function printListed(period: Period, language: Language): string {
  const printed = printPeriod(period, { language, style: 'short' });
  if (language !== 'ja' || period.precision !== 'day' || period.first === null) return printed;
  return `${printed}（${weekdays[weekdayOf(period.first) - 1]}）`;
}
