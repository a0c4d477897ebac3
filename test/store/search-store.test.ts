import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Snapshot } from '../../src/domain/change.ts';
import type { ProjectId } from '../../src/domain/project.ts';
import type { KeptWords } from '../../src/search/ports.ts';
import { type Store, storeOver } from '../../src/store/open-store.ts';
import {
  adding,
  aMilestoneIn,
  aNewProject,
  aPost,
  aSet,
  changing,
  recordedAt,
  removing,
} from '../support/changes.ts';
import { anEdition, aProject } from '../support/editions.ts';
import { eachStore, emptyTables, type OpenedStore } from '../support/stores.ts';

const port = { written: '港湾', reading: 'こうわん', parts: ['港'] };
const quay = { from: '岸壁', to: ['港湾'] };
const shipped: KeptWords = { words: [port], synonyms: [quay] };

describe.each(eachStore)('what the search keeps in the %s store', (_kind, open) => {
  let opened: OpenedStore;
  let store: Store;
  beforeAll(async () => {
    opened = await open();
    store = opened.store;
  });
  beforeEach(async () => {
    await emptyTables(opened.database);
  });
  afterAll(async () => {
    await opened.cleanUp();
  });

  const rowOf = async (writing: string) => {
    const rows = await store.listSearchWords();
    const found = rows.find(({ snapshot }) => Object.values(snapshot).includes(writing));
    if (found === undefined) throw new Error(`${writing} is not there`);
    return found;
  };
  const add = async (snapshot: Snapshot): Promise<string> => {
    const draft = adding(snapshot);
    expect(await store.apply(aSet([draft]))).toMatchObject({ kind: 'applied' });
    return draft.target.id;
  };
  const told = async () => {
    const { words, synonyms } = await store.search.readSearchWords();
    return [...words.map(({ written }) => written), ...synonyms.map(({ from }) => from)];
  };

  describe('the shipped words', () => {
    test('are loaded once, whole, and readers learn of it', async () => {
      const revision = await store.revision();
      expect(await store.search.loadSearchWords(shipped)).toBe(2);
      expect(await store.revision()).not.toBe(revision);
      expect(await store.search.readSearchWords()).toMatchObject(shipped);
      const later = await store.revision();
      expect(await store.search.loadSearchWords(shipped)).toBe(0);
      expect(await store.revision()).toBe(later);
    });

    test('are loaded once by two processes that begin at once', async () => {
      await Promise.all(
        [store, storeOver(opened.database)].map((each) => each.search.loadSearchWords(shipped)),
      );
      expect(await told()).toEqual(['港湾', '岸壁']);
    });

    test('that people have changed or removed stay so; of the others a later release brings its own', async () => {
      const more = { ...shipped, words: [port, { written: '長門', reading: null, parts: [] }] };
      await store.search.loadSearchWords(more);
      await store.apply(
        aSet([changing(await rowOf('岸壁'), { kind: 'synonym', from: '岸壁', to: ['桟橋'] })]),
      );
      await store.apply(aSet([removing(await rowOf('港湾'))]));
      await store.search.loadSearchWords({
        words: [port, { written: '長門', reading: 'ながと', parts: [] }],
        synonyms: [quay],
      });
      expect(await store.search.readSearchWords()).toMatchObject({
        words: [{ written: '長門', reading: 'ながと' }],
        synonyms: [{ from: '岸壁', to: ['桟橋'] }],
      });
    });

    test('give way to a word that people had before', async () => {
      await add({ kind: 'word', written: '港湾', reading: 'みなと', parts: [] });
      await store.search.loadSearchWords(shipped);
      expect((await store.search.readSearchWords()).words).toMatchObject([{ reading: 'みなと' }]);
    });
  });

  test('a word is there once, and one that was removed can come back', async () => {
    await store.search.loadSearchWords(shipped);
    const row = await rowOf('港湾');
    const twin = await store.apply(aSet([adding({ kind: 'word', ...port })]));
    expect(twin).toMatchObject({ kind: 'conflict', current: { target: row.target } });
    await store.apply(aSet([removing(row)]));
    expect(await told()).toEqual(['岸壁']);
    expect(await store.apply(aSet([adding(row.snapshot, row.target.id)]))).toMatchObject({ kind: 'applied' });
    expect(await told()).toEqual(['港湾', '岸壁']);
  });

  test('cuts are found by their keys; the same cut may come twice; others are forgotten', async () => {
    const [one, two, three] = ['1', '2', '3'].map((digit) => digit.repeat(22));
    const cuts = new Map([one, two].map((key) => [`${key}`, '[1,[["港湾","コワン",0,8]]]']));
    await store.search.writeCuts(cuts);
    await store.search.writeCuts(cuts);
    expect(await store.search.readCuts([`${two}`, `${three}`])).toEqual(new Map([[two, cuts.get(`${two}`)]]));
    await store.search.keepCuts(new Set([`${one}`]));
    expect(await store.search.countCuts()).toBe(1);
    expect(await store.search.readCuts([`${one}`, `${two}`])).toEqual(new Map([[one, cuts.get(`${one}`)]]));
  });

  describe('which projects have changed', () => {
    const since = (mark: string | null) => store.search.changedSince(mark);

    test('at first all; then those that were written to, and none where none was', async () => {
      const first = await since(null);
      expect(first.projects).toBe('all');
      const [eighth, ninth] = [await add(aNewProject(8)), await add(aNewProject(9))] as [
        ProjectId,
        ProjectId,
      ];
      const second = await since(first.mark);
      expect(second.projects).toEqual(new Set([eighth, ninth]));
      await add(aMilestoneIn(ninth, '説明会'));
      const third = await since(second.mark);
      expect(third.projects).toEqual(new Set([ninth]));
      await add(aPost('主任'));
      const fourth = await since(third.mark);
      expect(fourth.projects).toEqual(new Set());
      expect(await since(fourth.mark)).toEqual(fourth);
    });

    test('and whether the words have: not with a project, but when one is added and removed', async () => {
      const first = await since(null);
      expect(first.words).toBe(true);
      await add(aNewProject(8));
      const second = await since(first.mark);
      expect(second.words).toBe(false);
      const id = await add({ kind: 'word', written: '岸壁', reading: null, parts: [] });
      const third = await since(second.mark);
      expect(third).toMatchObject({ words: true, projects: new Set() });
      const row = await store.read({ kind: 'word', id });
      if (row === null) throw new Error('nothing to remove');
      await store.apply(aSet([removing(row)]));
      expect((await since(third.mark)).words).toBe(true);
    });

    test('both, where a row moves from one to the other', async () => {
      const [eighth, ninth] = [await add(aNewProject(8)), await add(aNewProject(9))] as [
        ProjectId,
        ProjectId,
      ];
      const id = await add(aMilestoneIn(eighth, '説明会'));
      const { mark } = await since(null);
      const row = await store.read({ kind: 'milestone', id });
      if (row === null) throw new Error('nothing to move');
      await store.apply(aSet([changing(row, aMilestoneIn(ninth, '説明会'))]));
      expect((await since(mark)).projects).toEqual(new Set([eighth, ninth]));
    });

    test('all, where something was written that the trail does not tell', async () => {
      await add(aNewProject(8));
      const { mark } = await since(null);
      await add(aNewProject(9));
      const { prisma } = opened.database;
      await prisma.storeRevision.update({ where: { id: 1 }, data: { value: { increment: 1 } } });
      expect((await since(mark)).projects).toBe('all');
    });

    test('all, where an edition was loaded', async () => {
      const { mark } = await since(null);
      await store.loadEdition(anEdition([aProject(1)]), recordedAt);
      expect((await since(mark)).projects).toBe('all');
    });
  });
});
