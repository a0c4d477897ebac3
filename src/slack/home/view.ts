import type { HomeView, KnownBlock } from '@slack/types';
import { ahead, type Standing } from '../../domain/agenda.ts';
import { printDay } from '../../domain/period/print-period.ts';
import type { ProjectSummary } from '../../domain/project.ts';
import { actions, askButton, context, header } from '../blocks/build.ts';
import { limits } from '../blocks/limits.ts';
import { list, richText } from '../blocks/rich-text.ts';
import { shorten } from '../blocks/shorten.ts';
import { milestoneLine } from '../messages/parts/milestone-line.ts';
import { pageCount } from '../messages/parts/navigation.ts';
import type { View } from '../messages/parts/view.ts';
import { type Page, pageOf } from '../pages.ts';
import type { Words } from '../words/index.ts';
import type { HomeFacts } from './gather.ts';
import { ownRow, projectRow } from './project-rows.ts';
import { type HomeState, turnButton } from './state.ts';
import { countsOf, type Todo, todoBlocks, todosOf } from './todo-blocks.ts';

/** How much stands on the first screen, and on a page of a list. */
const shown = { todo: 4, mine: 5, all: 10, next: 5, todoPage: 10, minePage: 10, allPage: 20 } as const;

/** Home: what is to be done today, one's own projects, all at a glance, what comes next, and settings. Pure. */
export function homeView(facts: HomeFacts, state: HomeState, view: View): HomeView {
  const body: Record<HomeState['tab'], () => KnownBlock[]> = {
    top: () => [
      ...todoPart(facts, view),
      ...minePart(facts, view),
      ...allPart(facts, view),
      ...nextPart(facts, view),
    ],
    todo: () => todoPage(facts, state.page, view),
    mine: () => projectsPage(ownOf(facts), { ...state, tab: 'mine' }, view),
    all: () => projectsPage(facts.projects, { ...state, tab: 'all' }, view),
  };
  return homeOf([...tabs(facts, state, view), ...body[state.tab](), ...settings(facts, view)]);
}

/** A view of these blocks, of which Slack takes a hundred. */
export function homeOf(blocks: readonly KnownBlock[]): HomeView {
  return { type: 'home', blocks: blocks.slice(0, limits.viewBlocks) };
}

function ownOf({ projects, mine }: HomeFacts): readonly ProjectSummary[] {
  return projects.filter(({ number }) => mine.has(number));
}

function tabs(facts: HomeFacts, { tab }: HomeState, { words, today }: View): KnownBlock[] {
  const counts = { todo: todoCount(facts), mine: facts.mine.size, all: facts.projects.length };
  const button = (to: HomeState['tab'], label: string) =>
    turnButton({
      id: `tab-${to}`,
      label,
      to: { tab: to, page: 1 },
      ...(to === tab ? { style: 'primary' } : {}),
    });
  const day = printDay(today, { language: words.language, style: 'long' });
  return [
    context(words('home.about', { day })),
    actions('tabs', [
      button('top', words('home.top')),
      button('todo', words('home.todoTab', { count: counts.todo })),
      ...(counts.mine > 0 ? [button('mine', words('home.mineTab', { count: counts.mine }))] : []),
      button('all', words('home.allTab', { count: counts.all })),
    ]),
  ];
}

function todoCount(facts: HomeFacts): number {
  return facts.waiting + facts.things.length;
}

function todoPart(facts: HomeFacts, view: View): KnownBlock[] {
  const { words } = view;
  const todos = todosOf(facts);
  const count = todoCount(facts);
  if (count === 0) return [header(words('home.todo')), context(noTodo(facts, words))];
  const first = firstOfEach(todos);
  return [
    header(words('home.todoCount', { count })),
    ...todoBlocks(first, { counts: countsOf(facts), view }),
    ...more(count - first.length, { tab: 'todo', page: 1 }, words),
  ];
}

/** The first of each kind before the second of any, in the order of their kinds: nothing hides behind another. */
function firstOfEach(todos: readonly Todo[]): readonly Todo[] {
  const rank = todos.map((todo, index) => ({
    todo,
    nth: todos.slice(0, index).filter(({ kind }) => kind === todo.kind).length,
  }));
  const chosen = new Set(
    rank
      .toSorted((a, b) => a.nth - b.nth)
      .slice(0, shown.todo)
      .map(({ todo }) => todo),
  );
  return todos.filter((todo) => chosen.has(todo));
}

function noTodo({ mine }: HomeFacts, words: Words): string {
  return words(mine.size > 0 ? 'home.nothingToDo' : 'home.noRole');
}

function minePart(facts: HomeFacts, view: View): KnownBlock[] {
  const own = ownOf(facts);
  if (own.length === 0) return [];
  return [
    header(view.words('home.mine')),
    ...own.slice(0, shown.mine).map((project) => ownRow(project, 'mine', view)),
    ...more(own.length - shown.mine, { tab: 'mine', page: 1 }, view.words),
  ];
}

function allPart({ projects }: HomeFacts, view: View): KnownBlock[] {
  return [
    header(view.words('home.all')),
    ...projects.slice(0, shown.all).map((project) => projectRow(project, 'all', view)),
    ...more(projects.length - shown.all, { tab: 'all', page: 1 }, view.words),
  ];
}

/** …ほか490件, with the way to them; nothing where there are none. */
function more(count: number, to: HomeState, words: Words): KnownBlock[] {
  if (count <= 0) return [];
  const label = words('home.more', { count });
  return [actions(`more-${to.tab}`, [turnButton({ id: `more-${to.tab}`, label, to })])];
}

function nextPart({ projects }: HomeFacts, view: View): KnownBlock[] {
  const { words, today } = view;
  const next = projects
    .flatMap(({ number, name, scheduled }) =>
      ahead(scheduled, today)
        .filter(({ status }) => status === 'due' || status === 'upcoming')
        .map((standing) => ({ standing, number, name })),
    )
    .toSorted((a, b) => endOf(a.standing).localeCompare(endOf(b.standing)))
    .slice(0, shown.next);
  const lines = next.map(({ standing, number, name }) =>
    milestoneLine(standing, view, {
      most: 100,
      withStatus: true,
      place: words('mark.brackets', { what: words('agenda.project', { number, name: shorten(name, 30) }) }),
    }),
  );
  const agenda = askButton({ id: 'agenda', label: words('home.agenda'), ask: 'upcoming' });
  return [
    header(words('home.next')),
    ...(lines.length > 0 ? [richText([list(lines)])] : [context(words('home.noNext'))]),
    actions('next', [agenda]),
  ];
}

/** What is due soonest stands first: a fuzzy time by its end, since until then it may still come. */
function endOf({ when }: Standing): string {
  return when?.last ?? when?.first ?? '9999';
}

function todoPage(facts: HomeFacts, wanted: number, view: View): KnownBlock[] {
  const { words } = view;
  const page = pageOf(todosOf(facts), wanted, () => 0, shown.todoPage);
  if (page.total === 0) return [header(words('home.todo')), context(noTodo(facts, words))];
  const unread = facts.waiting - facts.proposals.length;
  return [
    header(words('home.todoCount', { count: todoCount(facts) })),
    context(pageCount(page, words)),
    ...(unread > 0 ? [context(words('home.unread', { count: unread }))] : []),
    ...todoBlocks(page.items, { counts: countsOf(facts), view }),
    ...turns(page, 'todo', words),
  ];
}

function projectsPage(
  projects: readonly ProjectSummary[],
  { tab, page: wanted }: HomeState,
  view: View,
): KnownBlock[] {
  const { words } = view;
  const own = tab === 'mine';
  const page = pageOf(projects, wanted, () => 0, own ? shown.minePage : shown.allPage);
  const rowOf = own ? ownRow : projectRow;
  return [
    header(words(own ? 'home.mine' : 'home.all')),
    context(page.total === 0 ? words('home.noRole') : pageCount(page, words)),
    ...page.items.map((project) => rowOf(project, tab, view)),
    ...turns(page, tab, words),
  ];
}

function turns(page: Page<unknown>, tab: HomeState['tab'], words: Words): KnownBlock[] {
  const to = (number: number) => ({ tab, page: number });
  const buttons = [
    ...(page.before > 0
      ? [
          turnButton({
            id: 'previous',
            label: words('button.previous', { count: page.before }),
            to: to(page.number - 1),
          }),
        ]
      : []),
    ...(page.after > 0
      ? [
          turnButton({
            id: 'next',
            label: words('button.next', { count: page.after }),
            to: to(page.number + 1),
            style: 'primary',
          }),
        ]
      : []),
  ];
  return buttons.length === 0 ? [] : [actions('turns', buttons)];
}

function settings({ administers }: HomeFacts, { words }: View): KnownBlock[] {
  const ask = (id: string, label: string) => askButton({ id: `home-${id}`, label, ask: id });
  return [
    { type: 'divider' },
    actions('settings', [
      ask('chart', words('home.chart')),
      ask('digest', words('home.digest')),
      ...(administers ? [ask('roles', words('home.roles')), ask('manage', words('home.manage'))] : []),
      ask('help', words('button.help')),
    ]),
  ];
}
