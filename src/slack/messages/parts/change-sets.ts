import type { Button, KnownBlock, RichTextSection } from '@slack/types';
import { type ChangesPage, historyPageSize } from '../../../actions/writes/read-history.ts';
import type { Change } from '../../../domain/change.ts';
import type { Project } from '../../../domain/project.ts';
import { actions } from '../../blocks/build.ts';
import { lineBreak, list, paragraph, richText, text } from '../../blocks/rich-text.ts';
import { shorten } from '../../blocks/shorten.ts';
import { openButton } from '../../modals/open-button.ts';
import type { Page } from '../../pages.ts';
import { undoButton } from '../written.ts';
import { changedThing, changeLines } from './change-lines.ts';
import { joinCorrections } from './correction.ts';
import { concernsPeople, type NamedPeople, peopleLine } from './people-lines.ts';
import { author, whoAndWhen } from './who-and-when.ts';

/** What a history is worded with. */
export interface HistoryView extends NamedPeople {
  /** The project as it is now; null for posts and people. */
  readonly project: Project | null;
  /** In which instants are told. */
  readonly timeZone: string;
}

type Entry = ChangesPage['entries'][number];

const mostThing = 120;
const mostLines = 8;

/** The submissions of a page, each with what it changed, by whom and when, and the way back where there is one. */
export function changeSets({ entries }: ChangesPage, view: HistoryView): KnownBlock[] {
  const seen = entries[0]?.change.id ?? '';
  return entries.flatMap((entry, index) => setBlocks(entry, { view, seen, place: index + 1 }));
}

function setBlocks(
  { change, changes, undone, undoable }: Entry,
  { view, seen, place }: { readonly view: HistoryView; readonly seen: string; readonly place: number },
): KnownBlock[] {
  const { words, project } = view;
  const { what, lines } = toldChanges(changes, view);
  const verb = words(`change.${change.verb}`);
  const left = lines.length - mostLines;
  const more = left > 0 ? [paragraph(text(words('card.moreShared', { count: left })))] : [];
  const told = richText([
    paragraph(
      text(`${verb}${undone ? words('mark.behind', { aside: words('history.undone') }) : ''}`, {
        bold: true,
      }),
      text(what === '' ? '' : `　${what}`),
      lineBreak,
      ...whoAndWhen(change, view),
      ...approvedBy(change, view),
      ...reasonOf(change, view),
      ...sourceOf(change, view),
    ),
    ...(lines.length === 0 ? [] : [list([...lines.slice(0, mostLines), ...more])]),
  ]);
  // The same thing may have changed twice: what is read out names the place on the page as well.
  const spoken = `${place}. ${what || verb}`;
  const undo = undoButton(
    { set: change.setId, project: project?.number ?? null, seen },
    change.verb === 'import-edition'
      ? { words, what: `${place}. ${verb}`, sure: 'undo.sureImport' }
      : { words, what: spoken, label: change.verb === 'undo' ? 'undo.redo' : 'written.undo' },
  );
  const buttons = [
    ...(undoable ? [undo] : []),
    ...(project === null ? [] : correctButtons(changes, { project, what: spoken, view })),
  ];
  return buttons.length === 0 ? [told] : [told, actions(`undo-${change.setId}`, buttons)];
}

/** Of a merger people look for the projects: rows that moved with them come after. */
export function projectsFirst(changes: readonly Change[]): readonly Change[] {
  const isProject = ({ target }: Change) => Number(target.kind === 'project');
  return changes.toSorted((a, b) => isProject(b) - isProject(a));
}

/** What changes of one submission are about, and old → new. */
export function toldChanges(
  rows: readonly Change[],
  view: HistoryView,
): { readonly what: string; readonly lines: readonly RichTextSection[] } {
  const changes = projectsFirst(rows);
  const [first] = changes;
  if (first === undefined || concernsPeople(first)) {
    return { what: '', lines: changes.map((each) => paragraph(peopleLine(each, view))) };
  }
  return {
    what: shorten(changedThing(first, view), mostThing),
    lines: joinCorrections(changes).flatMap((each) => changeLines(each, view)),
  };
}

interface Correcting {
  readonly project: Project;
  readonly what: string;
  readonly view: HistoryView;
}

/** A value that is in the table can be corrected, however long ago it was recorded. */
function correctButtons(
  changes: readonly Change[],
  { project, what, view: { words } }: Correcting,
): Button[] {
  const held = new Set<string>(
    project.indicators.flatMap(({ observations }) => observations.map(({ id }) => id)),
  );
  const value = changes.findLast(({ target, after }) => after?.kind === 'observation' && held.has(target.id));
  if (value === undefined) return [];
  const label = words('button.correct');
  const spoken = words('button.ofEvent', { label, what });
  const opens = { project: project.number, target: value.target.id };
  return [openButton({ verb: 'correct-observation', label, opens, spoken })];
}

function approvedBy({ approvedBy: approver }: Change, { words }: HistoryView) {
  return approver === null
    ? []
    : [lineBreak, text(`${words('history.approved')} `), ...author(approver, words)];
}

function reasonOf({ reason }: Change, { words }: HistoryView) {
  return reason === null ? [] : [lineBreak, text(words('history.reason', { reason }))];
}

function sourceOf({ origin }: Change, { words }: HistoryView) {
  if (origin.permalink === null) return [];
  const link = { type: 'link' as const, url: origin.permalink, text: words('history.from') };
  return [lineBreak, [link]];
}

/** A page as the action counts it. */
export function pageIn({ entries, page, pages, total }: ChangesPage): Page<Entry> {
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
