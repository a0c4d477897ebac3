import { createHash } from 'node:crypto';
import { foldForTokens } from '../../text/tokens-fold.ts';
import { type ListedTerms, listedIn } from '../../text/tokens-runs.ts';
import type { SearchDocument } from '../documents.ts';
import { fieldsOf, type IndexEntry } from './entry.ts';

/** Raised whenever the same texts would be cut otherwise: what an earlier program has kept is then not found. */
const format = 'kuromoji 0.1.2, 2';

type KeptTerm = readonly [term: string, reading: string | null, isPair: 0 | 1, weight: number];
type Kept = readonly [length: number, terms: readonly KeptTerm[]];

/**
 * The key under which the cuts of a document are kept: 22 characters that are others whenever its texts, or how the
 * word list cuts them, or the program is another. Its dates and its state do not matter.
 */
export function keyOf(document: SearchDocument, listed: ListedTerms): string {
  const fields = fieldsOf(document).map(({ field, text }) => [
    field,
    text,
    listedIn(foldForTokens(text).text, listed),
  ]);
  return createHash('sha256')
    .update(JSON.stringify([format, fields]))
    .digest('base64url')
    .slice(0, 22);
}

/** What the dictionary made of a document, as text. */
export function keptOf({ length, terms }: IndexEntry): string {
  const kept: Kept = [
    length,
    terms.map(({ term, reading, isPair, weight }) => [term, reading, isPair ? 1 : 0, weight]),
  ];
  return JSON.stringify(kept);
}

/** The entry of a document of which `kept` was kept under its key. */
export function entryFrom(document: SearchDocument, kept: string): IndexEntry {
  // Nobody but keptOf writes there.
  const [length, terms] = JSON.parse(kept) as Kept;
  return {
    document,
    length,
    by: 'dictionary',
    terms: terms.map(([term, reading, isPair, weight]) => ({ term, reading, isPair: isPair === 1, weight })),
  };
}
