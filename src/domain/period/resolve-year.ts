import { lastYearRead, westernYearOf } from '../era.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import type { YearWritten } from './parse-year.ts';
import { earliestYear, latestYear, type PeriodRefusal } from './refusal.ts';

/** The western year that a written year means. Refuses a year that its era does not reach, and far years. */
export function resolveYear(written: YearWritten): Outcome<number, PeriodRefusal> {
  const { era, number, gloss } = written;
  if (era === null) return checkYear(number);
  const year = westernYearOf(era, number);
  if (year === null) {
    return refuse({ kind: 'no-such-era-year', era, year: number, lastYear: lastYearRead(era) });
  }
  // 令和2年（2021年） contradicts itself.
  if (gloss !== null && gloss !== year) return refuse({ kind: 'not-a-period' });
  return checkYear(year);
}

/** The year itself, or a refusal if it is outside the years that are read. */
export function checkYear(year: number): Outcome<number, PeriodRefusal> {
  return year < earliestYear || year > latestYear
    ? refuse({ kind: 'out-of-range', year, earliest: earliestYear, latest: latestYear })
    : accept(year);
}
