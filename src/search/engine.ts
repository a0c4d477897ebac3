import type { Project } from '../domain/project.ts';
import { foldForTokens } from '../text/tokens-fold.ts';
import { type ListedTerms, listedTerms } from '../text/tokens-runs.ts';
import { type Page, type SearchAnswer, search } from './answer.ts';
import { documentsOf, type SearchDocument } from './documents.ts';
import { EntryMaker, type MakerOptions } from './index/entry-maker.ts';
import { type IndexedDocument, SearchIndex } from './index/search-index.ts';
import type { Question } from './question/question.ts';
import type { SynonymTokens } from './resolve/query-word.ts';
import { type Analyser, type Cut, cutTexts } from './tokeniser.ts';
import { changedTerms, holdsAny } from './words/changed-terms.ts';
import type { SearchWords, SearchWordsReader } from './words/search-words.ts';

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
  /** Resolves when what was cut has been kept, or could not be. */
  readonly settled: () => Promise<void>;
  /** Forgets what is kept of lines that are there no more, where that is most of it. */
  readonly tidy: () => Promise<void>;
  /** How many lines may be found. */
  readonly size: () => number;
}

export interface SearchOptions extends MakerOptions {
  readonly words: SearchWordsReader;
}

/** Milliseconds that the dictionary has for a question. */
const questionTime = 500;

/** An engine over nothing. Rejects where the words cannot be read. */
export async function openSearch(options: SearchOptions): Promise<SearchEngine> {
  const engine = new Engine(options, await options.words.readSearchWords());
  await engine.prepare();
  return engine;
}

class Engine implements SearchEngine {
  readonly #analyser: Analyser;
  readonly #reader: SearchWordsReader;
  readonly #maker: EntryMaker;
  readonly #index = new SearchIndex();
  #words: SearchWords;
  #listed: ListedTerms;
  #listedAndSynonyms: ListedTerms;
  #synonyms: SynonymTokens = new Map();
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: SearchOptions, words: SearchWords) {
    this.#analyser = options.analyser;
    this.#reader = options.words;
    this.#maker = new EntryMaker(options);
    this.#words = words;
    this.#listed = listedTerms(words.words);
    this.#listedAndSynonyms = withSynonyms(words);
  }

  /** Cuts what the synonyms stand for. */
  async prepare(): Promise<void> {
    const targets = this.#words.synonyms.flatMap(({ from, to }) => to.map((text) => ({ from, text })));
    const texts = targets.map(({ text }) => text);
    const cuts = await this.#maker.cut(texts, this.#listed);
    const synonyms = new Map<string, Cut['tokens'][]>();
    for (const [at, { from }] of targets.entries()) {
      const term = foldForTokens(from).text.trim();
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
      const others = documents.filter(({ id }) => !same.has(id));
      const entries = await this.#maker.entriesOf(others, this.#listed);
      this.#index.change(project.number, { stays: ({ document }) => same.has(document.id), entries });
    });

  readonly remove: SearchEngine['remove'] = (projectNumber) =>
    this.#inTurn(async () => this.#index.change(projectNumber, { stays: () => false, entries: [] }));

  readonly reloadWords: SearchEngine['reloadWords'] = () =>
    this.#inTurn(async () => {
      const words = await this.#reader.readSearchWords();
      if (JSON.stringify(words) === JSON.stringify(this.#words)) return;
      const before = this.#words;
      const changed = changedTerms(before, words);
      this.#takeWords(words);
      try {
        await this.prepare();
        if (changed.length > 0) await this.#recutThose(({ document }) => holdsAny(document, changed));
      } catch (problem) {
        // Else the next time would find nothing changed, and leave lines as the old words cut them.
        this.#takeWords(before);
        throw problem;
      }
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

  readonly settled: SearchEngine['settled'] = () => this.#maker.settled();

  readonly tidy: SearchEngine['tidy'] = () =>
    this.#inTurn(() => {
      const all = this.#index.projectNumbers().flatMap((number) => this.#indexed(number));
      const documents = all.map(({ document }) => document);
      return this.#maker.tidy(documents, this.#listed);
    });

  readonly size = (): number => this.#index.size;

  #takeWords(words: SearchWords): void {
    this.#words = words;
    this.#listed = listedTerms(words.words);
    this.#listedAndSynonyms = withSynonyms(words);
  }

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
      const documents = meant.map(({ document }) => document);
      const entries = await this.#maker.entriesOf(documents, this.#listed);
      const gone = new Set(meant);
      this.#index.change(number, { stays: (indexed) => !gone.has(indexed), entries });
    }
  }
}

/** In a question the words that have synonyms count as one, too. */
function withSynonyms({ words, synonyms }: SearchWords): ListedTerms {
  return listedTerms([...words, ...synonyms.map(({ from }) => ({ written: from }))]);
}

function isAlike(one: SearchDocument, other: SearchDocument): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
