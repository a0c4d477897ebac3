import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { calendarDay } from '../../src/domain/calendar-day.ts';
import type { EditionContent } from '../../src/domain/edition.ts';
import { decimalText } from '../../src/domain/quantity.ts';
import { type Store, storeOver } from '../../src/store/open-store.ts';
import { editionProjectOf } from '../support/edition-of.ts';
import {
  aFullProject,
  anAchievement,
  anEdition,
  anIndicator,
  aPeriod,
  aPlan,
  aProject,
} from '../support/editions.ts';
import { eachStore, emptyTables, type OpenedStore } from '../support/stores.ts';

const at = new Date('2020-08-24T00:30:00.123Z');

describe.each(eachStore)('the %s store', (_kind, open) => {
  let opened: OpenedStore;
  let store: Store;
  beforeAll(async () => {
    opened = await open();
  });
  beforeEach(async () => {
    await emptyTables(opened.database);
    store = storeOver(opened.database);
  });
  afterAll(async () => {
    await opened.cleanUp();
  });

  const readBack = async (number: number) => {
    const project = await store.findProject(number);
    return project && editionProjectOf(project);
  };
  const counted = async () => {
    const { edition, project, milestone, milestoneDate } = opened.database.prisma;
    return Promise.all([edition.count(), project.count(), milestone.count(), milestoneDate.count()]);
  };

  test('is empty at first', async () => {
    await store.ping();
    expect(await store.listProjects()).toEqual([]);
    expect(await store.findProject(8)).toBeNull();
    expect(await store.findScheduled(year(2020))).toEqual([]);
  });

  describe('an edition that is loaded', () => {
    test('reads back equal, with every part of it', async () => {
      expect(await store.loadEdition(anEdition([aFullProject(8)]), at)).toBe('loaded');
      expect(await readBack(8)).toEqual(aFullProject(8));
    });

    test('tells of its edition, and of the source of each value', async () => {
      await store.loadEdition(anEdition(), at);
      const project = await store.findProject(8);
      const { key, title, asOf } = anEdition();
      expect(project?.edition).toEqual({ key, title, asOf });
      expect(project?.indicators[0]?.current?.source).toEqual({
        kind: 'edition',
        editionKey: '2020-08',
        place: { projectNumber: 8, line: 1 },
        recordedAt: at,
      });
    });

    test('lists its projects by number with what a list needs', async () => {
      await store.loadEdition(anEdition([aProject(10), aFullProject(2)]), at);
      const [second, tenth] = await store.listProjects();
      expect([second?.number, tenth?.number]).toEqual([2, 10]);
      expect(second?.aliases).toEqual(['IoT', 'AI']);
      expect(second?.indicators).toHaveLength(4);
      expect(second?.scheduled.map((milestone) => milestone.text)).toEqual(['セミナーの開催']);
    });

    test('gives the same of a project in the list and by itself', async () => {
      await store.loadEdition(anEdition(), at);
      const [listed] = await store.listProjects();
      const project = await store.findProject(8);
      expect(project).toMatchObject({ ...listed });
    });

    test.each([0, -1, 1.5, Number.NaN, 2 ** 31, 99_999_999_999])('has no project %p', async (number) => {
      await store.loadEdition(anEdition(), at);
      expect(await store.findProject(number)).toBeNull();
    });

    test('may be five times the real size', async () => {
      const entries = (count: number) =>
        Array.from({ length: count }, (_, index) =>
          anAchievement(`取組${index}`, {
            dates: [{ period: aPeriod('R2.8.25', '2020-08-25'), ordinal: index }],
            entries: [anAchievement(`内訳${index}`, { mark: '・' })],
          }),
        );
      const large = { ...aFullProject(8), progress: entries(250), upcoming: entries(100) };
      const others = Array.from({ length: 49 }, (_, index) => aFullProject(index + 9));
      await store.loadEdition(anEdition([large, ...others]), at);
      expect(await readBack(8)).toEqual(large);
      expect(await store.listProjects()).toHaveLength(50);
    });
  });

  describe('loading again', () => {
    const other = anEdition([aProject(1)], { title: '別の表題' });

    test.each([
      ['the same', anEdition(), 'already-loaded'],
      ['the same with its keys in another order', reversedKeys(anEdition()), 'already-loaded'],
      ['another content under the same key', other, 'differs'],
      ['another edition', { ...other, key: '2020-12' }, 'not-empty'],
    ] as const)('%s writes nothing', async (_what, second, outcome) => {
      await store.loadEdition(anEdition(), at);
      const before = await counted();
      expect(await store.loadEdition(second, new Date('2021-01-01T00:00:00Z'))).toBe(outcome);
      expect(await counted()).toEqual(before);
      expect(await readBack(8)).toEqual(aFullProject(8));
    });

    test('twice at once loads once', async () => {
      const outcomes = await Promise.all([
        store.loadEdition(anEdition(), at),
        store.loadEdition(anEdition(), at),
      ]);
      expect(outcomes.toSorted()).toEqual(['already-loaded', 'loaded']);
      expect(await store.listProjects()).toHaveLength(1);
    });

    test('is possible while others read', async () => {
      const reads = Array.from({ length: 20 }, () => store.findProject(8));
      const [outcome, ...projects] = await Promise.all([store.loadEdition(anEdition(), at), ...reads]);
      expect(outcome).toBe('loaded');
      for (const project of projects) expect([0, 4]).toContain(project?.indicators.length ?? 0);
    });
  });

  describe('a load that fails', () => {
    test.each([
      ['two projects of one number', anEdition([aProject(1), aProject(1)]), /Unique constraint/],
      [
        'a strand that is not there',
        anEdition([aProject(1, { progress: [anAchievement('x', { strand: '無い' })] })]),
        /無い/,
      ],
      ['a NUL character', anEdition([aProject(1, { name: 'a\0b' })]), /NUL character in projects\[0\]\.name/],
      [
        'half of a character',
        anEdition([aProject(1, { aliases: ['\ud83d'] })]),
        /surrogate.* in projects\[0\]\.aliases\[0\]/,
      ],
      [
        'a period that ends before it begins',
        anEdition([aProject(1, { upcoming: [aPlan('x', [aPeriod('?', '2020-02-01', '2020-01-01')])] })]),
        /constraint|range lower bound/,
      ],
    ])('for %s says so and writes nothing', async (_what, edition, reason) => {
      await expect(store.loadEdition(edition, at)).rejects.toThrow(reason);
      expect(await counted()).toEqual([0, 0, 0, 0]);
    });

    test('leaves the store usable', async () => {
      await expect(store.loadEdition(anEdition([aProject(1), aProject(1)]), at)).rejects.toThrow();
      expect(await store.loadEdition(anEdition(), at)).toBe('loaded');
    });
  });

  test.each([
    "'; DROP TABLE project; --",
    '100% $1 {x} \\ \\0 "引用" `',
    '𠮷野家 👩‍👩‍👧 ①②③ がぎぐ',
    '  前後の空白\t改行\n',
    '<!channel> & <p>',
  ])('keeps %j as it is', async (text) => {
    const project = aProject(1, {
      name: text,
      aliases: [text],
      progress: [anAchievement(text, { figures: [text, ''], notes: [text, '{a,"b"}', 'NULL'] })],
    });
    await store.loadEdition(anEdition([project], { title: text }), at);
    expect(await readBack(1)).toEqual(project);
  });

  test('keeps every kind of day as it is', async () => {
    const days = ['0001-01-01', '1989-01-08', '2020-02-29', '2020-03-29', '2020-12-31', '9999-12-31'];
    const plans = days.map((day) => aPlan(day, [aPeriod(day, day)]));
    await store.loadEdition(anEdition([aProject(1, { upcoming: plans })]), at);
    expect((await readBack(1))?.upcoming).toEqual(plans);
  });

  describe('of several observations, the one in force', () => {
    const reported = (amount: string, asOf: ReturnType<typeof aPeriod> | null) => ({
      value: { kind: 'number', amount: decimalText(amount) } as const,
      asOf,
    });
    const of2019 = aPeriod('R元', '2019-01-01', '2019-12-31');
    const of2020 = aPeriod('R2.3', '2020-03-01', '2020-03-31');

    test.each([
      ['is the one of the latest time', [reported('1.0', of2019), reported('2.0', of2020)], '2.0'],
      [
        'is not one of an earlier time that came later',
        [reported('2.0', of2020), reported('1.0', of2019)],
        '2.0',
      ],
      ['is the later of two for the same time', [reported('2.0', of2020), reported('3.0', of2020)], '3.0'],
      ['counts from its record where it names no time', [reported('4', null), reported('3', of2020)], '4'],
    ] as const)('%s', async (_rule, observations, amount) => {
      const indicators = [anIndicator('開催数', { observations })];
      await store.loadEdition(anEdition([aProject(1, { indicators })]), at);
      const project = await store.findProject(1);
      expect(project?.indicators[0]?.current?.value).toEqual({ kind: 'number', amount });
    });
  });

  describe('what is scheduled in March 2020', () => {
    test.each([
      ['a day before it', '2020-02-29', '2020-02-29', false],
      ['its first day', '2020-03-01', '2020-03-01', true],
      ['its last day', '2020-03-31', '2020-03-31', true],
      ['the day after it', '2020-04-01', '2020-04-01', false],
      ['a range that ends on its first day', '2019-12-01', '2020-03-01', true],
      ['a range that begins on its last day', '2020-03-31', '2020-06-30', true],
      ['a range around it', '2020-01-01', '2020-12-31', true],
      ['until a day in it', null, '2020-03-10', true],
      ['until the day before it', null, '2020-02-29', false],
      ['from a day in it on', '2020-03-10', null, true],
      ['from a day long ago on', '2010-01-01', null, true],
      ['from the day after it on', '2020-04-01', null, false],
      ['no bound at all', null, null, false],
    ])('%s', async (text, first, last, touches) => {
      await store.loadEdition(
        anEdition([aProject(1, { upcoming: [aPlan(text, [aPeriod(text, first, last)])] })]),
        at,
      );
      const found = await store.findScheduled(march);
      expect(found.map(({ milestone }) => milestone.text)).toEqual(touches ? [text] : []);
    });

    test('is what is planned or postponed, in either column', async () => {
      const inMarch = [aPeriod('R2.3', '2020-03-01', '2020-03-31')];
      const states = ['planned', 'achieved', 'postponed', 'cancelled'] as const;
      const entries = states.map((state) => aPlan(state, inMarch, { state }));
      await store.loadEdition(anEdition([aProject(1, { progress: entries, upcoming: entries })]), at);
      const found = await store.findScheduled(march);
      expect(found.map(({ milestone }) => [milestone.column, milestone.text])).toEqual([
        ['progress', 'planned'],
        ['progress', 'postponed'],
        ['upcoming', 'planned'],
        ['upcoming', 'postponed'],
      ]);
    });

    test('names each once, by project number and written order, and without a date not at all', async () => {
      const twice = [aPeriod('R2.3.1', '2020-03-01'), aPeriod('R2.3.2', '2020-03-02')];
      const upcoming = [aPlan('先', twice), aPlan('日付なし', []), aPlan('後', twice.slice(0, 1))];
      await store.loadEdition(anEdition([aProject(9, { upcoming }), aProject(3, { upcoming })]), at);
      const found = await store.findScheduled(march);
      expect(found.map((one) => [one.projectNumber, one.projectName, one.milestone.text])).toEqual([
        [3, '第3のプロジェクト', '先'],
        [3, '第3のプロジェクト', '後'],
        [9, '第9のプロジェクト', '先'],
        [9, '第9のプロジェクト', '後'],
      ]);
      expect(found[0]?.milestone.dates.map(({ period }) => period.text)).toEqual(['R2.3.1', 'R2.3.2']);
    });

    test('tells the entry under which a sub-entry stands', async () => {
      const entries = [aPlan('着手', [aPeriod('R2.3.1', '2020-03-01')])];
      const upcoming = [aPlan('実証事業', [aPeriod('R2.3.2', '2020-03-02')], { entries })];
      await store.loadEdition(anEdition([aProject(3, { upcoming })]), at);
      const found = await store.findScheduled(march);
      expect(found.map(({ milestone, under }) => [milestone.text, under])).toEqual([
        ['実証事業', null],
        ['着手', '実証事業'],
      ]);
    });
  });

  describe('the revision', () => {
    test('stays while nothing is written', async () => {
      const before = await store.revision();
      await store.listProjects();
      await store.findProject(8);
      expect(await store.revision()).toBe(before);
    });

    test('is another one after a load', async () => {
      const before = await store.revision();
      await store.loadEdition(anEdition(), at);
      expect(await store.revision()).not.toBe(before);
    });
  });

  test('has upkeep that leaves everything in place, where it is needed', async () => {
    await store.loadEdition(anEdition(), at);
    await store.upkeep?.daily();
    await store.upkeep?.hourly();
    expect(store.upkeep === null).toBe(store.kind === 'server');
    expect(await readBack(8)).toEqual(aFullProject(8));
  });
});

const march = { first: calendarDay('2020-03-01'), last: calendarDay('2020-03-31') };

function year(number: number) {
  return { first: calendarDay(`${number}-01-01`), last: calendarDay(`${number}-12-31`) };
}

function reversedKeys(edition: EditionContent): EditionContent {
  return Object.fromEntries(Object.entries(edition).reverse()) as unknown as EditionContent;
}
