import type { Indicator } from '../../domain/indicator.ts';
import type { ProjectSummary } from '../../domain/project.ts';
import { rateOf } from '../../domain/rate.ts';
import { colours, type Drawing, hatch, type Label, label, type Rule } from './drawing.ts';
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
import {
  altOfRow,
  axisHeight,
  foot,
  type IndicatorRow,
  longestRate,
  place,
  rowHeight,
  rowLabels,
  topOf,
} from './indicator-rows.ts';
import { say } from './words.ts';

/** Rows of one picture: more would be too small to read where Slack shows it. */
export const mostIndicators = 12;

/** What of the picture of indicators differs: whose they are. */
export interface IndicatorsAsked {
  readonly projects: readonly Pick<ProjectSummary, 'number' | 'name' | 'indicators'>[];
  /** Whether it is of all projects, so that each row names its own. */
  readonly ofAll: boolean;
}

/** Actual against target of each indicator, as bars to a line at 100 %. */
export function indicatorsPicture({ projects, ofAll }: IndicatorsAsked, showing: Showing): Drawing {
  const { language } = showing;
  const all = projects.flatMap(({ number, name, indicators }) =>
    indicators.map((indicator): IndicatorRow => ({ project: { number, name }, indicator })),
  );
  const shown = rowsOf(all, showing.page, mostIndicators);
  const title = titleOf({ projects, ofAll }, showing);
  if (all.length === 0) return emptyPicture(title, say(language, 'none'));
  const under = underTitle(showing, shown);
  const scale = scaleOf(shown.rows);
  return {
    title,
    ...countsOf(shown),
    width: canvas.width,
    height: headHeight + axisHeight + shown.rows.length * rowHeight + foot,
    chart: chartOf(shown.rows, scale),
    labels: [
      ...headOf(title, under),
      axisLabel(scale, language),
      ...shown.rows.flatMap((row, index) => rowLabels(row, { index, ofAll, showing })),
    ],
    rules: shown.rows.flatMap((row, index) => targetRule(row, { index, scale })),
    alt: altOf(
      altHead({ title, under }, language),
      shown.rows.map((row) => altOfRow(row, { ofAll, showing })),
      language,
    ),
  };
}

function titleOf({ projects, ofAll }: IndicatorsAsked, { language }: Showing): string {
  const [one] = projects;
  return ofAll || one === undefined
    ? say(language, 'indicatorsOfAll')
    : say(language, 'indicatorsOfOne', { number: one.number, name: one.name });
}

/** Per cent at the right end of the bars: 100, or as much as the longest needs. */
function scaleOf(rows: readonly IndicatorRow[]): number {
  const rates = rows.map(({ indicator }) => (rateOf(indicator)?.permille ?? 0) / 10);
  return Math.min(Math.max(100, ...rates), longestRate);
}

function chartOf(rows: readonly IndicatorRow[], scale: number): Drawing['chart'] {
  const data = rows.map(({ indicator }) => barOf(indicator));
  return {
    grid: {
      left: place.bar,
      width: place.barWidth,
      top: topOf(0),
      height: rows.length * rowHeight,
      outerBoundsMode: 'none',
    },
    xAxis: { type: 'value', min: 0, max: scale, show: false },
    yAxis: { type: 'category', inverse: true, data: rows.map((_, index) => String(index)), show: false },
    series: [
      // Where there is a rate, there is a track: a bar of 0 can be seen to be one.
      {
        ...bars(data.map(({ value }) => (value === null ? null : scale))),
        itemStyle: { color: colours.track },
      },
      { ...bars(data), barGap: '-100%', z: 3 },
    ],
  };
}

const bars = (data: readonly unknown[]) => ({ type: 'bar', barWidth: 40, silent: true, data });

/** Reached: full and dark. Not yet: another colour, hatched. */
function barOf(indicator: Indicator): { readonly value: number | null; readonly itemStyle: object } {
  const rate = rateOf(indicator);
  const value = rate === null ? null : Math.min(rate.permille / 10, longestRate);
  if (rate?.reached) return { value, itemStyle: { color: colours.reached } };
  return { value, itemStyle: { color: colours.open, decal: hatch } };
}

const xOfRate = (percent: number, scale: number): number => place.bar + (percent / scale) * place.barWidth;

function axisLabel(scale: number, language: Showing['language']): Label {
  const x = xOfRate(100, scale);
  return label(say(language, 'target'), {
    x,
    y: headHeight,
    size: 18,
    colour: colours.rule,
    align: 'middle',
  });
}

/** The line at 100 %, in the rows that have a bar only: elsewhere a state stands in its place. */
function targetRule(
  { indicator }: IndicatorRow,
  { index, scale }: { index: number; scale: number },
): readonly Rule[] {
  if (rateOf(indicator) === null) return [];
  const x = xOfRate(100, scale);
  const top = topOf(index);
  return [{ x1: x, x2: x, y1: top + 14, y2: top + rowHeight - 14, colour: colours.rule, dashed: false }];
}
