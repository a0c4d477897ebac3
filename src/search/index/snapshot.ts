import type { SearchDocument } from '../documents.ts';
import type { Cutter } from '../tokeniser.ts';
import { SearchIndex } from './search-index.ts';

/** Raised whenever an index of the same texts would be another: then a snapshot is not taken back. */
const format = 1;

interface Header {
  readonly format: number;
  /** What the texts were cut with besides the dictionary: the word list. */
  readonly words: string;
  readonly documents: number;
  readonly terms: number;
}

type DocumentLine = readonly [document: SearchDocument, length: number, by: Cutter];
type TermLine = readonly [isPair: 0 | 1, term: string, reading: string | null, postings: number[]];

/**
 * The index as lines of JSON: a header, a line a document, a line a term. One by one, so that a large one need not
 * hold up the process; the index must not change before the last. `words` names the word list in force.
 */
export function* snapshotOf(index: SearchIndex, words: string): Generator<string> {
  index.compact();
  const header: Header = { format, words, documents: index.size, terms: index.words.size + index.pairs.size };
  yield JSON.stringify(header);
  for (let slot = 0; slot < index.slotCount; slot += 1) {
    const indexed = index.at(slot);
    if (indexed === null) continue;
    const line: DocumentLine = [indexed.document, indexed.length, indexed.by];
    yield JSON.stringify(line);
  }
  for (const [isPair, table] of [
    [0, index.words],
    [1, index.pairs],
  ] as const) {
    for (const { term, reading, postings } of table.rows()) {
      const line: TermLine = [isPair, term, reading, postings];
      yield JSON.stringify(line);
    }
  }
}

/**
 * The index that the lines hold; null where they are of another format or word list, or not whole. Whatever has
 * changed since then is put right by putting the projects again: what is the same is not cut again.
 */
export function restoreIndex(lines: Iterable<string>, words: string): SearchIndex | null {
  try {
    return restore(lines, words);
  } catch (problem) {
    // A file that was cut off is no surprise; whatever else is wrong is not ours to hide.
    if (problem instanceof SyntaxError) return null;
    throw problem;
  }
}

function restore(lines: Iterable<string>, words: string): SearchIndex | null {
  const index = new SearchIndex();
  let header: Header | null = null;
  let documents = 0;
  let terms = 0;
  for (const line of lines) {
    if (header === null) {
      header = JSON.parse(line) as Header;
      if (header.format !== format || header.words !== words) return null;
      [documents, terms] = [header.documents, header.terms];
    } else if (documents > 0) {
      const [document, length, by] = JSON.parse(line) as DocumentLine;
      index.restore({ document, length, by });
      documents -= 1;
    } else {
      const [isPair, term, reading, postings] = JSON.parse(line) as TermLine;
      (isPair === 1 ? index.pairs : index.words).restore({ term, reading, postings });
      terms -= 1;
    }
  }
  return header === null || documents > 0 || terms > 0 ? null : index;
}
