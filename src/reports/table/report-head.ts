import { type CalendarDay, partsOf } from '../../domain/calendar-day.ts';
import type { EditionContent } from '../../domain/edition.ts';
import { eraName, eraYear } from '../../domain/era.ts';
import { readPeriod } from '../../domain/period/read-period.ts';

/** What stands over and below a table. */
export type ReportHead = Omit<EditionContent, 'projects'>;

const plainTitle = '産業戦略プロジェクトの進捗状況について';

/**
 * The head of the table of the month of `day`: the title and the footer of the last edition with the month changed,
 * …について（令和3年（2021年）2月）.
 */
export function reportHead(
  day: CalendarDay,
  last: Pick<EditionContent, 'title' | 'footer'> | null,
): ReportHead {
  const { year, month } = partsOf(day);
  const { era, year: yearOfEra } = eraYear(day);
  const eraWords = `${eraName(era)}${yearOfEra === 1 ? '元' : yearOfEra}年`;
  const asOf = readPeriod(`${eraWords}${month}月`);
  if (!asOf.ok) throw new Error(`${day} has no month`);
  const title = withoutMonth(last?.title ?? plainTitle);
  return {
    key: day.slice(0, 7),
    title: `${title}（${eraWords}（${year}年）${month}月）`,
    asOf: asOf.value,
    footer: last?.footer ?? [],
  };
}

/** The title without the month in brackets at its end. */
function withoutMonth(title: string): string {
  const bare = title.replace(/[（(][^（()）]*([（(][^（()）]*[）)])?[^（()）]*月[^（()）]*[）)]$/, '').trim();
  return bare === '' ? plainTitle : bare;
}
