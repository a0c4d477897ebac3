import type { Indicator } from '../../domain/indicator.ts';
import { printIndicator, printTarget, printValue } from '../../domain/print-indicator.ts';
import type { ProjectSummary } from '../../domain/project.ts';
import { isReached, type Rate, rateOf } from '../../domain/rate.ts';
import { colours, type Drawing, type Label, label, type Rule, stack } from './drawing.ts';
import {
  altOf,
  canvas,
  countsOf,
  emptyLabels,
  headHeight,
  headOf,
  rowsOf,
  type Showing,
  underTitle,
} from './frame.ts';
import { wrap } from './measure.ts';
import { say } from './words.ts';

/** Rows of one picture: more would be too small to read where Slack shows it. */
export const mostIndicators = 12;

/** Columns and heights, in pixels. */
const place = { name: 40, nameWidth: 440, bar: 510, barWidth: 340, figures: 880, figuresWidth: 280 } as const;
const rowHeight = 104;
const axisHeight = 36;
const foot = 24;
/** A longer bar is cut here and says so; the figure beside it is whole. */
const longestRate = 200;

interface Row {
  readonly project: Pick<ProjectSummary, 'number' | 'name'>;
  readonly indicator: Indicator;
}

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
    indicators.map((indicator): Row => ({ project: { number, name }, indicator })),
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
      `${title}（${under}）: `,
      shown.rows.map((row) => altOfRow(row, { ofAll, showing })),
      language,
    ),
  };
}

/** A picture that says in a sentence why there is nothing to see. */
export function emptyPicture(title: string, sentence: string): Drawing {
  return {
    title,
    page: 1,
    pages: 1,
    total: 0,
    width: canvas.width,
    height: headHeight + 80,
    chart: {},
    labels: emptyLabels(title, sentence),
    rules: [],
    alt: `${title}: ${sentence}`,
  };
}

function titleOf({ projects, ofAll }: IndicatorsAsked, { language }: Showing): string {
  const [one] = projects;
  return ofAll || one === undefined
    ? say(language, 'indicatorsOfAll')
    : say(language, 'indicatorsOfOne', { number: one.number, name: one.name });
}

/** Per cent at the right end of the bars: 100, or as much as the longest needs. */
function scaleOf(rows: readonly Row[]): number {
  const rates = rows.map(({ indicator }) => (rateOf(indicator)?.permille ?? 0) / 10);
  return Math.min(Math.max(100, ...rates), longestRate);
}

const topOf = (index: number): number => headHeight + axisHeight + index * rowHeight;

function chartOf(rows: readonly Row[], scale: number): Drawing['chart'] {
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

/** Stripes of ECharts' decals, from lower left to upper right. */
export const hatch = {
  symbol: 'rect',
  color: 'rgba(255,255,255,0.45)',
  dashArrayX: [1, 0],
  dashArrayY: [3, 5],
  rotation: -Math.PI / 4,
} as const;

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
function targetRule({ indicator }: Row, { index, scale }: { index: number; scale: number }): readonly Rule[] {
  if (rateOf(indicator) === null) return [];
  const x = xOfRate(100, scale);
  const top = topOf(index);
  return [{ x1: x, x2: x, y1: top + 14, y2: top + rowHeight - 14, colour: colours.rule, dashed: false }];
}

interface RowPlace {
  readonly index: number;
  readonly ofAll: boolean;
  readonly showing: Showing;
}

function rowLabels(row: Row, { index, ofAll, showing }: RowPlace): readonly Label[] {
  const { indicator, project } = row;
  const { language } = showing;
  const top = topOf(index);
  const width = place.nameWidth;
  const names = wrap(indicator.name, { size: 21, width, lines: 2 });
  const above = ofAll ? wrap(say(language, 'project', { ...project }), { size: 16, width, lines: 1 }) : [];
  const height = above.length * 21 + names.length * 28;
  const y = top + Math.max(4, (rowHeight - height) / 2);
  const rate = rateOf(indicator);
  return [
    ...stack(above, { x: place.name, y, size: 16, colour: colours.faint }),
    ...stack(names, { x: place.name, y: y + above.length * 21, size: 21 }),
    ...(rate === null ? stateLabels(indicator, { top, language }) : cutMark(rate, top)),
    ...figureLabels(indicator, { top, language }),
  ];
}

/** A bar that goes on beyond the picture ends with an arrow. */
function cutMark({ permille }: Rate, top: number): readonly Label[] {
  if (permille <= longestRate * 10) return [];
  const x = place.bar + place.barWidth - 8;
  return [label('▶', { x, y: top + rowHeight / 2 - 12, size: 18, colour: '#ffffff', align: 'right' })];
}

/** What has no rate is said in words where the bar would stand. */
function stateLabels(
  indicator: Indicator,
  { top, language }: { top: number; language: Showing['language'] },
): readonly Label[] {
  const { current } = indicator;
  const told =
    current === null
      ? say(language, 'unobserved')
      : say(language, 'state', {
          actual: printValue(current.value, indicator.unit),
          target: printTarget(indicator),
        });
  const lines = wrap(told, { size: 21, width: place.barWidth, lines: 2 });
  return stack(lines, { x: place.bar, y: top + (rowHeight - lines.length * 28) / 2, size: 21 });
}

function figureLabels(
  indicator: Indicator,
  { top, language }: { top: number; language: Showing['language'] },
): readonly Label[] {
  const width = place.figuresWidth;
  const [figures = ''] = wrap(printIndicator(indicator), { size: 22, bold: true, width, lines: 1 });
  const reached = isReached(indicator);
  const colour = reached === true ? colours.reached : colours.text;
  const [told = ''] = wrap(toldOf(indicator, language), { size: 18, width, lines: 1 });
  const [asOf = ''] = wrap(asOfOf(indicator, language), { size: 17, width, lines: 1 });
  return [
    label(figures, { x: place.figures, y: top + 8, size: 22, bold: true }),
    label(told, { x: place.figures, y: top + 40, size: 18, bold: reached === true, colour }),
    label(asOf, { x: place.figures, y: top + 68, size: 17, colour: colours.faint }),
  ].filter(({ text }) => text !== '');
}

/** 86.9% 未達成. */
function toldOf(indicator: Indicator, language: Showing['language']): string {
  if (indicator.current === null) return '';
  const rate = rateOf(indicator);
  const reached = say(language, isReached(indicator) === true ? 'reached' : 'open');
  return rate === null ? reached : `${percentOf(rate)}% ${reached}`;
}

function asOfOf({ current }: Indicator, language: Showing['language']): string {
  if (current === null) return '';
  return current.asOf === null
    ? say(language, 'timeless')
    : say(language, 'asOf', { asOf: current.asOf.text.replace(/\s+/g, '') });
}

function percentOf({ permille }: Rate): string {
  return String(permille / 10);
}

/** The numbers of a row in a sentence. */
function altOfRow(
  { project, indicator }: Row,
  { ofAll, showing: { language } }: Pick<RowPlace, 'ofAll' | 'showing'>,
): string {
  const rate = rateOf(indicator);
  const told =
    indicator.current === null
      ? [say(language, 'unobserved')]
      : [
          ...(rate === null ? [] : [say(language, 'rate', { rate: percentOf(rate) })]),
          say(language, isReached(indicator) === true ? 'reached' : 'open').replace('✓ ', ''),
          asOfOf(indicator, language),
        ];
  const [name = ''] = wrap(indicator.name, { size: 10, width: 300, lines: 1 });
  return say(language, 'altIndicator', {
    place: ofAll ? say(language, 'altPlace', { number: project.number }) : '',
    name,
    figures: printIndicator(indicator),
    told: told.join(say(language, 'and')),
  });
}
