import type { Indicator } from '../../domain/indicator.ts';
import { printIndicator, printTarget, printValue } from '../../domain/print-indicator.ts';
import type { ProjectSummary } from '../../domain/project.ts';
import { isReached, type Rate, rateOf } from '../../domain/rate.ts';
import { colours, type Label, label, stack } from './drawing.ts';
import { headHeight, type Showing } from './frame.ts';
import { widthOf, wrap } from './measure.ts';
import { timeWords } from './time-words.ts';
import { say } from './words.ts';

/** Columns and heights, in pixels. */
export const place = {
  name: 40,
  nameWidth: 440,
  bar: 510,
  barWidth: 340,
  figures: 880,
  figuresWidth: 280,
} as const;
export const rowHeight = 104;
export const axisHeight = 36;
export const foot = 24;
/** A longer bar is cut here and says so; the figure beside it is whole. */
export const longestRate = 200;

/** A row of a picture of indicators. */
export interface IndicatorRow {
  readonly project: Pick<ProjectSummary, 'number' | 'name'>;
  readonly indicator: Indicator;
}

/** Where a row begins, in pixels. */
export const topOf = (index: number): number => headHeight + axisHeight + index * rowHeight;

/** Which row it is, and how it is shown. */
export interface RowPlace {
  readonly index: number;
  readonly ofAll: boolean;
  readonly showing: Showing;
}

/** Name, figures, and what stands in place of a bar. */
export function rowLabels(row: IndicatorRow, { index, ofAll, showing }: RowPlace): readonly Label[] {
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
  const figures = fitted(printIndicator(indicator), width);
  const reached = isReached(indicator);
  const colour = reached === true ? colours.reached : colours.text;
  const [told = ''] = wrap(toldOf(indicator, language), { size: 18, width, lines: 1 });
  const [asOf = ''] = wrap(asOfOf(indicator, language), { size: 17, width, lines: 1 });
  return [
    label(figures.text, { x: place.figures, y: top + 8, size: figures.size, bold: true }),
    label(told, { x: place.figures, y: top + 40, size: 18, bold: reached === true, colour }),
    label(asOf, { x: place.figures, y: top + 68, size: 17, colour: colours.faint }),
  ].filter(({ text }) => text !== '');
}

/** A number is never cut: a long one is written smaller, and only one that is hopeless ends with an ellipsis. */
function fitted(text: string, width: number): { readonly text: string; readonly size: number } {
  const size = [22, 19, 16, 13, 11].find((each) => widthOf(text, { size: each, bold: true }) <= width);
  if (size !== undefined) return { text, size };
  const [cut = ''] = wrap(text, { size: 11, bold: true, width, lines: 1 });
  return { text: cut, size: 11 };
}

/** 86.9% 目標未達成. */
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
    : say(language, 'asOf', { asOf: timeWords(current.asOf, language) });
}

function percentOf({ permille }: Rate): string {
  return String(permille / 10);
}

/** The numbers of a row in a sentence. */
export function altOfRow(
  { project, indicator }: IndicatorRow,
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
