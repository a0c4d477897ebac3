import type { SynonymSnapshot, WordSnapshot } from '../domain/change.ts';

/** Where the words of a prefecture are kept, and what the dictionary made of lines. Rejects when the store is down. */
export interface SearchStore {
  /** The words and synonyms in force. */
  readSearchWords(): Promise<KeptWords>;
  /**
   * Puts the shipped words there that never were; those that nobody has touched become as they are shipped now. What
   * people have changed or removed stays so. Gives how many rows that wrote.
   */
  loadSearchWords(shipped: KeptWords): Promise<number>;
  /** What is kept under the keys; what is not is left out. */
  readCuts(keys: readonly string[]): Promise<ReadonlyMap<string, string>>;
  writeCuts(cuts: ReadonlyMap<string, string>): Promise<void>;
  countCuts(): Promise<number>;
  /** Forgets all other cuts. */
  keepCuts(keys: ReadonlySet<string>): Promise<void>;
  /** What has changed since a mark that an earlier call gave. */
  changedSince(mark: string | null): Promise<ChangesOfStore>;
}

/** Words and synonyms as they are kept. */
export interface KeptWords {
  readonly words: readonly Omit<WordSnapshot, 'kind'>[];
  readonly synonyms: readonly Omit<SynonymSnapshot, 'kind'>[];
}

/** What was written behind the mark is told by a call with it. */
export interface ChangesOfStore {
  readonly mark: string;
  /** By id, or all of them. */
  readonly projects: ReadonlySet<string> | 'all';
  /** Whether the words or synonyms in force may be others. */
  readonly words: boolean;
}
