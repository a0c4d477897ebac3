import { ahead, type Standing } from '../../domain/agenda.ts';
import { addDays, addMonths, type CalendarDay } from '../../domain/calendar-day.ts';
import type { Milestone } from '../../domain/milestone.ts';
import type { Period } from '../../domain/period/period.ts';
import { colours, type Drawing, hatch, type Label, label, type Rule, stack } from './drawing.ts';
import { emptyPicture } from './empty-picture.ts';
import {
  altHead,
  altOf,
  canvas,
  countsOf,
  headHeight,
  headOf,
  rowsOf,
  type Showing,
  underTitle,
} from './frame.ts';
import { wrap } from './measure.ts';
import { daysInto, lengthOf, type TimeScale, tickLabels, ticksOf, xOfDay } from './time-scale.ts';
import { timeWords } from './time-words.ts';
import { say } from './words.ts';

/** Rows of one picture. */
export const mostEvents = 12;

const place = { name: 40, nameWidth: 470, left: 540, right: 1_160 } as const;
const rowHeight = 84;
/** The words for colours and patterns, the name of today, the names of months. */
const bands = { legend: headHeight - 8, today: headHeight + 26, ticks: headHeight + 50 } as const;
const top = headHeight + 82;
const foot = 24;
/** Nobody plans further in a picture; what reaches beyond is drawn to the edge. */
const farthest = { before: 12, behind: 36 } as const;

/** Whose events are drawn. */
export interface TimelineAsked {
  readonly projects: readonly {
    readonly number: number;
    readonly name: string;
    readonly milestones: readonly Milestone[];
  }[];
  readonly ofAll: boolean;
}

interface Row extends Standing {
  readonly project: { readonly number: number; readonly name: string };
}

/** What is coming, each with the band of days on which it may be: a day is narrow, 秋頃 is wide and hatched. */
export function timelinePicture({ projects, ofAll }: TimelineAsked, showing: Showing): Drawing {
  const { language, today } = showing;
  const coming = projects.flatMap(({ milestones, ...project }) =>
    ahead(milestones, today).map((standing): Row => ({ ...standing, project })),
  );
  const all = coming.filter(isPlaceable).toSorted((a, b) => compare(startOf(a), startOf(b)));
  const shown = rowsOf(all, showing.page, mostEvents);
  const title = titleOf({ projects, ofAll }, showing);
  const leftOut = leftOutOf({ count: coming.length - all.length, ofAll }, language);
  if (all.length === 0) return emptyPicture(title, [say(language, 'none'), ...leftOut].join(' '));
  const scale = scaleOf(shown.rows, today);
  const under = underTitle(showing, shown);
  const bottom = top + shown.rows.length * rowHeight;
  return {
    title,
    ...countsOf(shown),
    width: canvas.width,
    height: bottom + foot,
    chart: chartOf(shown.rows, scale),
    labels: [
      ...headOf(title, [under, ...leftOut].join('　')),
      label(say(language, 'legendTimeline'), {
        x: place.name,
        y: bands.legend,
        size: 17,
        colour: colours.faint,
      }),
      todayLabel(scale, showing),
      ...tickLabels(scale, { y: bands.ticks, language, right: canvas.width - 4 }),
      ...shown.rows.flatMap((row, index) => rowLabels(row, { y: top + index * rowHeight, ofAll, showing })),
    ],
    rules: rulesOf(scale, { bottom, showing }),
    alt: altOf(
      altHead({ title, under }, language) + leftOut.map((sentence) => `${sentence} `).join(''),
      shown.rows.map((row) => altOfRow(row, { ofAll, showing })),
      language,
    ),
  };
}

/** That something has no place in the picture. Summaries of all projects hold dated events only: those are uncounted. */
function leftOutOf(
  { count, ofAll }: { readonly count: number; readonly ofAll: boolean },
  language: Showing['language'],
): readonly string[] {
  if (ofAll) return [say(language, 'undatedOfAll')];
  return count === 0 ? [] : [say(language, 'undated', { count })];
}

/** What is without any day (適宜, 通年, no date at all) has no place on an axis of days. */
function isPlaceable({ when }: Row): boolean {
  return when !== null && (when.first !== null || when.last !== null);
}

function titleOf({ projects, ofAll }: TimelineAsked, { language }: Showing): string {
  const [one] = projects;
  return ofAll || one === undefined
    ? say(language, 'timelineOfAll')
    : say(language, 'timelineOfOne', { number: one.number, name: one.name });
}

function startOf({ when }: Row): string {
  return when?.first ?? when?.last ?? '9999';
}

function compare(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}

/** From the first day of the rows to the last, today among them, in whole months, and not beyond reason. */
function scaleOf(rows: readonly Row[], today: CalendarDay): TimeScale {
  const days = rows.flatMap(({ when }) => [when?.first ?? null, when?.last ?? null]);
  const known = [today, ...days.filter((day) => day !== null)].toSorted(compare);
  const earliest = addMonths(today, -farthest.before);
  const latest = addMonths(today, farthest.behind);
  const from = known.find((day) => day >= earliest) ?? today;
  const to = known.findLast((day) => day <= latest) ?? today;
  const first = addDays(from, 1 - Number(from.slice(8)));
  const last = addDays(addMonths(addDays(to, 1 - Number(to.slice(8))), 1), -1);
  return { first, last, left: place.left, right: place.right };
}

/** The days of a band within the scale: without a beginning from the edge or today on, without an end to the edge. */
function bandOf({ when }: Row, scale: TimeScale): { readonly start: number; readonly days: number } {
  const most = lengthOf(scale);
  const clip = (day: CalendarDay | null, otherwise: number) =>
    day === null ? otherwise : Math.min(Math.max(daysInto(scale, day), 0), most);
  const start = clip(when?.first ?? null, 0);
  const end = when?.last == null ? most : clip(addDays(when.last, 1), most);
  // A single day, or what lies before the picture, is still to be seen.
  const thin = most / 80;
  const days = Math.max(end - start, thin);
  return { start: Math.min(start, most - days), days };
}

/** Known to the day, or to a few days that were named. */
function isSharp(when: Period | null): boolean {
  return (when?.precision === 'day' || when?.precision === 'days') && !when.approximate;
}

function chartOf(rows: readonly Row[], scale: TimeScale): Drawing['chart'] {
  const placed = rows.map((row) => ({ row, ...bandOf(row, scale) }));
  return {
    grid: {
      left: scale.left,
      width: scale.right - scale.left,
      top,
      height: rows.length * rowHeight,
      outerBoundsMode: 'none',
    },
    xAxis: { type: 'value', min: 0, max: lengthOf(scale), show: false },
    yAxis: { type: 'category', inverse: true, data: rows.map((_, index) => String(index)), show: false },
    series: [
      { ...bars, data: placed.map(({ start }) => start), itemStyle: { color: 'transparent' } },
      { ...bars, data: placed.map(({ row, days }) => ({ value: days, itemStyle: styleOf(row) })) },
    ],
  };
}

const bars = { type: 'bar', stack: 'days', barWidth: 34, silent: true } as const;

function styleOf({ when, status }: Row) {
  const color = status === 'overdue' ? colours.late : isSharp(when) ? colours.open : colours.vague;
  return isSharp(when) ? { color } : { color, decal: hatch };
}

function todayLabel(scale: TimeScale, { today, language }: Showing): Label {
  const told = say(language, 'now');
  const made = label(told, {
    x: xOfDay(scale, today),
    y: bands.today,
    size: 17,
    bold: true,
    colour: colours.rule,
    align: 'middle',
  });
  return { ...made, x: Math.min(made.x, canvas.width - made.width - 4) };
}

function rulesOf(
  scale: TimeScale,
  { bottom, showing: { today, language } }: { bottom: number; showing: Showing },
): readonly Rule[] {
  const grid = ticksOf(scale, language).map((day) => vertical(xOfDay(scale, day), bottom, colours.grid));
  return [...grid, { ...vertical(xOfDay(scale, today), bottom, colours.rule), dashed: true }];
}

function vertical(x: number, bottom: number, colour: string): Rule {
  return { x1: x, x2: x, y1: top - 4, y2: bottom, colour, dashed: false };
}

function rowLabels(
  row: Row,
  { y, ofAll, showing }: { y: number; ofAll: boolean; showing: Showing },
): readonly Label[] {
  const width = place.nameWidth;
  const sized = { size: 19, width };
  const [date = ''] = wrap(dateOf(row, { ofAll, showing }), { size: 17, bold: true, width, lines: 1 });
  const late = row.status === 'overdue';
  const colour = late ? colours.late : colours.text;
  return [
    label(date, { x: place.name, y: y + 2, size: 17, bold: true, colour }),
    ...stack(wrap(whatOf(row), { ...sized, lines: 2 }), { x: place.name, y: y + 26, size: sized.size }),
  ];
}

/** 8番 R2.11下旬（期日経過・報告待ち）. */
function dateOf(row: Row, { ofAll, showing: { language } }: { ofAll: boolean; showing: Showing }): string {
  const number = ofAll ? say(language, 'altPlace', { number: row.project.number }) : '';
  const time = row.when === null ? '' : timeWords(row.when, language);
  return `${number}${time}${statusOf(row, language)}`;
}

function statusOf({ status }: Row, language: Showing['language']): string {
  if (status !== 'overdue' && status !== 'due' && status !== 'ongoing') return '';
  return say(language, 'aside', { what: say(language, status) });
}

/** The text without the date at its beginning, which stands above it, or which it had before it moved. */
function whatOf({ when, milestone: { text, firstPlanned } }: Row): string {
  const date = [when?.text ?? '', firstPlanned?.text ?? ''].find(
    (each) => each !== '' && text.startsWith(each),
  );
  return date === undefined ? text : text.slice(date.length).trimStart();
}

function altOfRow(row: Row, { ofAll, showing }: { ofAll: boolean; showing: Showing }): string {
  const [what = ''] = wrap(whatOf(row), { size: 10, width: 400, lines: 1 });
  return say(showing.language, 'altEvent', { when: dateOf(row, { ofAll, showing }), what, status: '' });
}
