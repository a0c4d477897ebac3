import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { EditionContent, EditionEntry, EditionProject } from '../../src/domain/edition.ts';
import { isJson } from '../../src/sandbox/slack/json.ts';
import type { Message } from '../../src/sandbox/slack/state/messages.ts';
import { augustEdition } from '../reports/edition-2020-08.ts';
import { anEdition, anIndicator, aPeriod, aPlan, aProject } from '../support/editions.ts';
import { openEmptyStore } from '../support/fresh-stores.ts';
import { CHANNEL, ENGLISH, eachIntake, MONDAY, type Running, run, STAFF } from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';
import { formOf, newestFor, submit } from './forms.ts';
import { buttonsOf, itemsOf, linesOf, wordsOf } from './read-message.ts';
import { actionOf, ask } from './talk.ts';
import { walk } from './walk.ts';

const times = 5;
const many = 500;
const marker = /〔(\d+)〕/;

let running: Running;
let opened: OpenedStore;
afterEach(async () => {
  expect(await running.stop()).toEqual([]);
});
const start = async () => {
  running = await run({ intake: 'http', reader: opened.store });
};
const fill = async (edition?: EditionContent) => {
  opened = await openEmptyStore();
  if (edition) await opened.store.loadEdition(edition, MONDAY);
};

describe('at five times the size of project 10', () => {
  let count = 0;
  beforeAll(async () => {
    const big = await fiveTimes(10);
    count = big.count;
    await fill(anEdition([big.project]));
  });
  afterAll(() => opened.cleanUp());

  describe('over HTTP', () => {
    test('the pages of what was done and of what comes show every entry exactly once', async () => {
      await start();
      const pages = [...(await walk(running, '10 進捗')), ...(await walk(running, '10 予定'))];
      const shown = pages.flatMap(itemsOf).map((item) => Number(marker.exec(item)?.[1]));
      expect(shown.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index));
    });

    test('the pages of indicators show each exactly once, and say how far they go', async () => {
      await start();
      const pages = await walk(running, '10 指標');
      const names = pages.flatMap(itemsOf).map((item) => /^指標\d+/.exec(item)?.[0]);
      expect(names).toEqual(Array.from({ length: 60 }, (_, index) => `指標${index}`));
      expect(wordsOf(pages[5] ?? { blocks: null })).toMatch(/51–60 \/ 60件/);
    });

    test('the card says what it leaves out, and where it is', async () => {
      await start();
      const card = await ask(running, '10');
      expect(wordsOf(card)).toMatch(/ほか\d+件/);
      expect(buttonsOf(card).map(({ label }) => label)).toContain('指標をすべて（60）');
    });

    test('in English too', async () => {
      await start();
      const pages = await walk(running, '10 milestones', { as: ENGLISH });
      expect(pages.length).toBeGreaterThan(5);
    });
  });
});

describe('with 500 projects', () => {
  beforeAll(() => fill(anEdition(Array.from({ length: many }, (_, index) => oneOfMany(index + 1)))));
  afterAll(() => opened.cleanUp());

  test('the list shows each once', async () => {
    await start();
    const titles = (await walk(running, ''))
      .flatMap(linesOf)
      .flatMap((line) => /^(\d+)\. /.exec(line)?.[1] ?? []);
    expect(titles.map(Number)).toEqual(Array.from({ length: many }, (_, index) => index + 1));
  });

  test('the agenda shows each event once', async () => {
    await start();
    const numbers = numbersIn((await walk(running, '予定 年度内')).flatMap(itemsOf));
    expect(numbers).toEqual(Array.from({ length: many }, (_, index) => index + 1));
  });

  test('a word that fits them all says how many, and offers some', async () => {
    await start();
    const message = await ask(running, 'のプロジェクト');
    expect(wordsOf(message)).toContain('500件');
    expect(buttonsOf(message).length).toBeGreaterThan(1);
  });

  test('the last is found by its number, and the next is refused', async () => {
    await start();
    expect(linesOf(await ask(running, '500'))[0]).toContain('500.');
    expect(wordsOf(await ask(running, '501'))).toContain('500番まで');
  });

  test('those of a digest are looked up, kept, and stand in the form again', async () => {
    const { store } = opened;
    running = await run({ intake: 'http', reader: store, digests: store, administrators: [STAFF] });
    const inChannel = { as: STAFF, conversation: 'C0IOT' };
    const pressed = async (message: Message, label: string) => {
      const from = { kind: 'message', conversation: message.conversation, ts: message.ts } as const;
      await running.slack.press({ as: STAFF, actionId: actionOf(message, label), from });
      return formOf(running, STAFF);
    };
    const { id: viewId } = await pressed(await ask(running, '配信', inChannel), '追加');
    const offered = (typed: string) =>
      running.slack.suggest({
        as: STAFF,
        actionId: 'sought',
        blockId: 'numbers',
        from: { kind: 'view', viewId },
        typed,
      });
    expect(await offered('')).toHaveLength(100);
    expect(await offered('ない')).toEqual([]);
    const found = await offered('５００');
    expect(found.map(({ value }) => value)).toEqual(['500']);
    const values = {
      projects: { chosen: { type: 'static_select', selected_option: { value: 'some' } } },
      numbers: { sought: { type: 'multi_external_select', selected_options: found } },
    };
    expect(await running.slack.submit({ as: STAFF, values: values as never })).toEqual({ kind: 'taken' });
    const list = newestFor(running, STAFF, 'C0IOT') ?? { blocks: [] };
    expect(wordsOf(list)).toContain('500番');
    const { view } = await pressed(list as Message, '変更');
    expect(JSON.stringify(view)).toMatch(/"multi_external_select"[^[]*"initial_options":\[\{"value":"500"/);
  });
});

describe('with more indicators than a menu may hold', () => {
  const indicators = Array.from({ length: 120 }, (_, index) => anIndicator(`指標${index + 1}`));
  beforeAll(() => fill(anEdition([aProject(8, { indicators }), aProject(9, { indicators })])));
  afterAll(() => opened.cleanUp());

  test.each(eachIntake)(
    'over %s the select is searched, and what is found is recorded',
    async (_n, intake) => {
      running = await run({ intake, reader: opened.store, changes: opened.store, administrators: [STAFF] });
      await running.slack.command({ as: STAFF, conversation: CHANNEL, text: '/project 8 値' });
      const { id: viewId } = await formOf(running, STAFF);
      const from = { kind: 'view', viewId } as const;
      const offered = async (typed: string) =>
        (
          await running.slack.suggest({ as: STAFF, actionId: 'sought', blockId: 'indicator', from, typed })
        ).map(({ text }) => (isJson(text) ? text.text : ''));
      expect(await offered('')).toHaveLength(100);
      expect(await offered('１１９')).toEqual(['指標119']);
      expect(await offered('ない')).toEqual([]);
      const [found] = await running.slack.suggest({
        as: STAFF,
        actionId: 'sought',
        blockId: 'indicator',
        from,
        typed: '指標120',
      });
      const chosen = { selected_option: found ?? null };
      await running.slack.press({ as: STAFF, actionId: 'sought', blockId: 'indicator', from, chosen });
      const value = intake === 'http' ? '25' : '26';
      const filling = { value, when: 'R2.7' };
      expect(await submit(running, STAFF, filling)).toEqual({ kind: 'taken' });
      expect(wordsOf(newestFor(running, STAFF) ?? { blocks: [] })).toMatch(
        new RegExp(`指標120[\\s\\S]*回 → ${value}回`),
      );
    },
  );
});

describe('with an empty store', () => {
  beforeAll(() => fill());
  afterAll(() => opened.cleanUp());

  test('every question says what to do next', async () => {
    await start();
    for (const typed of ['', '8', '8 指標', '8 進捗', '8 予定', '8 共有', '港湾 指標'])
      expect(linesOf(await ask(running, typed))[0]).toMatch(
        /まだプロジェクトが登録されていません|見つかりません/,
      );
    expect(wordsOf(await ask(running, '予定 今月'))).toMatch(/予定はありません|登録されていません/);
    expect(wordsOf(await ask(running, '使い方'))).toContain('/project');
  });
});

/** The project of the shipped edition with all its entries five times, each with a number of its own. */
async function fiveTimes(number: number): Promise<{ project: EditionProject; count: number }> {
  const project = (await augustEdition()).projects.find((each) => each.number === number);
  if (project === undefined) throw new Error(`the edition has no project ${number}`);
  let count = 0;
  const marked = (entry: EditionEntry): EditionEntry => ({
    ...entry,
    text: `${entry.text}〔${count++}〕`,
    entries: entry.entries.map(marked),
  });
  const repeated = (entries: readonly EditionEntry[]) =>
    Array.from({ length: times }, () => entries.map(marked)).flat();
  const indicators = Array.from({ length: 60 }, (_, index) => anIndicator(`指標${index}`));
  return {
    project: {
      ...project,
      progress: repeated(project.progress),
      upcoming: repeated(project.upcoming),
      indicators,
    },
    count,
  };
}

function oneOfMany(number: number): EditionProject {
  const month = aPeriod('R2.11', '2020-11-01', '2020-11-30');
  return aProject(number, {
    indicators: [anIndicator('回数')],
    upcoming: [aPlan(`会議〔${number}〕`, [month])],
  });
}

function numbersIn(items: readonly string[]): readonly number[] {
  return items.map((item) => Number(marker.exec(item)?.[1]));
}
