import { weekdayOf } from '../../../domain/calendar-day.ts';
import type { Period } from '../../../domain/period/period.ts';
import { printPeriod } from '../../../domain/period/print-period.ts';
import type { Language } from '../../../domain/person.ts';

const weekdays = ['月', '火', '水', '木', '金', '土', '日'];

/**
 * A period as the head of a line: in Japanese as it was written, without the blanks of a PDF, a day with its
 * weekday: R2.10初旬, R2.8.25（火）. What was written without its year (6/11) is printed with it.
 */
export function printListed(period: Period, language: Language): string {
  if (language === 'en') return printPeriod(period, { language, style: 'short' });
  const written = period.text.replace(/\s+/g, '');
  const printed = namesYear(written) ? written : printPeriod(period, { language, style: 'short' });
  if (period.precision !== 'day' || period.first === null || /[）)]$/.test(printed)) return printed;
  return `${printed}（${weekdays[weekdayOf(period.first) - 1]}）`;
}

function namesYear(written: string): boolean {
  return /^(?:[MTSHR]|明治|大正|昭和|平成|令和|\d{4})/i.test(written.normalize('NFKC'));
}
