import type { Token } from '../../text/tokens.ts';
import type { SearchDocument } from '../documents.ts';
import type { Cut, Cutter } from '../tokeniser.ts';

/** A document with what it is found by. */
export interface IndexEntry {
  readonly document: SearchDocument;
  readonly terms: readonly EntryTerm[];
  /** The words of its own text. */
  readonly length: number;
  readonly by: Cutter;
}

interface EntryTerm {
  readonly term: string;
  readonly reading: string | null;
  /** Of two neighbours written as one; kept apart from the words of the language. */
  readonly isPair: boolean;
  /** In eighths of a word of the text, 1–63. */
  readonly weight: number;
}

/** The heaviest that the postings can hold. */
const heaviest = 63;

/** In eighths: what a token of the text itself weighs, of another name, of the context. */
const weights = {
  text: { word: 8, part: 4, pair: 6, affix: 2, number: 4 },
  otherName: { word: 12, part: 6, pair: 8, affix: 2, number: 4 },
  context: { word: 2, part: 1, pair: 1, affix: 0, number: 1 },
} as const;

/** Where a text of a document stands. */
export type Field = keyof typeof weights;

/** The texts of a document with their places, its own first. */
export function fieldsOf({
  text,
  otherNames,
  context,
}: SearchDocument): readonly { readonly field: Field; readonly text: string }[] {
  return [
    { field: 'text', text },
    ...otherNames.map((name) => ({ field: 'otherName' as const, text: name })),
    ...context.map((said) => ({ field: 'context' as const, text: said })),
  ];
}

/** The entry of a document whose fields (see fieldsOf) were cut into `cuts`. */
export function entryOf(document: SearchDocument, cuts: readonly Cut[]): IndexEntry {
  const terms = new Map<string, EntryTerm>();
  const fields = fieldsOf(document);
  for (const [at, { tokens }] of cuts.entries()) {
    const field = fields[at]?.field ?? 'context';
    for (const token of tokens) add(terms, token, weights[field][token.kind]);
  }
  const own = cuts[0]?.tokens.filter(({ kind }) => kind === 'word') ?? [];
  const by = cuts.every((cut) => cut.by === 'dictionary') ? 'dictionary' : 'plain';
  return { document, terms: [...terms.values()], length: own.length, by };
}

function add(terms: Map<string, EntryTerm>, { term, reading, kind }: Token, weight: number): void {
  if (weight === 0) return;
  const isPair = kind === 'pair';
  const key = isPair ? `+${term}` : term;
  const before = terms.get(key);
  const sum = Math.min(heaviest, (before?.weight ?? 0) + weight);
  terms.set(key, { term, reading: before?.reading ?? reading, isPair, weight: sum });
}
