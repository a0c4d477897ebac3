import { isKana } from '../../text/reading.ts';
import type { Token } from '../../text/tokens.ts';
import type { SearchIndex } from '../index/search-index.ts';
import { type Alternative, sureness } from './alternative.ts';
import { resolveWord } from './resolve-word.ts';
import { splitKana } from './split-kana.ts';

/** A word of a question with all that it may be in the texts; without alternatives it is nowhere. */
export interface QueryWord {
  readonly written: string;
  readonly alternatives: readonly Alternative[];
  /** 1 for a word, less for what says little by itself; how much its absence counts against a text. */
  readonly share: number;
}

/** A piece of a question between blanks, cut into tokens. */
export interface Chunk {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** What each synonym stands for, cut into tokens; by its term. */
export type SynonymTokens = ReadonlyMap<string, readonly (readonly Token[])[]>;

/** More words than a person asks with; also the bits of a number. */
const mostWords = 30;

const shares: Readonly<Record<Token['kind'], number>> = {
  word: 1,
  part: 0.3,
  pair: 0,
  affix: 0.2,
  number: 0.5,
};
/** Two neighbours that stand together lift a text; apart they take nothing from it. */
const pairWeight = 0.7;

/** The words of a question. Words of hiragana that are nowhere are left out beside others: they are grammar. */
export function queryWords(
  index: SearchIndex,
  chunks: readonly Chunk[],
  synonyms: SynonymTokens,
): readonly QueryWord[] {
  const tokens = chunks.flatMap((chunk) => chunk.tokens).filter(({ kind }) => kind !== 'pair');
  const alone = chunks.length === 1 && tokens.length <= 1 && chunks[0]?.text.length === 1;
  const all = chunks.flatMap((chunk) => wordsOfChunk(chunk, { index, synonyms, alone }));
  const grammar = (word: QueryWord): boolean =>
    word.alternatives.length === 0 && /[\u3041-\u3096]/.test(word.written);
  const telling = all.filter((word) => !grammar(word));
  return (telling.length > 0 ? telling : all).slice(0, mostWords);
}

interface Surroundings {
  readonly index: SearchIndex;
  readonly synonyms: SynonymTokens;
  readonly alone: boolean;
}

function wordsOfChunk(chunk: Chunk, around: Surroundings): readonly QueryWord[] {
  const spoken = isKana(chunk.text) ? wordsOfKana(chunk, around) : [];
  if (spoken.length > 0) return spoken;
  const single = around.alone && chunk.tokens.length === 0 && !isKana(chunk.text);
  const tokens = single ? [{ term: chunk.text, kind: 'word' as const }] : chunk.tokens;
  return tokens.flatMap(({ term, kind }) => {
    const alternatives = alternativesOf(term, kind, around);
    const pieces = alternatives.length === 0 && kind === 'word' ? splitKana(around.index, term) : [];
    // Known words must make up all of it: the rest of a word is a syllable.
    if (pieces.join('') === term) return pieces.map((piece) => spokenWord(piece, around));
    return [{ written: term, alternatives, share: around.alone ? 1 : shares[kind] }];
  });
}

function spokenWord(written: string, around: Surroundings): QueryWord {
  return { written, alternatives: alternativesOf(written, 'word', around), share: 1 };
}

/** Kana is not cut by the dictionary, which knows it as little as we: the index does. */
function wordsOfKana({ text, tokens }: Chunk, around: Surroundings): readonly QueryWord[] {
  const isKatakana = !/[\u3041-\u3096]/.test(text);
  const known = isKatakana && tokens.some(({ term, kind }) => alternativesOf(term, kind, around).length > 0);
  if (known || (tokens.length === 0 && text.length < 3)) return [];
  return splitKana(around.index, text).map((word) => spokenWord(word, around));
}

function alternativesOf(
  term: string,
  kind: Token['kind'],
  { index, synonyms, alone }: Surroundings,
): readonly Alternative[] {
  if (kind === 'pair') return pairAlternatives(index, term);
  const own = kind === 'word' || alone ? resolveWord(index, term, { alone }) : exactAlternatives(index, term);
  const meant = (synonyms.get(term) ?? []).flatMap((tokens) => synonymAlternative(index, tokens));
  return [...own, ...meant];
}

function exactAlternatives(index: SearchIndex, term: string): readonly Alternative[] {
  const row = index.words.get(term);
  return row === undefined || !index.holds(row.postings) ? [] : [{ rows: [row], weight: sureness.exact }];
}

function pairAlternatives(index: SearchIndex, term: string): readonly Alternative[] {
  const rows = [index.pairs.get(term), index.words.get(term)];
  return rows.flatMap((row) =>
    row === undefined || !index.holds(row.postings) ? [] : [{ rows: [row], weight: pairWeight }],
  );
}

/** All words of what a synonym stands for, as far as they are somewhere. */
function synonymAlternative(index: SearchIndex, tokens: readonly Token[]): readonly Alternative[] {
  const rows = tokens
    .filter(({ kind }) => kind === 'word' || kind === 'pair')
    .flatMap(({ term, kind }) => (kind === 'pair' ? index.pairs : index.words).get(term) ?? [])
    .filter((row) => index.holds(row.postings));
  return rows.length === 0 ? [] : [{ rows, weight: sureness.synonym }];
}
