import { shippedWords } from '../../src/start/search.ts';
import { openDemoStore } from '../e2e/roles-and-people.ts';
import type { RunOptions } from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';
import type { Stage } from './stage.ts';

/** A part of the book: a store to begin with, and what happens in it. Its pictures are one sheet. */
export interface Chapter {
  /** In names of files. */
  readonly id: string;
  readonly title: string;
  readonly open: () => Promise<OpenedStore>;
  readonly options?: Partial<RunOptions>;
  readonly play: (stage: Stage) => Promise<void>;
}

/** The store of the demonstration with the words of the search that every start loads. */
export async function openSearchableStore(): Promise<OpenedStore> {
  const opened = await openDemoStore();
  await opened.store.search.loadSearchWords(shippedWords);
  return opened;
}
