import type { Project } from '../domain/project.ts';
import { foldForTokens } from '../text/tokens-fold.ts';
import { type ListedTerms, listedTerms } from '../text/tokens-runs.ts';
import { type Page, type SearchAnswer, search } from './answer.ts';
import { documentsOf, type SearchDocument } from './documents.ts';
import { entryOf, fieldsOf, type IndexEntry } from './index/entry.ts';
import { type IndexedDocument, SearchIndex } from './index/search-index.ts';
import { restoreIndex, snapshotOf } from './index/snapshot.ts';
import type { Question } from './question/question.ts';
import type { SynonymTokens } from './resolve/query-word.ts';
import { type Analyser, type Cut, cutTexts } from './tokeniser.ts';
import { type SearchWords, type SearchWordsReader, wordsKey } from './words/search-words.ts';

/** The search over everything in the store. Changes are taken one after the other, questions at any time. */
export interface SearchEngine {
  /** Takes the project in, or what of it has changed. Resolves when questions see it. */
  readonly put: (project: Project) => Promise<void>;
  readonly remove: (projectNumber: number) => Promise<void>;
  /** Takes the word list and the synonyms as they are now into force. Rejects as their reader does. */
  readonly reloadWords: () => Promise<void>;
  /** Cuts again what the simpler splitter has cut: for when the dictionary has loaded. */
  readonly recut: () => Promise<void>;
  /** Never rejects for a text, whatever it holds. */
  readonly find: (question: Question, page: Page) => Promise<SearchAnswer>;
  /** The index as lines, to be kept and handed in at the next start. Waits for changes, and they for it. */
  readonly snapshot: () => Promise<readonly string[]>;
  /** How many lines may be found. */
  readonly size: () => number;
}

export interface SearchOptions {
  readonly analyser: Analyser;
  readonly words: SearchWordsReader;
  /** What `snapshot` gave; of no use with another word list. */
  readonly snapshot?: Iterable<string>;
}

/** Milliseconds that the dictionary has for a question, and for some texts of the store. */
const questionTime = 500;
const storeTime = 30_000;
/** Texts in one request: a question waits for no more than them. */
const textsAtOnce = 40;
const linesAtOnce = 500;

/** An engine over nothing, or over what the snapshot holds. Rejects where the words cannot be read. */
export async function openSearch(options: SearchOptions): Promise<SearchEngine> {
  const words = await options.words.readSearchWords();
  const index = restoreIndex(options.snapshot ?? [], wordsKey(words)) ?? new SearchIndex();
  const engine = new Engine(options, { index, words });
  await engine.prepare();
  return engine;
}

class Engine implements SearchEngine {
  readonly #analyser: Analyser;
  readonly #reader: SearchWordsReader;
  readonly #index: SearchIndex;
  #words: SearchWords;
  #listed: ListedTerms;
  #listedAndSynonyms: ListedTerms;
  #synonyms: SynonymTokens = new Map();
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    { analyser, words: reader }: SearchOptions,
    { index, words }: { index: SearchIndex; words: SearchWords },
  ) {
    this.#analyser = analyser;
    this.#reader = reader;
    this.#index = index;
    this.#words = words;
    this.#listed = listedTerms(words.words);
    this.#listedAndSynonyms = withSynonyms(words);
  }

  /** Cuts what the synonyms stand for. */
  async prepare(): Promise<void> {
    const targets = this.#words.synonyms.flatMap(({ from, to }) => to.map((text) => ({ from, text })));
    const cuts = await this.#cut(
      targets.map(({ text }) => text),
      this.#listed,
    );
    const synonyms = new Map<string, Cut['tokens'][]>();
    for (const [at, { from }] of targets.entries()) {
      const term = foldForTokens(from).text;
      synonyms.set(term, [...(synonyms.get(term) ?? []), cuts[at]?.tokens ?? []]);
    }
    this.#synonyms = synonyms;
  }

  readonly put: SearchEngine['put'] = (project) =>
    this.#inTurn(async () => {
      const documents = documentsOf(project);
      const before = new Map(
        this.#indexed(project.number).map((indexed) => [indexed.document.id, indexed] as const),
      );
      const isSame = (document: SearchDocument): boolean => {
        const old = before.get(document.id);
        return old !== undefined && !this.#isStale(old) && isAlike(old.document, document);
      };
      const same = new Set(documents.filter(isSame).map(({ id }) => id));
      const entries = await this.#entries(documents.filter(({ id }) => !same.has(id)));
      this.#index.change(project.number, { stays: ({ document }) => same.has(document.id), entries });
    });

  readonly remove: SearchEngine['remove'] = (projectNumber) =>
    this.#inTurn(async () => this.#index.change(projectNumber, { stays: () => false, entries: [] }));

  readonly reloadWords: SearchEngine['reloadWords'] = () =>
    this.#inTurn(async () => {
      const words = await this.#reader.readSearchWords();
      const changed = changedTerms(this.#words, words);
      this.#words = words;
      this.#listed = listedTerms(words.words);
      this.#listedAndSynonyms = withSynonyms(words);
      await this.prepare();
      await this.#recutThose(({ document }) => holdsAny(document, changed));
    });

  readonly recut: SearchEngine['recut'] = () =>
    this.#inTurn(async () => {
      await this.prepare();
      await this.#recutThose((indexed) => this.#isStale(indexed));
    });

  readonly find: SearchEngine['find'] = async (question, page) => {
    const cuts = await cutTexts(question.words, {
      analyser: this.#analyser,
      listed: this.#listedAndSynonyms,
      within: questionTime,
    });
    const chunks = question.words.map((text, at) => ({ text, tokens: cuts[at]?.tokens ?? [] }));
    return search({ index: this.#index, synonyms: this.#synonyms }, { question, chunks }, page);
  };

  readonly snapshot: SearchEngine['snapshot'] = () =>
    this.#inTurn(async () => {
      const lines: string[] = [];
      for (const line of snapshotOf(this.#index, wordsKey(this.#words))) {
        lines.push(line);
        if (lines.length % linesAtOnce === 0) await new Promise(setImmediate);
      }
      return lines;
    });

  readonly size = (): number => this.#index.size;

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  #indexed(projectNumber: number): readonly IndexedDocument[] {
    return this.#index.slotsOf(projectNumber).flatMap((slot) => this.#index.at(slot) ?? []);
  }

  #isStale({ by }: IndexedDocument): boolean {
    return by === 'plain' && this.#analyser.isReady();
  }

  async #recutThose(isMeant: (indexed: IndexedDocument) => boolean): Promise<void> {
    for (const number of this.#index.projectNumbers()) {
      const meant = this.#indexed(number).filter(isMeant);
      if (meant.length === 0) continue;
      const entries = await this.#entries(meant.map(({ document }) => document));
      const gone = new Set(meant);
      this.#index.change(number, { stays: (indexed) => !gone.has(indexed), entries });
    }
  }

  async #entries(documents: readonly SearchDocument[]): Promise<readonly IndexEntry[]> {
    const fields = documents.map((document) => fieldsOf(document).map(({ text }) => text));
    const cuts = await this.#cut(fields.flat(), this.#listed);
    let at = 0;
    return documents.map((document, index) => {
      const count = fields[index]?.length ?? 0;
      at += count;
      return entryOf(document, cuts.slice(at - count, at));
    });
  }

  async #cut(texts: readonly string[], listed: ListedTerms): Promise<readonly Cut[]> {
    const cuts: Cut[] = [];
    for (let at = 0; at < texts.length; at += textsAtOnce) {
      const some = texts.slice(at, at + textsAtOnce);
      cuts.push(...(await cutTexts(some, { analyser: this.#analyser, listed, within: storeTime })));
    }
    return cuts;
  }
}

/** In a question the words that have synonyms count as one, too. */
function withSynonyms({ words, synonyms }: SearchWords): ListedTerms {
  return listedTerms([...words, ...synonyms.map(({ from }) => ({ written: from }))]);
}

function isAlike(one: SearchDocument, other: SearchDocument): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The words that only one of the lists holds, or that they read or divide in two ways; folded. */
function changedTerms(before: SearchWords, after: SearchWords): readonly string[] {
  const [old, young] = [before, after].map(
    (each) => new Map(each.words.map((word) => [wordsKey({ words: [word], synonyms: [] }), word])),
  );
  const changed = [...(old ?? []), ...(young ?? [])].filter(([key]) => !(old?.has(key) && young?.has(key)));
  return changed.map(([, { written }]) => foldForTokens(written).text.trim());
}

function holdsAny(document: SearchDocument, terms: readonly string[]): boolean {
  const texts = fieldsOf(document).map(({ text }) => foldForTokens(text).text);
  return terms.some((term) => term !== '' && texts.some((text) => text.includes(term)));
}
