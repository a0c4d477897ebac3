import { Worker } from 'node:worker_threads';
import type { Morpheme } from '../../text/tokens.ts';
import { morphemeOf, type PostedWord } from './morpheme-of.ts';

/** The dictionary in its thread. Never keeps the process alive by itself, never rejects. */
export interface Dictionary {
  /** Begins to load. Does nothing where it is loaded, loading or closed. */
  readonly start: () => void;
  readonly isReady: () => boolean;
  /**
   * The morphemes of each text, in order; null when nobody answers within `within` milliseconds: not loaded, dead,
   * or at work for too long (then it is ended and started again). The texts are pieces: see piecesOf.
   */
  readonly analyse: (
    texts: readonly string[],
    within: number,
  ) => Promise<readonly (readonly Morpheme[])[] | null>;
  /** Ends the thread. Requests that wait are answered with null. */
  readonly close: () => Promise<void>;
}

export interface DictionaryOptions {
  /** Called each time that it has loaded. */
  readonly onReady?: () => void;
  /** Called each time that it has died or failed to load, with the milliseconds until it is started again. */
  readonly onDeath?: (problem: unknown, pause: number) => void;
  /** Milliseconds until it is started again after the first death; doubles up to five minutes. */
  readonly firstPause?: number;
  /** The worker's program, where it is another than kuromoji. */
  readonly file?: URL;
}

const longestPause = 300_000;
/** Loading takes 400 MB in all; a text that needs more than that again is an attack. */
const heapMegabytes = 768;

/** The dictionary, not yet loading: see `start`. */
export function openDictionary(options: DictionaryOptions = {}): Dictionary {
  return new DictionaryThread(options);
}

type Analyses = readonly (readonly Morpheme[])[];

interface Waiting {
  readonly answer: (analyses: Analyses | null) => void;
}

interface Posted {
  readonly ready?: true;
  readonly id?: number;
  /** The numbers of words begin anew. */
  readonly forgets?: boolean;
  /** Words that get the next numbers. */
  readonly fresh?: readonly PostedWord[];
  /** Words by their numbers. */
  readonly analyses?: readonly (readonly number[])[];
}

/** For a number that was never posted: the thread's mistake, and none that a question should end by. */
const unknown: Morpheme = { surface: '', base: '', reading: null, kind: 'other' };

class DictionaryThread implements Dictionary {
  readonly #options: DictionaryOptions;
  #worker: Worker | null = null;
  #restart: NodeJS.Timeout | null = null;
  #ready = false;
  #closed = false;
  #deaths = 0;
  #lastId = 0;
  /** The words that the thread has posted, by number. */
  #words: Morpheme[] = [];
  readonly #waiting = new Map<number, Waiting>();

  constructor(options: DictionaryOptions) {
    this.#options = options;
  }

  readonly start = (): void => {
    if (this.#closed || this.#worker !== null || this.#restart !== null) return;
    const file = this.#options.file ?? new URL('./worker.mjs', import.meta.url);
    // Nothing of the process's flags (loaders, inspectors) or environment is meant for this thread.
    const worker = new Worker(file, {
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    });
    this.#worker = worker;
    let problem: unknown = new Error('the dictionary thread ended');
    worker.on('message', (posted: Posted) => this.#take(posted));
    worker.on('error', (thrown) => {
      problem = thrown;
    });
    worker.on('exit', () => this.#buried(worker, problem));
    worker.unref();
  };

  readonly isReady = (): boolean => this.#ready;

  readonly analyse: Dictionary['analyse'] = async (texts, within) => {
    if (!this.#ready) return null;
    return this.#ask(texts, within);
  };

  readonly close = async (): Promise<void> => {
    this.#closed = true;
    if (this.#restart !== null) clearTimeout(this.#restart);
    await this.#worker?.terminate();
  };

  #ask(texts: readonly string[], within: number): Promise<Analyses | null> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(id);
        resolve(null);
        // A thread that is stuck answers nobody: better none than that one.
        void this.#worker?.terminate();
      }, within);
      this.#waiting.set(id, {
        answer: (analyses) => {
          clearTimeout(timer);
          this.#waiting.delete(id);
          resolve(analyses);
        },
      });
      this.#worker?.postMessage({ id, texts });
    });
  }

  #take({ ready, id, forgets, fresh, analyses }: Posted): void {
    if (ready === true) {
      this.#ready = true;
      this.#options.onReady?.();
    } else if (id !== undefined && analyses !== undefined) {
      this.#deaths = 0;
      if (forgets === true) this.#words = [];
      // Also where nobody waits any more: the numbers go on.
      for (const word of fresh ?? []) this.#words.push(morphemeOf(word));
      this.#waiting
        .get(id)
        ?.answer(analyses.map((numbers) => numbers.map((at) => this.#words[at] ?? unknown)));
    }
  }

  #buried(worker: Worker, problem: unknown): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    this.#ready = false;
    this.#words = [];
    for (const { answer } of this.#waiting.values()) answer(null);
    if (this.#closed) return;
    const pause = Math.min(longestPause, (this.#options.firstPause ?? 1_000) * 2 ** this.#deaths);
    this.#deaths += 1;
    this.#restart = setTimeout(() => {
      this.#restart = null;
      this.start();
    }, pause);
    this.#restart.unref();
    this.#options.onDeath?.(problem, pause);
  }
}
