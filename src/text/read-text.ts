import { mostCharacters } from '../domain/limits.ts';
import { cleanLine } from './clean.ts';

/** Why a text is not taken as typed. */
type TextRefusal =
  /** Empty, or nothing but blanks and characters that do not show. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'too-long'; readonly most: number; readonly length: number }
  /** NUL and half characters (lone surrogates): no database keeps them. */
  | { readonly kind: 'unprintable' };

/** The text as it is kept, or why it is refused; shaped as Outcome. */
export type TextReading =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly refusal: TextRefusal };

/**
 * A person's text at the door: without the blanks around it (full-width ones, too), otherwise as typed. Markup,
 * mentions and direction marks stay: whatever shows the text makes them harmless. Counts characters, not UTF-16
 * units; `most` is 3,000 unless told.
 */
export function readText(typed: string, most: number = mostCharacters.text): TextReading {
  const text = typed.trim();
  // A far longer text is not counted character by character.
  const length = text.length > 2 * most ? text.length : Array.from(text).length;
  if (length > most) return { ok: false, refusal: { kind: 'too-long', most, length } };
  if (text.includes('\u0000') || /\p{Cs}/u.test(text)) return { ok: false, refusal: { kind: 'unprintable' } };
  if (cleanLine(text) === '') return { ok: false, refusal: { kind: 'missing' } };
  return { ok: true, value: text };
}

const closings: Readonly<Record<string, string>> = { ']': '[', '］': '［' };

/**
 * The figures in square brackets at the end of a line, as the table writes them, and the line without them:
 * `産業セミナーの開催 [64社、約120名参加]`. One pair of brackets is one figure, whatever commas are in it.
 */
export function readFigures(line: string): { readonly text: string; readonly figures: readonly string[] } {
  const figures: string[] = [];
  let text = line.trimEnd();
  for (let opened = openingOf(text); opened > 0; opened = openingOf(text)) {
    const figure = text.slice(opened + 1, -1).trim();
    if (figure === '') break;
    figures.unshift(figure);
    text = text.slice(0, opened).trimEnd();
  }
  return { text, figures };
}

/** Where the bracket opens that closes at the end of the text; -1 where none does. */
function openingOf(text: string): number {
  const opening = closings[text.at(-1) ?? ''];
  return opening === undefined ? -1 : text.lastIndexOf(opening);
}
