import type { Period } from '../../domain/period/period.ts';
import { printPeriod } from '../../domain/period/print-period.ts';
import type { Language } from '../../domain/person.ts';

/** A time as a picture tells it: in Japanese as it was written, without blanks; in English printed (Mar 2020). */
export function timeWords(period: Period, language: Language): string {
  return language === 'en'
    ? printPeriod(period, { language, style: 'short' })
    : period.text.replace(/\s+/g, '');
}
