import type { ListedTerms } from '../../text/tokens-runs.ts';
import type { SearchDocument } from '../documents.ts';
import type { SearchStore } from '../ports.ts';
import { type Analyser, type Cut, cutTexts } from '../tokeniser.ts';
import { entryOf, fieldsOf, type IndexEntry } from './entry.ts';
import { entryFrom, keptOf, keyOf } from './kept-entry.ts';

/** Where cuts are kept, so that the dictionary is asked once for each text. */
export type KeptCuts = Pick<SearchStore, 'readCuts' | 'writeCuts' | 'keepCuts' | 'countCuts'>;

export interface MakerOptions {
  readonly analyser: Analyser;
  /** Without it everything is cut at every start. */
  readonly kept?: KeptCuts;
  /** Called with why cuts could not be kept: they are made again at the next start. */
  readonly onUnkept?: (problem: unknown) => void;
}

/** Milliseconds that the dictionary has for some texts of the store. */
const storeTime = 30_000;
/** Texts in one request: a question waits for no more than them. */
const textsAtOnce = 40;
/** Lines that are taken in without letting others have their turn. */
const linesAtOnce = 200;
/** So many cuts more than lines are not worth a walk over all. */
const fewUnused = 1_000;

/** Makes entries of documents: of what was kept, else by cutting, and keeps what the dictionary has cut. */
export class EntryMaker {
  readonly #analyser: Analyser;
  readonly #kept: KeptCuts | null;
  readonly #onUnkept: (problem: unknown) => void;
  #keeping: Promise<unknown> = Promise.resolve();

  constructor({ analyser, kept, onUnkept }: MakerOptions) {
    this.#analyser = analyser;
    this.#kept = kept ?? null;
    this.#onUnkept = onUnkept ?? (() => {});
  }

  /** The entries of the documents, in order. Rejects where what is kept cannot be read. */
  async entriesOf(documents: readonly SearchDocument[], listed: ListedTerms): Promise<readonly IndexEntry[]> {
    const entries: IndexEntry[] = [];
    for (const some of slices(documents, linesAtOnce)) {
      const made = this.#kept === null ? this.#cutDocuments(some, listed) : this.#keptOrCut(some, listed);
      entries.push(...(await made));
      await nextTurn();
    }
    return entries;
  }

  /** The tokens of the texts, in order. */
  async cut(texts: readonly string[], listed: ListedTerms): Promise<readonly Cut[]> {
    const cut = (some: readonly string[] | undefined) =>
      some && cutTexts(some, { analyser: this.#analyser, listed, within: storeTime });
    const all = slices(texts, textsAtOnce);
    const cuts: Cut[] = [];
    // The thread has the next texts while we look at what it made of these.
    let next = cut(all[0]);
    for (let at = 1; next !== undefined; at += 1) {
      const current = next;
      next = cut(all[at]);
      cuts.push(...(await current));
    }
    return cuts;
  }

  /** Resolves when what was cut has been kept, or could not be. */
  async settled(): Promise<void> {
    await this.#keeping;
  }

  /** Forgets what is kept of other documents, where that is most of it. */
  async tidy(documents: readonly SearchDocument[], listed: ListedTerms): Promise<void> {
    if (this.#kept === null) return;
    if ((await this.#kept.countCuts()) < 2 * documents.length + fewUnused) return;
    const keys = new Set<string>();
    for (const some of slices(documents, linesAtOnce)) {
      for (const document of some) keys.add(keyOf(document, listed));
      await nextTurn();
    }
    await this.#kept.keepCuts(keys);
  }

  async #keptOrCut(
    documents: readonly SearchDocument[],
    listed: ListedTerms,
  ): Promise<readonly IndexEntry[]> {
    const keyed = documents.map((document) => ({ document, key: keyOf(document, listed) }));
    const kept = (await this.#kept?.readCuts(keyed.map(({ key }) => key))) ?? new Map<string, string>();
    const missing = keyed.filter(({ key }) => !kept.has(key));
    const cut = await this.#cutDocuments(
      missing.map(({ document }) => document),
      listed,
    );
    const made = new Map(cut.map((entry, at) => [missing[at]?.key ?? '', entry] as const));
    this.#keep(made);
    return keyed.flatMap(({ document, key }) => {
      const text = kept.get(key);
      const entry = text === undefined ? made.get(key) : entryFrom(document, text);
      return entry === undefined ? [] : [{ ...entry, document }];
    });
  }

  #keep(made: ReadonlyMap<string, IndexEntry>): void {
    const byDictionary = [...made].filter(([, { by }]) => by === 'dictionary');
    if (byDictionary.length === 0) return;
    const cuts = new Map(byDictionary.map(([key, entry]) => [key, keptOf(entry)]));
    this.#keeping = this.#keeping.then(() => this.#kept?.writeCuts(cuts)).catch(this.#onUnkept);
  }

  async #cutDocuments(
    documents: readonly SearchDocument[],
    listed: ListedTerms,
  ): Promise<readonly IndexEntry[]> {
    const fields = documents.map((document) => fieldsOf(document).map(({ text }) => text));
    // What several lines stand under is cut once.
    const texts = [...new Set(fields.flat())];
    const cuts = await this.cut(texts, listed);
    const cutOf = new Map(texts.map((text, at) => [text, cuts[at]] as const));
    return documents.map((document, index) =>
      entryOf(document, fields[index]?.map((text) => cutOf.get(text) ?? nothing) ?? []),
    );
  }
}

const nothing: Cut = { tokens: [], by: 'plain' };

function slices<Item>(items: readonly Item[], most: number): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / most);
  return Array.from({ length: count }, (_, at) => items.slice(at * most, (at + 1) * most));
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
