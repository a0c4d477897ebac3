import type { Button, KnownBlock } from '@slack/types';
import { type HistoryPage, historyPageSize } from '../../actions/writes/read-history.ts';
import type { Change } from '../../domain/change.ts';
import type { Project } from '../../domain/project.ts';
import { actions, askButton, context, header } from '../blocks/build.ts';
import { lineBreak, list, paragraph, richText, text } from '../blocks/rich-text.ts';
import { shorten } from '../blocks/shorten.ts';
import { openButton } from '../modals/open-button.ts';
import { type Reply, reply } from '../reply.ts';
import { changedThing, changeLines } from './parts/change-lines.ts';
import { joinCorrections } from './parts/correction.ts';
import { mostOfName, navigation, pageCount } from './parts/navigation.ts';
import type { View } from './parts/view.ts';
import { author, whoAndWhen } from './parts/who-and-when.ts';
import { undoButton } from './written.ts';

interface HistoryView extends View {
  readonly project: Project | null;
}

const mostThing = 120;

/** What was changed in a project, newest first, with the way back where there is one. */
export function historyPage(history: HistoryPage, view: HistoryView): Reply {
  const { words } = view;
  const { number, name } = history.project;
  const card = askButton({ id: 'card', label: words('button.card', { number }), ask: String(number) });
  const page = pageIn(history);
  return reply(words('history.sentence', { number, name, count: history.total }), [
    header(words('history.title', { number })),
    context(
      history.total === 0
        ? `${shorten(name, mostOfName)}　${words('history.none')}`
        : `${shorten(name, mostOfName)}　${pageCount(page, words)}`,
    ),
    ...setsOf(history).flatMap((set) => setBlocks(set, history, view)),
    ...navigation(page, { ask: `${number} history`, more: [card] }, words),
  ]);
}

type Entry = HistoryPage['entries'][number];

/** Changes of one submission stand together: they are taken back together. */
function setsOf({ entries }: HistoryPage): readonly (readonly Entry[])[] {
  const sets = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { setId } = entry.change;
    sets.set(setId, [...(sets.get(setId) ?? []), entry]);
  }
  return [...sets.values()];
}

function setBlocks(set: readonly Entry[], history: HistoryPage, view: HistoryView): KnownBlock[] {
  const { words, project } = view;
  const [first] = set;
  if (first === undefined) return [];
  const { change } = first;
  const changes = joinCorrections(set.map(({ change: each }) => each));
  const names = { words, project };
  const what = shorten(changedThing(change, names), mostThing);
  const isUndone = history.entries.some(({ change: { undoes } }) => undoes === change.setId);
  const told = richText([
    paragraph(
      text(`${words(`change.${change.verb}`)}${isUndone ? `（${words('history.undone')}）` : ''}　`, {
        bold: true,
      }),
      text(what),
      lineBreak,
      ...whoAndWhen(change),
      ...approvedBy(change, view),
      ...reasonOf(change, view),
      ...sourceOf(change, view),
    ),
    ...listed(changes.flatMap((each) => changeLines(each, names)).slice(0, 8)),
  ]);
  const seen = history.entries[0]?.change.id ?? '';
  const undo = undoButton(
    { set: change.setId, project: history.project.number, seen },
    { words, what, label: change.verb === 'undo' ? 'undo.redo' : 'written.undo' },
  );
  const buttons = [
    ...(first.undoable && !isUndone ? [undo] : []),
    ...correctButtons(set, { number: history.project.number, what, view }),
  ];
  return buttons.length === 0 ? [told] : [told, actions(`undo-${change.setId}`, buttons)];
}

/** A value that is in the table can be corrected, however long ago it was recorded. */
function correctButtons(
  set: readonly Entry[],
  { number, what, view }: { readonly number: number; readonly what: string; readonly view: HistoryView },
): Button[] {
  const { project, words } = view;
  const held = new Set<string>(
    project?.indicators.flatMap(({ observations }) => observations.map(({ id }) => id)) ?? [],
  );
  const value = set.find(
    ({ change: { target, after } }) => after?.kind === 'observation' && held.has(target.id),
  );
  if (value === undefined) return [];
  const label = words('button.correct');
  const spoken = words('button.ofEvent', { label, what });
  const opens = { project: number, target: value.change.target.id };
  return [openButton({ verb: 'correct-observation', label, opens, spoken })];
}

function approvedBy({ approvedBy: approver }: Change, { words }: View) {
  return approver === null ? [] : [lineBreak, text(`${words('history.approved')} `), ...author(approver)];
}

function reasonOf({ reason }: Change, { words }: View) {
  return reason === null ? [] : [lineBreak, text(words('history.reason', { reason }))];
}

function sourceOf({ origin }: Change, { words }: View) {
  if (origin.permalink === null) return [];
  const link = { type: 'link' as const, url: origin.permalink, text: words('history.from') };
  return [lineBreak, [link]];
}

function listed(lines: ReturnType<typeof changeLines>) {
  return lines.length === 0 ? [] : [list([...lines])];
}

/** A page as the action counts it. */
function pageIn({ entries, page, pages, total }: HistoryPage) {
  const before = (page - 1) * historyPageSize;
  const to = before + entries.length;
  return {
    items: entries,
    number: page,
    of: pages,
    from: entries.length === 0 ? 0 : before + 1,
    to,
    total,
    before: Math.min(before, historyPageSize),
    after: Math.min(total - to, historyPageSize),
  };
}
