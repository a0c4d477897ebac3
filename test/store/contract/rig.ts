import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { EditionProject } from '../../../src/domain/edition.ts';
import { type Store, storeOver } from '../../../src/store/open-store.ts';
import { editionProjectOf } from '../../support/edition-of.ts';
import { emptyTables, type OpenedStore } from '../../support/stores.ts';

/** When editions are loaded. */
export const at = new Date('2020-08-24T00:30:00.123Z');

/** A store that is empty before each case. */
export interface ContractRig {
  readonly store: Store;
  /** A project as its edition wrote it. */
  readonly readBack: (number: number) => Promise<EditionProject | null>;
  /** How many editions, projects, milestones and dates there are. */
  readonly counted: () => Promise<readonly number[]>;
}

/** Opens the store before the cases of the block in which it is called, and closes it behind them. */
export function contractRig(open: () => Promise<OpenedStore>): ContractRig {
  let opened: OpenedStore;
  let store: Store;
  beforeAll(async () => {
    opened = await open();
  });
  beforeEach(async () => {
    await emptyTables(opened.database);
    store = storeOver(opened.database);
  });
  afterAll(() => opened.cleanUp());
  return {
    get store() {
      return store;
    },
    readBack: async (number) => {
      const project = await store.findProject(number);
      return project && editionProjectOf(project);
    },
    counted: async () => {
      const { edition, project, milestone, milestoneDate } = opened.database.prisma;
      return Promise.all([edition.count(), project.count(), milestone.count(), milestoneDate.count()]);
    },
  };
}
