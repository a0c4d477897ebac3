import { foldForTokens } from '../../text/tokens-fold.ts';
import type { SearchDocument } from '../documents.ts';
import { fieldsOf } from '../index/entry.ts';
import { type SearchWords, wordsKey } from './search-words.ts';

/** The words that only one of the lists holds, or that they read or divide in two ways; folded. */
export function changedTerms(before: SearchWords, after: SearchWords): readonly string[] {
  const [old, young] = [before, after].map(
    (each) => new Map(each.words.map((word) => [wordsKey({ words: [word], synonyms: [] }), word])),
  );
  const changed = [...(old ?? []), ...(young ?? [])].filter(([key]) => !(old?.has(key) && young?.has(key)));
  return changed.map(([, { written }]) => foldForTokens(written).text.trim());
}

/** Whether a text of the document holds one of the folded terms. */
export function holdsAny(document: SearchDocument, terms: readonly string[]): boolean {
  const texts = fieldsOf(document).map(({ text }) => foldForTokens(text).text);
  return terms.some((term) => term !== '' && texts.some((text) => text.includes(term)));
}
