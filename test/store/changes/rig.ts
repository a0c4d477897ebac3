import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';
import type { ApplyResult } from '../../../src/actions/change-ports.ts';
import type { Snapshot, Target, Versioned } from '../../../src/domain/change.ts';
import type { Project, ProjectId } from '../../../src/domain/project.ts';
import type { Database } from '../../../src/store/database.ts';
import { type Store, storeOver } from '../../../src/store/open-store.ts';
import { adding, aSet, recordedAt } from '../../support/changes.ts';
import { anAchievement, anEdition, anIndicator, aPeriod, aPlan, aProject } from '../../support/editions.ts';
import { emptyTables, type OpenedStore } from '../../support/stores.ts';

/** A store with one small project, number 8, new for each case. */
export interface ChangeRig {
  readonly database: Database;
  readonly store: Store;
  /** The project's id. */
  readonly project: ProjectId;
  readonly projectNow: () => Promise<Project>;
  readonly current: (target: Target) => Promise<Versioned>;
  /** Adds it and gives where it stands. */
  readonly add: (after: Snapshot) => Promise<Target>;
  /** The texts of the project's milestones, in their order. */
  readonly texts: () => Promise<readonly string[]>;
  readonly idOf: (text: string) => Promise<Project['milestones'][number]['id'] | null>;
}

/** Opens the store before the cases of the block in which it is called, and closes it behind them. */
export function changeRig(open: () => Promise<OpenedStore>): ChangeRig {
  let opened: OpenedStore;
  let store: Store;
  let project: ProjectId;
  beforeAll(async () => {
    opened = await open();
  });
  beforeEach(async () => {
    await emptyTables(opened.database);
    store = storeOver(opened.database);
    await store.loadEdition(edition, recordedAt);
    project = (await rig.projectNow()).id;
  });
  afterAll(() => opened.cleanUp());
  const rig: ChangeRig = {
    get database() {
      return opened.database;
    },
    get store() {
      return store;
    },
    get project() {
      return project;
    },
    projectNow: async () => {
      const found = await store.findProject(8);
      if (found === null) throw new Error('project 8 is not there');
      return found;
    },
    current: async (target) => {
      const found = await store.read(target);
      if (found === null) throw new Error(`no ${target.kind} there`);
      return found;
    },
    add: async (after) => {
      const draft = adding(after);
      expect(await store.apply(aSet([draft]))).toMatchObject({ kind: 'applied' });
      return draft.target;
    },
    texts: async () => (await rig.projectNow()).milestones.map(({ text }) => text),
    idOf: async (text) =>
      (await rig.projectNow()).milestones.find((milestone) => milestone.text === text)?.id ?? null,
  };
  return rig;
}

const edition = anEdition([
  aProject(8, {
    progress: [
      anAchievement('協議会の設立', {
        entries: [anAchievement('第1回', { mark: '・' }), anAchievement('第2回', { mark: '・' })],
      }),
      anAchievement('窓口の開設'),
    ],
    upcoming: [aPlan('セミナー', [aPeriod('R2.11', '2020-11-01', '2020-11-30')])],
    indicators: [anIndicator('開催数')],
  }),
]);

/** The first day of what is written so. */
export function aDay(text: string) {
  const { first } = aPeriod(text, text);
  if (first === null) throw new Error(text);
  return first;
}

/** What was applied. */
export function written(result: ApplyResult) {
  if (result.kind !== 'applied') throw new Error(JSON.stringify(result));
  return result;
}
