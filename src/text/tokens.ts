import { foldReading } from './reading.ts';
import type { FoldedText } from './tokens-fold.ts';
import { knownRuns, type ListedTerms, type Run } from './tokens-runs.ts';

/** A piece of a text as a dictionary cuts it; the surfaces of all joined are the text. */
export interface Morpheme {
  readonly surface: string;
  /** 遅れる for 遅れ; the surface where none is known. */
  readonly base: string;
  /** In katakana; null where none is known. */
  readonly reading: string | null;
  /** `affix`: 率, 新, 駅, which say little alone. `other`: particles, signs, words that say nothing. */
  readonly kind: 'noun' | 'verb' | 'affix' | 'number' | 'other';
}

/** What a text is found by. */
export interface Token {
  readonly term: string;
  /** Folded; null where none is known. */
  readonly reading: string | null;
  /**
   * `word` stands by itself; `part` is inside a word; `pair` is two neighbours written as one (調整会議); an affix
   * or number says little alone.
   */
  readonly kind: 'word' | 'part' | 'pair' | 'affix' | 'number';
  /** Offsets into the folded text. */
  readonly start: number;
  readonly end: number;
}

/**
 * The tokens of a folded text that was cut into `morphemes`. Where a listed word, a Latin word or a katakana word
 * stands, it counts as one word and the dictionary's cuts in it as its parts at most: ユニコーン, 5g, 産学公金.
 */
export function tokensOf(
  { text }: FoldedText,
  morphemes: readonly Morpheme[],
  listed: ListedTerms,
): readonly Token[] {
  const laid = lay(morphemes);
  const runs = knownRuns(text, listed);
  const units = [...runs.map(unitOfRun), ...laid.filter((unit) => !runs.some((run) => overlaps(unit, run)))];
  units.sort((a, b) => a.start - b.start);
  const parts = runs.flatMap((run) => [
    ...run.parts,
    ...(run.kind === 'katakana' ? laid.filter((unit) => isPart(unit, run)).map(asPart) : []),
  ]);
  return [...units.flatMap(({ token }) => (token === null ? [] : [token])), ...parts, ...pairsOf(units)];
}

interface Unit {
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly token: Token | null;
}

function lay(morphemes: readonly Morpheme[]): readonly Unit[] {
  let end = 0;
  return morphemes.map((morpheme) => {
    const { surface } = morpheme;
    const start = end;
    end += surface.length;
    const said = saidBy(morpheme);
    if (said === null) return { start, end, surface, token: null };
    return { start, end, surface, token: { start, end, ...said } };
  });
}

type Said = Pick<Token, 'term' | 'reading' | 'kind'>;

/** A dictionary gives the same word for every place where it stands: it is looked at once. */
const known = new WeakMap<Morpheme, Said | null>();

function saidBy(morpheme: Morpheme): Said | null {
  const before = known.get(morpheme);
  if (before !== undefined) return before;
  const { surface, base, reading, kind } = morpheme;
  const says = kind !== 'other' && !saysNothing.has(base) && /[\p{L}\p{N}]/u.test(surface);
  const tokenKind = kind === 'noun' || kind === 'verb' ? 'word' : kind;
  const said: Said | null =
    !says || tokenKind === 'other'
      ? null
      : { term: base, reading: reading === null ? null : foldReading(reading), kind: tokenKind };
  known.set(morpheme, said);
  return said;
}

/** Words that stand everywhere, and those with which a question is put. */
const saysNothing = new Set(
  'する なる ある いる できる やる くる いく 行う 行なう 向ける 係る 関する 応じる 伴う 知る 見る 教える ください もの こと 等 他 及び'.split(
    ' ',
  ),
);

function unitOfRun({ start, end, term, reading, kind }: Run): Unit {
  const tokenKind = /^[\d.,%]+$/.test(term) ? 'number' : 'word';
  const own = reading ?? (kind === 'katakana' ? foldReading(term) : null);
  return { start, end, surface: term, token: { start, end, term, reading: own, kind: tokenKind } };
}

function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

/** A word that the dictionary knows inside a katakana word; of two letters it would be a syllable. */
function isPart({ start, end, token }: Unit, run: Run): boolean {
  const inside = start >= run.start && end <= run.end && end - start < run.end - run.start;
  return inside && token !== null && token.reading !== null && end - start >= 3;
}

function asPart({ start, end, token }: Unit): Token {
  return { start, end, term: token?.term ?? '', reading: token?.reading ?? null, kind: 'part' };
}

/** Neighbours without anything between them, as one: 増加額, 調整会議, 共同輸送. */
function pairsOf(units: readonly Unit[]): readonly Token[] {
  return units.flatMap((unit, at) => {
    const next = units[at + 1];
    if (next === undefined) return [];
    const after = units[at + 2];
    if (next.surface === '・' && after !== undefined)
      return isForeign(unit) && isForeign(after) ? [pairOf(unit, after)] : [];
    return next.start === unit.end && joins(unit.token) && joins(next.token) ? [pairOf(unit, next)] : [];
  });
}

function pairOf(one: Unit, other: Unit): Token {
  const readings = [one.token?.reading, other.token?.reading];
  const reading = readings.every((each) => typeof each === 'string') ? readings.join('') : null;
  return { start: one.start, end: other.end, term: one.surface + other.surface, reading, kind: 'pair' };
}

/** The point in ユニコーン・プログラム is left out as often as not. */
function isForeign({ surface }: Unit): boolean {
  return /^[ァ-ヺー]+$/.test(surface);
}

function joins(token: Token | null): boolean {
  return token !== null && token.kind !== 'number';
}
