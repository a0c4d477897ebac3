import { type Morpheme, type Token, tokensOf } from '../text/tokens.ts';
import { foldForTokens } from '../text/tokens-fold.ts';
import { piecesOf } from '../text/tokens-pieces.ts';
import { plainMorphemes } from '../text/tokens-plain.ts';
import type { ListedTerms } from '../text/tokens-runs.ts';
import type { Dictionary } from './dictionary/dictionary.ts';

/** Who cut a text: the dictionary, or the simpler splitter in its place. */
export type Cutter = 'dictionary' | 'plain';

/** The tokens of one text, offsets into the folded text. */
export interface Cut {
  readonly tokens: readonly Token[];
  readonly by: Cutter;
}

/** What cuts texts into pieces with the help of a thread. */
export type Analyser = Pick<Dictionary, 'analyse' | 'isReady'>;

/** The analyser that is never there: everything is cut by the simpler splitter. */
export const noDictionary: Analyser = { isReady: () => false, analyse: async () => null };

/**
 * The tokens of each text; cut by the dictionary if it answers within `within` milliseconds, else by the simpler
 * splitter. Never rejects.
 */
export async function cutTexts(
  texts: readonly string[],
  { analyser, listed, within }: { analyser: Analyser; listed: ListedTerms; within: number },
): Promise<readonly Cut[]> {
  const folded = texts.map(foldForTokens);
  const pieces = folded.map(({ text }) => piecesOf(text));
  const analysed = await analyser.analyse(pieces.flat(), within);
  let at = 0;
  return folded.map((text, index) => {
    const mine = pieces[index] ?? [];
    const morphemes: readonly Morpheme[] =
      analysed?.slice(at, at + mine.length).flat() ?? mine.flatMap(plainMorphemes);
    at += mine.length;
    return { tokens: tokensOf(text, morphemes, listed), by: analysed === null ? 'plain' : 'dictionary' };
  });
}
