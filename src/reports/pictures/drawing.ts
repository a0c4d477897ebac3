import { type Sized, widthOf } from './measure.ts';

/**
 * A picture before it is drawn: plain data that a thread can be handed. Labels and lines are laid out here and not by
 * the library that draws, so that a test can see that none crosses another.
 */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** What the library draws: bars, points, axes. Without functions. */
  readonly chart: Readonly<Record<string, unknown>>;
  readonly labels: readonly Label[];
  /** Straight lines over the bars: targets, today. */
  readonly rules: readonly Rule[];
  /** The numbers of the picture in words, at most 1,000 characters. */
  readonly alt: string;
  readonly title: string;
  /** Which page of how many it is, and how many rows there are on all. */
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

/** A text at its place; `x` and `y` are the upper left corner of its box. */
export interface Label extends Sized {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
}

/** A horizontal or vertical line. */
export interface Rule {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly colour: string;
  readonly dashed: boolean;
}

/** A rectangle in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Slack takes so many characters of `alt_txt` with a file (of an image block 2,000); a longer one refuses the file. */
export const mostAlt = 1_000;

/** Dark enough on white for small text (WCAG AA); bars differ by pattern and words as well. */
export const colours = {
  text: '#1d1c1d',
  faint: '#5c5c5c',
  reached: '#1f6b4f',
  open: '#2f5f9e',
  late: '#a3341f',
  vague: '#7a5ea8',
  track: '#e9ecef',
  rule: '#b3261e',
  grid: '#d5d8dc',
} as const;

const lineHeight = 1.3;

/** A text whose box begins at `x` (`right`: ends there, `middle`: is centred there). */
export function label(
  text: string,
  at: Sized & {
    readonly x: number;
    readonly y: number;
    readonly colour?: string;
    readonly align?: 'left' | 'middle' | 'right';
  },
): Label {
  const { x, y, align = 'left', colour = colours.text, size, bold = false } = at;
  const width = widthOf(text, { size, bold });
  const left = { left: x, middle: x - width / 2, right: x - width }[align];
  return { text, x: left, y, width, height: Math.ceil(size * lineHeight), size, bold, colour };
}

/** The texts as lines below one another. */
export function stack(
  texts: readonly string[],
  at: Sized & { readonly x: number; readonly y: number; readonly colour?: string },
): readonly Label[] {
  return texts.map((text, index) =>
    label(text, { ...at, y: at.y + index * Math.ceil(at.size * lineHeight) }),
  );
}

/** Whether two boxes have area in common. */
export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** What the thread hands to the library: the chart with labels and rules as its graphics. */
export function optionOf({ chart, labels, rules }: Drawing): Readonly<Record<string, unknown>> {
  return {
    ...chart,
    animation: false,
    backgroundColor: '#ffffff',
    graphic: [...rules.map(ruleGraphic), ...labels.map(labelGraphic)],
  };
}

function ruleGraphic({ x1, y1, x2, y2, colour, dashed }: Rule) {
  return {
    type: 'line',
    // The grid lies below bars and points, a target above them.
    z: colour === colours.grid ? 0 : 50,
    silent: true,
    shape: { x1, y1, x2, y2 },
    style: { stroke: colour, lineWidth: 2, lineDash: dashed ? [6, 5] : null },
  };
}

function labelGraphic({ text, x, y, size, bold, colour }: Label) {
  return {
    type: 'text',
    z: 60,
    silent: true,
    style: {
      text,
      x,
      y,
      fill: colour,
      fontSize: size,
      fontFamily: 'Noto Sans JP',
      fontWeight: bold ? 700 : 400,
      textAlign: 'left',
      textVerticalAlign: 'top',
    },
  };
}

/** Stripes of ECharts' decals, from lower left to upper right. */
export const hatch = {
  symbol: 'rect',
  color: 'rgba(255,255,255,0.45)',
  dashArrayX: [1, 0],
  dashArrayY: [3, 5],
  rotation: -Math.PI / 4,
} as const;
