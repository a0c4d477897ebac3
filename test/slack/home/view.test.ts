import { describe, expect, test } from '@jest/globals';
import type { IndicatorId } from '../../../src/domain/indicator.ts';
import type { MilestoneId } from '../../../src/domain/milestone.ts';
import type { Project } from '../../../src/domain/project.ts';
import { thingsOf } from '../../../src/reminders/thing.ts';
import { checkView } from '../../../src/sandbox/slack/blocks/view-check.ts';
import type { HomeFacts } from '../../../src/slack/home/gather.ts';
import type { HomeState } from '../../../src/slack/home/state.ts';
import { readTurn } from '../../../src/slack/home/state.ts';
import { homeView } from '../../../src/slack/home/view.ts';
import { wordsIn } from '../../../src/slack/words/index.ts';
import { aMilestone, anIndicator, aProject, today } from '../../support/factories.ts';
import { shippedProjects } from '../../support/projects-of.ts';

const ja = { words: wordsIn('ja'), today };
const en = { words: wordsIn('en'), today };

function factsOf(projects: readonly Project[], mine: readonly number[] = []): HomeFacts {
  const own = projects.filter(({ number }) => mine.includes(number));
  return {
    projects,
    mine: new Set(mine),
    things: own.flatMap((project) => thingsOf(project, today)),
    waiting: 0,
    proposals: [],
    administers: false,
  };
}

const state = (tab: HomeState['tab'], page = 1): HomeState => ({ tab, page });
/** What Slack would refuse, and that the view is not larger than it takes. */
const refusal = (view: ReturnType<typeof homeView>) => checkView(JSON.parse(JSON.stringify(view)), 'home');
const told = (view: ReturnType<typeof homeView>) => JSON.stringify(view.blocks);

interface Shown {
  readonly block_id?: string;
  readonly elements?: readonly { readonly action_id?: string; readonly value?: string }[];
  readonly accessory?: { readonly value?: string };
}

/** The states to which the buttons of a view turn it, by the id of the button. */
function turnsOf(view: ReturnType<typeof homeView>): ReadonlyMap<string, HomeState> {
  const buttons = (view.blocks as unknown as readonly Shown[]).flatMap(({ elements }) => elements ?? []);
  return new Map(
    buttons.flatMap(({ action_id: id = '', value }) => {
      const turn = readTurn(id, value);
      return turn === null ? [] : [[id, turn] as const];
    }),
  );
}

/** All pages from this one on, by the button to the next. */
function walk(facts: HomeFacts, from: HomeState): readonly ReturnType<typeof homeView>[] {
  const view = homeView(facts, from, ja);
  const next = turnsOf(view).get('home:next');
  return next === undefined ? [view] : [view, ...walk(facts, next)];
}

const long = '長い名前'.repeat(500);

function hostile(count: number): readonly Project[] {
  return Array.from({ length: count }, (_, index) =>
    aProject({
      number: index + 1,
      name: `${long}<!channel> *x* ${index}`,
      indicators: Array.from({ length: 5 }, (_, nth) => ({
        ...anIndicator('55', '20'),
        id: `i${index}-${nth}` as IndicatorId,
        name: long,
      })),
      milestones: [
        { ...aMilestone(`${index} ${long}`).planned('R2.6'), id: `m${index}` as MilestoneId },
        { ...aMilestone(`next ${index} ${long}`).planned('R2.11.5'), id: `n${index}` as MilestoneId },
      ],
    }),
  );
}

describe('at 10 and at 500 projects, mine or not, Slack takes it', () => {
  test.each([0, 10, 500])('%s', (count) => {
    const projects = hostile(count);
    const all = projects.map(({ number }) => number);
    for (const mine of [[], [1, 2, 3], all]) {
      const facts = factsOf(
        projects,
        mine.filter((number) => number <= count),
      );
      for (const tab of ['top', 'todo', 'mine', 'all'] as const)
        for (const view of [ja, en]) {
          const home = homeView(facts, state(tab, 2), view);
          expect(refusal(home)).toBeNull();
          expect(JSON.stringify(home).length).toBeLessThan(250_000);
        }
    }
  });

  test('every project is reached by turning pages, once; so is everything to be done', () => {
    const facts = factsOf(
      hostile(500),
      Array.from({ length: 120 }, (_, index) => index + 1),
    );
    const numbers = (tab: HomeState['tab']) =>
      walk(facts, state(tab)).flatMap((view) =>
        (view.blocks as unknown as readonly Shown[]).flatMap(({ accessory }) =>
          accessory ? [Number(accessory.value)] : [],
        ),
      );
    expect(numbers('all')).toEqual(Array.from({ length: 500 }, (_, index) => index + 1));
    expect(numbers('mine')).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
    const events = walk(facts, state('todo')).flatMap((view) =>
      (view.blocks as unknown as readonly Shown[]).flatMap(({ block_id: id }) =>
        id?.startsWith('event-') ? [id] : [],
      ),
    );
    expect([new Set(events).size, events.length]).toEqual([120, 120]);
  });

  test('the first screen says how much more there is, and leads there', () => {
    const view = homeView(factsOf(hostile(500)), state('top'), ja);
    expect(told(view)).toContain('ほか490件');
    expect(turnsOf(view).get('home:more-all')).toEqual(state('all'));
  });
});

describe('what is to be done today stands first', () => {
  const project = aProject({
    number: 8,
    indicators: [{ ...anIndicator('1', '5'), rhythm: { frequency: 'monthly', lagMonths: 0 } }],
    milestones: [aMilestone('説明会').planned('R2.6'), aMilestone('実証').planned('R2.夏頃')],
  });

  test('each kind before a second of any, with what can be done about it', () => {
    const shown = told(homeView(factsOf([project], [8]), state('top'), ja));
    const at = (text: string) => shown.indexOf(text);
    expect(at('今日すること')).toBeLessThan(at('担当のプロジェクト'));
    expect(at('担当のプロジェクト')).toBeLessThan(at('すべてのプロジェクト'));
    expect(shown).toContain('open:complete-event');
    expect(shown).toContain('open:record-observation');
  });

  test('nothing of the projects of others; who has none is told what will be here', () => {
    const shown = told(homeView(factsOf([project]), state('top'), ja));
    expect(shown).not.toContain('open:complete-event');
    expect(shown).toContain('担当のプロジェクトはありません');
    expect(shown).toContain('期日経過・報告待ち 1件');
  });

  test('nothing to do is said', () => {
    expect(told(homeView(factsOf([aProject({ number: 8 })], [8]), state('top'), ja))).toContain(
      '承認待ちの提案はありません',
    );
  });
});

test('bars stand beside their numbers, in both languages', async () => {
  const facts = factsOf(await shippedProjects(), [1]);
  expect(told(homeView(facts, state('top'), ja))).toContain('■■■■■■■□□□ 平均達成率 74%・達成 0/1件');
  expect(told(homeView(facts, state('top'), en))).toContain('74% on average · reached 0 of 1');
});

test('an average that counts an indicator less than its chart tells says so', () => {
  const over = { ...anIndicator('14', '10'), id: 'over' as IndicatorId };
  const facts = factsOf([aProject({ indicators: [over, anIndicator('5', '10')] })]);
  expect(told(homeView(facts, state('top'), ja))).toContain('平均達成率 75%（各指標100%まで）・達成 1/2件');
  expect(told(homeView(facts, state('top'), en))).toContain('75% on average (each counted up to 100%)');
});

test('an indicator of one’s own is named before its bar, which tells the rate of attainment', () => {
  const facts = factsOf([aProject({ number: 8, indicators: [anIndicator('8', '10')] })], [8]);
  expect(told(homeView(facts, state('mine'), ja))).toContain('導入件数　■■■■■■■■□□ 達成率 80%・目標未達成');
  expect(told(homeView(facts, state('mine'), en))).toContain('80% of target · not reached yet');
});

test('settings: administration is offered to who administers', () => {
  const facts = factsOf([aProject()]);
  expect(told(homeView(facts, state('top'), ja))).not.toContain('"value":"roles"');
  expect(told(homeView({ ...facts, administers: true }, state('top'), ja))).toContain('"value":"roles"');
});

describe('a button that turns Home', () => {
  test.each([
    ['{"tab":"all","page":3}', state('all', 3)],
    ['{"tab":"secret","page":-1}', state('top', 1)],
    ['{', state('top', 1)],
    [undefined, state('top', 1)],
  ])('%s', (value, turned) => expect(readTurn('home:x', value)).toEqual(turned));

  test('and none of ours', () => expect(readTurn('ask:list', 'list')).toBeNull());
});
