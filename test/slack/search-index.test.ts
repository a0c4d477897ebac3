import { beforeAll, expect, test } from '@jest/globals';
import type { QuestionPort } from '../../src/actions/ask-question.ts';
import type { ProjectReader } from '../../src/actions/ports.ts';
import type { Project } from '../../src/domain/project.ts';
import { createLog } from '../../src/logging.ts';
import { plainSearch, type SearchPart, searchPart } from '../../src/start/search.ts';
import { memorySearchStore } from '../search/support/memory-cuts.ts';
import { today } from '../support/factories.ts';
import { brokenReader, memoryReader } from '../support/memory-reader.ts';
import { shippedProjects } from '../support/projects-of.ts';

let projects: readonly Project[];
beforeAll(async () => {
  projects = await shippedProjects();
});

const page = { today, most: 10, skip: 0 };

/** A reader whose projects can be replaced, and that counts how often it is read. */
function changing(first: readonly Project[]) {
  let [inner, revision, readings] = [memoryReader(first), 1, 0];
  const reader: ProjectReader = {
    ...inner,
    revision: async () => String(revision),
    listProjects: () => {
      readings += 1;
      return inner.listProjects();
    },
    findProject: (number) => inner.findProject(number),
  };
  const replace = (others: readonly Project[]) => {
    inner = memoryReader(others);
    revision += 1;
  };
  return { reader, replace, readings: () => readings };
}

test('a question sees what was written a moment before, and not what is gone', async () => {
  const { reader, replace } = changing(projects);
  const search = plainSearch(reader);
  expect(await numbersOf(search, '県・市全体調整会議')).toContain(10);
  replace(projects.filter(({ number }) => number !== 10));
  expect(await numbersOf(search, '県・市全体調整会議')).not.toContain(10);
  replace(projects.map((each) => (each.number === 3 ? { ...each, initiatives: ['深海鉱床の探査'] } : each)));
  expect(await numbersOf(search, '深海鉱床')).toContain(3);
});

test('what is written is taken in before somebody asks, once the index is there', async () => {
  const { reader, replace, readings } = changing(projects);
  const search = searchPart({ reader, store: memorySearchStore(), log: createLog({ level: 'silent' }) });
  search.follow();
  expect(readings()).toBe(0);
  expect(await numbersOf(search, '深海鉱床')).toEqual([]);
  replace(projects.map((each) => (each.number === 3 ? { ...each, initiatives: ['深海鉱床の探査'] } : each)));
  search.follow();
  const found = await numbersOf(search, '深海鉱床');
  expect(found).toContain(3);
  // The one under way was shared.
  expect(readings()).toBe(2);
  await search.stop();
});

test('it ends when what follows in the background has ended', async () => {
  const { reader, replace } = changing(projects);
  let held: (() => void) | null = null;
  const store = memorySearchStore();
  const search = searchPart({
    reader,
    store: {
      ...store,
      changedSince: async (mark) => {
        if (mark !== null) await new Promise<void>((resolve) => (held = resolve));
        return store.changedSince(mark);
      },
    },
    log: createLog({ level: 'silent' }),
  });
  await numbersOf(search, '港湾');
  replace(projects);
  search.follow();
  let isStopped = false;
  const stopped = search.stop().then(() => {
    isStopped = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect([isStopped, held]).toEqual([false, expect.any(Function)]);
  (held as (() => void) | null)?.();
  await stopped;
});

test('who may do with what was right a moment ago does not wait for what is being written', async () => {
  const { reader, replace, readings } = changing(projects);
  let now = 0;
  const search = searchPart({
    reader,
    store: memorySearchStore(),
    log: createLog({ level: 'silent' }),
    lag: { most: 300, monotonic: () => now },
  });
  await numbersOf(search, '港湾');
  replace(projects.map((each) => (each.number === 3 ? { ...each, initiatives: ['深海鉱床の探査'] } : each)));
  now = 299;
  expect(await numbersOf(search, '深海鉱床')).toEqual([]);
  expect(readings()).toBe(1);
  now = 300;
  expect(await numbersOf(search, '深海鉱床')).toContain(3);
  await search.stop();
});

test('questions at the same time share one reading, and a further one reads nothing', async () => {
  const { reader, readings } = changing(projects);
  const search = plainSearch(reader);
  await Promise.all(['港湾', '5G', '企業誘致'].map((text) => search.ask(text, page)));
  await search.ask('次の調整会議はいつ', page);
  expect(readings()).toBe(1);
});

test('while the store is down a question fails, and the next one is answered', async () => {
  const { reader } = changing(projects);
  let isDown = true;
  const search = plainSearch({
    ...reader,
    listProjects: () => (isDown ? brokenReader() : reader).listProjects(),
  });
  await expect(search.ask('港湾', page)).rejects.toThrow('the store is down');
  isDown = false;
  expect(await search.ask('港湾', page)).toMatchObject({ kind: 'found' });
});

test('once the dictionary has loaded, everything is taken in without a question', async () => {
  const lines: { readonly msg: string; readonly lines?: number }[] = [];
  let part: SearchPart | undefined;
  await new Promise<void>((resolve) => {
    const write = (line: string) => {
      lines.push(JSON.parse(line));
      resolve();
    };
    part = searchPart({
      reader: memoryReader(projects),
      store: memorySearchStore(),
      log: createLog({ level: 'info', to: { write } }),
    });
    part.start();
  });
  await part?.stop();
  expect(lines).toMatchObject([{ msg: 'the dictionary of the search has loaded' }]);
  expect(lines[0]?.lines).toBeGreaterThan(150);
}, 60_000);

async function numbersOf(search: QuestionPort, text: string): Promise<readonly number[]> {
  const found = await search.ask(text, page);
  return found.kind === 'found' ? found.hits.map(({ projectNumber }) => projectNumber) : [];
}
