import type { FoundLines, QuestionPort } from '../actions/ask-question.ts';
import type { ProjectReader } from '../actions/ports.ts';
import type { Log } from '../logging.ts';
import { type Dictionary, openDictionary } from '../search/dictionary/dictionary.ts';
import { openSearch, type SearchEngine } from '../search/engine.ts';
import { readQuestion } from '../search/question/read-question.ts';
import { type Analyser, noDictionary } from '../search/tokeniser.ts';
import { defaultWords } from '../search/words/default-words.ts';

/** The search as a part of the process. */
export interface SearchPart extends QuestionPort {
  /** Begins to load the dictionary and then takes the projects in, both in the background. */
  readonly start: () => void;
  /** Ends the thread of the dictionary. */
  readonly stop: () => Promise<void>;
}

const shippedWords = { readSearchWords: async () => defaultWords };

/**
 * A search that loads nothing until it is started or asked. Before the dictionary has loaded, and after its thread
 * has died, questions are answered with the simpler splitter.
 */
export function searchPart({
  reader,
  log,
}: {
  readonly reader: ProjectReader;
  readonly log: Log;
}): SearchPart {
  const dictionary: Dictionary = openDictionary({
    onReady: () =>
      void following.recut().then(
        (lines) => log.info({ lines }, 'the dictionary of the search has loaded'),
        (problem: unknown) => log.error({ err: problem }, 'the index of the search was not cut again'),
      ),
    onDeath: (problem, pause) =>
      log.warn({ err: problem, pause }, 'the dictionary of the search ended; it is started again'),
  });
  const following = followingSearch({ reader, analyser: dictionary });
  return { ask: (text, page) => following.ask(text, page), start: dictionary.start, stop: dictionary.close };
}

/** A search without a dictionary, for whoever does not want a thread: it is always the simpler splitter. */
export function plainSearch(reader: ProjectReader): QuestionPort {
  return followingSearch({ reader, analyser: noDictionary });
}

interface FollowingSearch extends QuestionPort {
  /** Takes in what has changed and cuts everything by the dictionary; gives how many lines there are. */
  readonly recut: () => Promise<number>;
}

/** An index that is brought to the store's revision before each question. */
function followingSearch({
  reader,
  analyser,
}: {
  readonly reader: ProjectReader;
  readonly analyser: Analyser;
}): FollowingSearch {
  const opened = atFirstUse(() => openSearch({ analyser, words: shippedWords }));
  const follow = follower(reader, opened);
  return {
    async ask(text, { today, most, skip }): Promise<FoundLines> {
      await follow();
      return (await opened()).find(readQuestion(text, today), { today, most, skip });
    },
    async recut() {
      await follow();
      const engine = await opened();
      await engine.recut();
      return engine.size();
    },
  };
}

/**
 * Brings the index to the revision that the store has now. Whoever comes while it is brought there waits for that,
 * and once more where the store was written to meanwhile: the second taking began after the question came.
 */
function follower(reader: ProjectReader, opened: () => Promise<SearchEngine>): () => Promise<void> {
  let known: ReadonlySet<number> = new Set();
  let seen: string | null = null;
  let under: Promise<void> | null = null;
  const take = async () => {
    // Asked before anything is read: what is read is never older.
    const revision = await reader.revision();
    if (revision === seen) return;
    const engine = await opened();
    const numbers = new Set((await reader.listProjects()).map(({ number }) => number));
    const gone = [...known].filter((number) => !numbers.has(number));
    known = new Set([...known, ...numbers]);
    for (const number of numbers) {
      const project = await reader.findProject(number);
      await (project === null ? engine.remove(number) : engine.put(project));
    }
    for (const number of gone) await engine.remove(number);
    known = numbers;
    seen = revision;
  };
  const shared = () => {
    under ??= take().finally(() => {
      under = null;
    });
    return under;
  };
  return async () => {
    for (let times = 0; times < 2; times += 1) {
      if ((await reader.revision()) === seen) return;
      await shared();
    }
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
