import type { DatedOccurrence, Milestone } from '../../domain/milestone.ts';
import type { Period } from '../../domain/period/period.ts';
import { printPeriod } from '../../domain/period/print-period.ts';

/**
 * The line that the table writes for a milestone: its text, with what people recorded beside it. Text of an edition
 * holds its dates and figures and stays word for word. A date that has moved stands where the first one stood; dates
 * and figures that the text does not hold follow it: セミナーの開催[64社]（R2.8.25）.
 */
export function entryLine(milestone: Pick<Milestone, 'text' | 'dates' | 'figures' | 'firstPlanned'>): string {
  const { text, dates, figures, firstPlanned } = milestone;
  const missing = dates.filter(({ period }) => !text.includes(period.text));
  const moved = firstPlanned === null ? null : replacedDate(text, firstPlanned, missing);
  const line = moved?.text ?? text;
  const toTell = missing.filter((date) => date !== moved?.by);
  const newFigures = figures.filter((figure) => !line.includes(figure));
  const told = toTell.length === 0 ? '' : `（${toTell.map(printDate).join('、')}）`;
  return `${line}${newFigures.map((figure) => `[${figure}]`).join('')}${told}`;
}

/** The text with the date that now holds in the place of the one that was planned first. */
function replacedDate(
  text: string,
  planned: Period,
  missing: readonly DatedOccurrence[],
): { readonly text: string; readonly by: DatedOccurrence } | null {
  const [by] = missing;
  if (by === undefined || planned.text === '' || !text.includes(planned.text)) return null;
  return { text: text.replace(planned.text, () => printPeriod(by.period, short)), by };
}

const short = { language: 'ja', style: 'short' } as const;

const firstCircled = 0x2460; // ①
const lastCircled = 20;

function printDate({ period, ordinal }: DatedOccurrence): string {
  const date = printPeriod(period, short);
  if (ordinal === null) return date;
  return ordinal <= lastCircled
    ? `${String.fromCodePoint(firstCircled + ordinal - 1)}${date}`
    : `第${ordinal}回 ${date}`;
}
