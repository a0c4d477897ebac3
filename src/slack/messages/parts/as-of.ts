import type { Period } from '../../../domain/period/period.ts';
import { printPeriod } from '../../../domain/period/print-period.ts';
import type { Words } from '../../words/index.ts';

/** R2.3現在: in Japanese the time as the table writes it, so that R元 is not read as a day. */
export function asOfWords(asOf: Period | null, words: Words): string {
  if (asOf === null) return words('indicator.asOfUnknown');
  const { language } = words;
  const told =
    language === 'ja' ? asOf.text.replace(/\s+/g, '') : printPeriod(asOf, { language, style: 'short' });
  return words('indicator.asOf', { asOf: told });
}
