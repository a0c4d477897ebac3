import type { FoundLines, QuestionPort } from '../actions/ask-question.ts';
import type { ProjectReader } from '../actions/ports.ts';
import type { Log } from '../logging.ts';
import { type Dictionary, type DictionaryOptions, openDictionary } from '../search/dictionary/dictionary.ts';
import { openSearch, type SearchEngine } from '../search/engine.ts';
import type { KeptWords, SearchStore } from '../search/ports.ts';
import { readQuestion } from '../search/question/read-question.ts';
import { type Analyser, noDictionary } from '../search/tokeniser.ts';
import { defaultWords } from '../search/words/default-words.ts';
import { followStore, type Lag } from './follow-store.ts';

/** The search as a part of the process. */
export interface SearchPart extends QuestionPort {
  /** Takes in at once what has changed, so that the next question need not wait for it; nothing before the first. */
  readonly follow: () => void;
  /** Begins to load the dictionary and then takes the projects in, both in the background. */
  readonly start: () => void;
  /** Ends the thread of the dictionary, and waits until what was cut is kept. */
  readonly stop: () => Promise<void>;
}

/** What is shipped for the table of Yamaguchi, as a store takes it. */
export const shippedWords: KeptWords = {
  words: defaultWords.words.map(({ written, reading = null, parts = [] }) => ({ written, reading, parts })),
  synonyms: defaultWords.synonyms,
};

/**
 * A search that loads nothing until it is started or asked. Before the dictionary has loaded, and after its thread
 * has died, questions are answered with the simpler splitter.
 */
export function searchPart({
  reader,
  store,
  log,
  thread = {},
  lag,
}: {
  readonly reader: ProjectReader;
  readonly store: SearchStore;
  readonly log: Log;
  /** How the thread of the dictionary runs, where otherwise than in service. */
  readonly thread?: Pick<DictionaryOptions, 'file' | 'firstPause'>;
  /** How old what is found may be; without it a question waits for everything that was written before. */
  readonly lag?: Lag;
}): SearchPart {
  const dictionary: Dictionary = openDictionary({
    ...thread,
    onReady: () =>
      void following.recut().then(
        (lines) => log.info({ lines }, 'the dictionary of the search has loaded'),
        (problem: unknown) => log.error({ err: problem }, 'the index of the search was not cut again'),
      ),
    onDeath: (problem, pause) =>
      log.warn({ err: problem, pause }, 'the dictionary of the search ended; it is started again'),
  });
  const onUnkept = (problem: unknown) => log.warn({ err: problem }, 'cuts of the search were not kept');
  const following = followingSearch({ reader, store, analyser: dictionary, onUnkept, lag });
  return {
    ask: (text, page) => following.ask(text, page),
    follow: following.follow,
    start: dictionary.start,
    stop: async () => {
      await dictionary.close();
      await following.settled();
    },
  };
}

/**
 * A search without a dictionary, for whoever does not want a thread: it is always the simpler splitter. With the
 * words of the store, where one is given, else with the shipped ones.
 */
export function plainSearch(reader: ProjectReader, store: SearchStore | null = null): QuestionPort {
  return followingSearch({ reader, store, analyser: noDictionary, onUnkept: () => {} });
}

interface FollowingSearch extends QuestionPort {
  readonly follow: () => void;
  /** Takes in what has changed and cuts everything by the dictionary; gives how many lines there are. */
  readonly recut: () => Promise<number>;
  /** Resolves when what follows in the background has ended, and what was cut has been kept. */
  readonly settled: () => Promise<void>;
}

interface Following {
  readonly reader: ProjectReader;
  readonly store: SearchStore | null;
  readonly analyser: Analyser;
  readonly onUnkept: (problem: unknown) => void;
  readonly lag?: Lag | undefined;
}

/** Without a store the words are the shipped ones, and at every revision all projects are looked at. */
const unkept = {
  readSearchWords: async () => shippedWords,
  changedSince: async () => ({ mark: '', projects: 'all', words: false }),
} as const satisfies Partial<SearchStore>;

/** An index that is brought to the store's revision before each question. */
function followingSearch({ reader, store, analyser, onUnkept, lag }: Following): FollowingSearch {
  const kept = store === null ? {} : { kept: store, onUnkept };
  let engine: SearchEngine | null = null;
  let background: Promise<unknown> = Promise.resolve();
  const opened = atFirstUse(async () => {
    engine = await openSearch({ analyser, words: store ?? unkept, ...kept });
    return engine;
  });
  const follow = followStore({ reader, changes: store ?? unkept, lag }, opened);
  return {
    async ask(text, { today, most, skip }): Promise<FoundLines> {
      await follow({ mayLag: true });
      return (await opened()).find(readQuestion(text, today), { today, most, skip });
    },
    follow() {
      if (engine === null) return;
      // What fails is tried again, and told, by the next question.
      background = follow().catch(() => undefined);
    },
    async recut() {
      await follow();
      const search = await opened();
      await search.recut();
      await search.settled();
      await search.tidy();
      return search.size();
    },
    async settled() {
      await background;
      await engine?.settled();
    },
  };
}

/** The same promise for all who ask; one that rejected is not kept. */
function atFirstUse<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null;
  return () => {
    made ??= make().catch((problem: unknown) => {
      made = null;
      throw problem;
    });
    return made;
  };
}
