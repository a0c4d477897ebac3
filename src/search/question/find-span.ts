import type { CalendarDay } from '../../domain/calendar-day.ts';
import { readSpan, type SpokenSpan } from '../../domain/period/read-span.ts';

/** Longer than any date that stands in a question: 令和2年11月15日から令和3年2月28日まで. */
const longest = 26;
/** What a span can begin with. */
const opening = /[0-9rhs令平昭今来再先昨前去本当明翌次年月四春夏秋冬上下第]/u;
/** What stands behind a number that is no date: 5G, 3.2km, 2/3箇所, 第7回. */
const counters = /^[\p{sc=Latin}\d.%箇か所社件人名回割円億万番号つ個]/u;
/** What makes a date of digits: 2020-08, R2.11, 9月; not 13.9. */
const dated = /[月年日週度期春夏秋冬/-]|^(?:[rhs令平昭]|(?:19|20)\d\d\.)|^(?:今|来|先|昨|去|明|翌)/u;

/**
 * The first span of time in a folded question, the longest that is one from where it begins, and the question
 * without it. Null where there is none.
 */
export function findSpan(
  text: string,
  today: CalendarDay,
): { readonly span: SpokenSpan; readonly rest: string } | null {
  for (let start = 0; start < text.length; start += 1) {
    if (!mayBegin(text, start)) continue;
    for (let end = Math.min(text.length, start + longest); end > start; end -= 1) {
      const written = text.slice(start, end);
      if (!mayBe(written, text.slice(end))) continue;
      const read = readSpan(written, today);
      if (read.ok) return { span: read.value, rest: `${text.slice(0, start)} ${text.slice(end)}` };
    }
  }
  return null;
}

function mayBegin(text: string, start: number): boolean {
  if (!opening.test(text.charAt(start))) return false;
  const before = text.charAt(start - 1);
  if (/[\d.a-z]/.test(text.charAt(start))) return !/[\p{sc=Latin}\d.第]/u.test(before);
  return !/\p{sc=Han}/u.test(before);
}

function mayBe(written: string, behind: string): boolean {
  if (written.trim() !== written || !dated.test(written)) return false;
  if (/\d$/.test(written) && counters.test(behind)) return false;
  // 秋 alone and 年度 within a word are no dates: 秋芳洞, 年度計画.
  return !(/^[春夏秋冬]$|[年度月日]$/u.test(written) && /^[\p{sc=Han}]/u.test(behind) && !isName(behind));
}

/** What may follow a date without a particle: 9月開催, 今月予定, 来月会議. */
function isName(behind: string): boolean {
  return /^(?:開催|予定|実施|開始|末|中|頃|現在|時点|会議|以降)/u.test(behind);
}
