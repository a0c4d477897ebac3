import type { CalendarDay } from '../../../domain/calendar-day.ts';
import type { DatedOccurrence } from '../../../domain/milestone.ts';
import { accept, refuse } from '../../../domain/outcome.ts';
import { ordinalBefore } from '../../../domain/period/ordinal.ts';
import { readPeriod } from '../../../domain/period/read-period.ts';
import type { Fields } from '../write-verb.ts';
import type { FieldReading } from './all.ts';
import { items, longest } from './text.ts';

const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** All dates of a milestone in one line, as an edit form fills them in: ①R元.8、②R元.10. */
export function printDates(dates: readonly DatedOccurrence[]): string {
  return dates.map(printOccurrence).join('、');
}

/**
 * The dates of the field `when`, parted by 、 , or lines, each with its ordinal ①. One that stands in `kept` as
 * written is taken over as it is: its year may come from a context that the form no longer has.
 */
export function readDates(
  fields: Fields,
  { kept, today }: { readonly kept: readonly DatedOccurrence[]; readonly today: CalendarDay },
): FieldReading<readonly DatedOccurrence[]> {
  const written = items(fields, { field: 'when', most: longest.date, separator: /[、，,\r\n]/ });
  if (!written.ok) return written;
  const dates: DatedOccurrence[] = [];
  for (const text of written.value) {
    const known = kept.find((each) => printOccurrence(each).trim() === text);
    const read = known === undefined ? readOccurrence(text, today) : accept(known);
    if (!read.ok) return read;
    dates.push(read.value);
  }
  return accept(dates);
}

function printOccurrence({ ordinal, period }: DatedOccurrence): string {
  return `${ordinal === null ? '' : mark(ordinal)}${period.text}`;
}

function mark(ordinal: number): string {
  return circled.charAt(ordinal - 1) || `第${ordinal}回 `;
}

function readOccurrence(text: string, today: CalendarDay): FieldReading<DatedOccurrence> {
  const [, counted = ''] = /^第 ?(\d{1,3}) ?回 ?/.exec(text) ?? [];
  const marked = ordinalBefore(text, 1);
  const ordinal = counted === '' ? marked : Number(counted);
  const rest = counted === '' ? text.slice(marked === null ? 0 : 1) : text.replace(/^第 ?\d{1,3} ?回 ?/, '');
  const read = readPeriod(rest.trim(), { today });
  return read.ok
    ? accept({ period: read.value, ordinal })
    : refuse({ field: 'when', kind: 'period', refusal: read.refusal });
}
