import { cleanLine } from '../../text/clean.ts';

/** A text in a picture: what it says and how large. */
export interface Sized {
  /** Pixels of an em. */
  readonly size: number;
  readonly bold?: boolean;
}

/** Ems of the widest letters of Noto Sans JP in each group; everything that is not ASCII is a full em wide. */
const narrow: readonly (readonly [RegExp, number])[] = [
  // Marks and variation selectors stand on the letter before them.
  [/\p{M}/u, 0],
  [/[ ',.:;|!il]/, 0.33],
  [/[IJ()[\]{}"*/\\`fjrt-]/, 0.46],
  [/[MWm@%w]/, 0.97],
  [/[A-Z&+<=>~^#]/, 0.76],
  [/[ -~]/, 0.64],
  [/[｡-ﾟ]/, 0.6],
];

/** How wide the text is at most, in pixels. Rather too much: what fits by this fits in the picture. */
export function widthOf(text: string, sized: Sized): number {
  return pixels(emsOf(text), sized);
}

const known = new Map<string, number>();

/** The same characters come again and again: each is looked up in the groups once. */
function emsOf(text: string): number {
  let ems = 0;
  for (const character of text) {
    const width = known.get(character) ?? narrow.find(([group]) => group.test(character))?.[1] ?? 1;
    if (known.size < mostKnown) known.set(character, width);
    ems += width;
  }
  return ems;
}

const mostKnown = 10_000;

function pixels(ems: number, { size, bold = false }: Sized): number {
  return Math.ceil(ems * size * (bold ? 1.04 : 1));
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/**
 * The text in at most `lines` lines of `width` pixels; what does not fit ends with an ellipsis. What people see as one
 * character is never cut; a word in Latin letters is, since a line may be shorter than it.
 */
export function wrap(
  text: string,
  { width, lines, ...sized }: Sized & { readonly width: number; readonly lines: number },
): readonly string[] {
  const wrapped: string[] = [];
  let [line, ems] = ['', 0];
  for (const { segment } of segmenter.segment(cleanLine(text))) {
    ems += emsOf(segment);
    if (pixels(ems, sized) <= width) {
      line += segment;
      continue;
    }
    if (wrapped.length === lines - 1) return [...wrapped, withEllipsis(line, width, sized)];
    wrapped.push(line.trimEnd());
    line = segment.trimStart();
    ems = emsOf(line);
  }
  return line === '' && wrapped.length > 0 ? wrapped : [...wrapped, line];
}

function withEllipsis(line: string, width: number, sized: Sized): string {
  const characters = [...segmenter.segment(line)].map(({ segment }) => segment);
  while (characters.length > 0 && widthOf(`${characters.join('')}…`, sized) > width) characters.pop();
  return `${characters.join('')}…`;
}
