import type { CalendarDay } from '../../domain/calendar-day.ts';
import { printDay } from '../../domain/period/print-period.ts';
import type { Language } from '../../domain/person.ts';
import { colours, type Label, label, mostAlt, stack } from './drawing.ts';
import { wrap } from './measure.ts';
import { say } from './words.ts';

/** All pictures have one width: on a telephone they are shown at about a third of it. */
export const canvas = { width: 1_200, margin: 40 } as const;

/** How a picture is asked for, besides its facts. */
export interface Showing {
  readonly language: Language;
  readonly today: CalendarDay;
  /** From 1; a page behind the last is the last. */
  readonly page: number;
}

/** The rows of one picture, and where they stand among all. */
export interface PictureRows<Row> {
  readonly rows: readonly Row[];
  readonly page: number;
  readonly pages: number;
  readonly from: number;
  readonly total: number;
}

/** The rows of the page asked for. */
export function rowsOf<Row>(all: readonly Row[], wanted: number, most: number): PictureRows<Row> {
  const pages = Math.max(1, Math.ceil(all.length / most));
  const page = Math.min(Math.max(Math.trunc(wanted) || 1, 1), pages);
  const from = (page - 1) * most;
  return { rows: all.slice(from, from + most), page, pages, from: from + 1, total: all.length };
}

/** What a drawing tells of its rows. */
export function countsOf({ page, pages, total }: PictureRows<unknown>) {
  return { page, pages, total };
}

/** Title and day above a picture: labels that end above `headHeight`. */
export function headOf(title: string, below: string): readonly Label[] {
  const width = canvas.width - 2 * canvas.margin;
  const [line = ''] = wrap(title, { size: 30, bold: true, width, lines: 1 });
  const [under = ''] = wrap(below, { size: 19, width, lines: 1 });
  return [
    label(line, { x: canvas.margin, y: 26, size: 30, bold: true }),
    label(under, { x: canvas.margin, y: 72, size: 19, colour: colours.faint }),
  ];
}

export const headHeight = 110;

/** 令和2年8月24日（月）現在（1–12 / 45件）. */
export function underTitle({ language, today }: Showing, rows: PictureRows<unknown>): string {
  const day = printDay(today, { language, style: 'long' });
  const to = rows.from + rows.rows.length - 1;
  const counted = rows.pages === 1 ? '' : say(language, 'page', { from: rows.from, to, total: rows.total });
  return say(language, 'today', { day }) + counted;
}

/** 全プロジェクトの予定（令和2年8月24日（月）現在）: — how an alt text begins. */
export function altHead(
  { title, under }: { readonly title: string; readonly under: string },
  language: Showing['language'],
): string {
  return `${title}${say(language, 'aside', { what: under })}: `;
}

/** The picture of nothing: a title and a sentence. */
export function emptyLabels(title: string, sentence: string): readonly Label[] {
  return [...headOf(title, ''), ...stack([sentence], { x: canvas.margin, y: headHeight, size: 24 })];
}

/** The sentences in the length that Slack takes, with how many were left out. */
export function altOf(head: string, sentences: readonly string[], language: Showing['language']): string {
  let alt = head;
  for (const [index, sentence] of sentences.entries()) {
    const rest = say(language, 'more', { count: sentences.length - index });
    if (alt.length + sentence.length + rest.length > mostAlt) return alt + rest;
    alt += sentence;
  }
  return alt;
}
