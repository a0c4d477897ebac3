import { addDays, addMonths, type CalendarDay, dayAt } from '../../domain/calendar-day.ts';
import type { Indicator, Observation, Value } from '../../domain/indicator.ts';
import { printTarget, printValue } from '../../domain/print-indicator.ts';
import { colours, type Drawing, type Label, label, type Rule, stack } from './drawing.ts';
import { emptyPicture } from './empty-picture.ts';
import { altOf, canvas, countsOf, headHeight, headOf, type Showing, underTitle } from './frame.ts';
import { wrap } from './measure.ts';
import { daysInto, lengthOf, type TimeScale, tickLabels, ticksOf, xOfDay } from './time-scale.ts';
import { timeWords } from './time-words.ts';
import { type ValueScale, valueScaleOf } from './value-scale.ts';
import { say } from './words.ts';

/** Points of one picture, the newest. */
export const mostPoints = 24;
/** Lines of the list beside it. */
const mostListed = 11;

const place = { left: 170, right: 790, list: 830, listWidth: 330 } as const;
const plot = { top: headHeight + 44, bottom: headHeight + 44 + 380 } as const;
const height = plot.bottom + 60;

/** An observation on the scale: the days for which it holds, and its height. */
interface Point {
  readonly observation: Observation;
  readonly first: CalendarDay;
  readonly last: CalendarDay;
  readonly value: number;
}

export interface CourseAsked {
  readonly project: { readonly number: number; readonly name: string };
  readonly indicator: Indicator;
}

/** What was observed of an indicator over time, each with the days for which it may hold, and its target. */
export function coursePicture({ project, indicator }: CourseAsked, showing: Showing): Drawing {
  const { language } = showing;
  const title = say(language, 'course', { name: indicator.name });
  const recorded = indicator.observations.slice(-mostPoints);
  if (recorded.length === 0) return emptyPicture(title, say(language, 'none_reported'));
  const values = valueScaleOf(indicator, recorded);
  const points = recorded.map(
    (observation): Point => ({
      observation,
      ...daysOf(observation),
      value: values.at(observation.value),
    }),
  );
  const scale = scaleOf(points);
  const target = printTarget(indicator);
  const rows = { rows: recorded, page: 1, pages: 1, from: 1, total: recorded.length };
  const head = `${say(language, 'project', project)}　${underTitle(showing, rows)}`;
  return {
    title,
    ...countsOf(rows),
    width: canvas.width,
    height,
    chart: chartOf(points, { scale, values }),
    labels: [
      ...headOf(title, head),
      label(say(language, 'legendCourse', { target }), {
        x: 40,
        y: headHeight,
        size: 17,
        colour: colours.faint,
      }),
      ...valueLabels(values),
      ...tickLabels(scale, { y: plot.bottom + 10, language, right: place.list - 10 }),
      ...listLabels(indicator, showing),
    ],
    rules: rulesOf(values, { scale, showing }),
    alt: altOf(
      `${title}: ${say(language, 'altCourse', { target })}`,
      sentencesOf(indicator, recorded, language),
      language,
    ),
  };
}

/** The days for which a value holds; without a time the day on which it entered the store. */
function daysOf({ asOf, source }: Observation): Pick<Point, 'first' | 'last'> {
  const entered = dayAt(source.recordedAt, 'Asia/Tokyo');
  const last = asOf?.last ?? asOf?.first ?? entered;
  return { first: asOf?.first ?? last, last };
}

/** All points in whole months, and some air beside them. */
function scaleOf(points: readonly Point[]): TimeScale {
  const days = points.flatMap(({ first, last }) => [first, last]).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('a scale of no points');
  const from = addMonths(addDays(first, 1 - Number(first.slice(8))), -1);
  const to = addDays(addMonths(addDays(last, 1 - Number(last.slice(8))), 2), -1);
  return { first: from, last: to, left: place.left, right: place.right };
}

function chartOf(
  points: readonly Point[],
  { scale, values }: { readonly scale: TimeScale; readonly values: ValueScale },
): Drawing['chart'] {
  const at = (day: CalendarDay) => daysInto(scale, day);
  const silent = { type: 'line', silent: true, symbol: 'none' } as const;
  return {
    grid: {
      left: place.left,
      width: place.right - place.left,
      top: plot.top,
      height: plot.bottom - plot.top,
      outerBoundsMode: 'none',
    },
    xAxis: { type: 'value', min: 0, max: lengthOf(scale), show: false },
    yAxis: { type: 'value', min: values.min, max: values.max, show: false },
    series: [
      ...points.map(({ first, last, value }) => ({
        ...silent,
        data: [
          [at(first), value],
          [at(last) + 1, value],
        ],
        lineStyle: { color: colours.open, width: 12, opacity: 0.28, cap: 'round' },
      })),
      {
        ...silent,
        data: points.map(({ last, value }) => [at(last) + 1, value]),
        lineStyle: { color: colours.open, width: 3 },
        itemStyle: { color: colours.open },
        symbol: 'circle',
        symbolSize: 13,
        showAllSymbol: true,
      },
    ],
  };
}

const yOf = (value: number, { min, max }: ValueScale): number =>
  plot.bottom - ((value - min) / (max - min)) * (plot.bottom - plot.top);

function valueLabels(values: ValueScale): readonly Label[] {
  return values.ticks.flatMap(({ value, name }) => {
    const [told = ''] = wrap(name, { size: 17, width: place.left - 50, lines: 1 });
    const y = yOf(value, values) - 12;
    return [label(told, { x: place.left - 12, y, size: 17, colour: colours.faint, align: 'right' })];
  });
}

function rulesOf(
  values: ValueScale,
  { scale, showing: { language } }: { readonly scale: TimeScale; readonly showing: Showing },
): readonly Rule[] {
  const across = (value: number, colour: string, dashed: boolean): Rule => {
    const y = yOf(value, values);
    return { x1: place.left, x2: place.right, y1: y, y2: y, colour, dashed };
  };
  const down = ticksOf(scale, language).map((day): Rule => {
    const x = xOfDay(scale, day);
    return { x1: x, x2: x, y1: plot.top, y2: plot.bottom, colour: colours.grid, dashed: false };
  });
  return [
    ...values.ticks.map(({ value }) => across(value, colours.grid, false)),
    ...down,
    ...(values.target === null ? [] : [across(values.target, colours.rule, true)]),
  ];
}

/** The numbers in a list beside the plot, the newest first: labels at the points would cross the line. */
function listLabels(indicator: Indicator, { language }: Showing): readonly Label[] {
  const { observations } = indicator;
  const newest = observations.slice(-mostListed).toReversed();
  const sized = { size: 19, width: place.listWidth, lines: 1 } as const;
  const lines = newest.flatMap((each) => wrap(lineOf(each, indicator, language), sized));
  const rest = observations.length - newest.length;
  const target = wrap(say(language, 'target_short', { target: printTarget(indicator) }), {
    ...sized,
    bold: true,
  });
  return [
    ...stack(target, { x: place.list, y: plot.top, size: 19, bold: true, colour: colours.rule }),
    ...stack([...lines, ...(rest > 0 ? [say(language, 'more', { count: rest })] : [])], {
      x: place.list,
      y: plot.top + 36,
      size: 19,
    }),
  ];
}

function lineOf({ asOf, value }: Observation, { unit }: Indicator, language: Showing['language']): string {
  return `${timeOf(asOf, language)}　${printValue(value, unit)}`;
}

function timeOf(asOf: Observation['asOf'], language: Showing['language']): string {
  return asOf === null ? say(language, 'timeless') : timeWords(asOf, language);
}

function sentencesOf(
  { unit }: Indicator,
  recorded: readonly Observation[],
  language: Showing['language'],
): readonly string[] {
  return recorded
    .toReversed()
    .map(({ asOf, value }: { asOf: Observation['asOf']; value: Value }) =>
      say(language, 'altObservation', { asOf: timeOf(asOf, language), value: printValue(value, unit) }),
    );
}
