import type { Button } from '@slack/types';
import { z } from 'zod';
import type { WriteResult } from '../../actions/writes/write-result.ts';
import type { Change, ProjectSnapshot } from '../../domain/change.ts';
import type { Indicator } from '../../domain/indicator.ts';
import type { PersonId } from '../../domain/person.ts';
import type { Project } from '../../domain/project.ts';
import { cleanLine } from '../../text/clean.ts';
import { actions, askButton } from '../blocks/build.ts';
import { limits } from '../blocks/limits.ts';
import { list, paragraph, richText, text } from '../blocks/rich-text.ts';
import { shorten } from '../blocks/shorten.ts';
import { type Reply, reply } from '../reply.ts';
import type { WordKey, Words } from '../words/index.ts';
import { changedThing, changeLines } from './parts/change-lines.ts';
import { joinCorrections } from './parts/correction.ts';
import { proposedVerb, typedThing } from './parts/proposed.ts';
import type { Names } from './parts/snapshot-lines.ts';

/** What a confirmation is written from. */
export interface WrittenView {
  readonly words: Words;
  /** The project as it was before the write: it knows the value that a new one follows. */
  readonly project: Project | null;
}

type Written = Extract<WriteResult, { readonly kind: 'written' }>;
type Proposed = Extract<WriteResult, { readonly kind: 'proposed' }>;

const mostThing = 200;

/** The action id of the button that takes a change set back. */
export const undoActionId = 'do:undo';

/** What such a button says: the set, and the project to whose history it belongs. */
export const UndoValue = z.object({
  set: z.string().min(1).max(64),
  project: z.number().int().min(1).max(9_999).nullable(),
  /** The newest change when the button was drawn: what was restored since can be taken back again. */
  seen: z.string().max(64).optional(),
});
export type UndoValue = z.infer<typeof UndoValue>;

/** What a person sees whose submission was written: what it is, old → new, and the way back. */
export function writtenMessage({ setId, changes: rows }: Written, { words, project }: WrittenView): Reply {
  const changes = mainFirst(joinCorrections(rows));
  const sentence = doneSentence(changes, words, project);
  const names: Names = { words, project };
  const [main] = changes;
  const what = main === undefined ? '' : changedThing(main, names);
  return reply(`${sentence} ${shorten(what, mostThing)}`, [
    richText([
      paragraph(text(`${sentence}`, { bold: true })),
      paragraph(text(shorten(what, mostThing))),
      ...listOf(changes.slice(0, 1).flatMap((change) => changeLines(withPrevious(change, project), names))),
      ...(changes.length > 1 ? [paragraph(text(words('history.more', { count: changes.length - 1 })))] : []),
    ]),
    actions('written', [
      undoButton({ set: setId, project: project?.number ?? null }, { words, what }),
      ...(isRetired(main) ? retiredButtons(words) : cardButtons(mergedInto(changes) ?? project, words)),
    ]),
  ]);
}

/** Of a merger what people look for is the project that is left, with its new names; rows that moved come after. */
function mainFirst(changes: readonly Change[]): readonly Change[] {
  const into = mergedInto(changes);
  return into === null
    ? changes
    : changes.toSorted((a, b) => Number(b.after === into) - Number(a.after === into));
}

/** The project that the other one became part of; null for anything but a merger. */
function mergedInto(changes: readonly Change[]): ProjectSnapshot | null {
  if (changes[0]?.verb !== 'merge-projects') return null;
  const projects = changes.flatMap(({ after }) => (after?.kind === 'project' ? [after] : []));
  return projects.find(({ retired }) => !retired) ?? null;
}

/** A project that is retired has neither card nor history to show, but a way back for longer than thirty days. */
function isRetired(main: Change | undefined): boolean {
  return main?.after?.kind === 'project' && main.after.retired;
}

function retiredButtons(words: Words): Button[] {
  return [askButton({ id: 'retired', label: words('retired.title'), ask: 'manage retired' })];
}

/** What a person sees whose submission waits for somebody else. */
export function proposedMessage({ ask, proposal }: Proposed, { words, project }: WrittenView): Reply {
  const sentence = words(ask.length === 0 ? 'proposed.nobody' : 'proposed.done');
  return reply(sentence, [
    richText([
      paragraph(text(sentence)),
      ...mentions(ask),
      paragraph(
        text(`${proposedVerb(proposal, words)}: `),
        text(shorten(typedThing(proposal), mostThing), { bold: true }),
      ),
    ]),
    ...(project === null ? [] : [actions('proposed', cardButtons(project, words))]),
  ]);
}

/** People by their names as Slack shows them, in a line. */
export function mentions(people: readonly PersonId[]) {
  const shown = people.slice(0, 10);
  if (shown.length === 0) return [];
  const elements = shown.flatMap((id) => [[{ type: 'user' as const, user_id: id }], text(' ')]);
  return [paragraph(...elements)];
}

/** A button that takes the set back. */
export function undoButton(
  value: UndoValue,
  {
    words,
    what,
    label = 'written.undo',
    sure,
  }: {
    readonly words: Words;
    readonly what: string;
    readonly label?: WordKey;
    /** Asked once more, where much goes at once. */
    readonly sure?: WordKey;
  },
): Button {
  const spoken = words('button.ofEvent', { label: words(label), what: cleanLine(what) });
  return {
    type: 'button',
    action_id: undoActionId,
    value: JSON.stringify(value),
    text: { type: 'plain_text', text: words(label), emoji: false },
    accessibility_label: shorten(spoken, limits.buttonText),
    ...(sure === undefined ? {} : { confirm: confirming({ words, label, sure }) }),
  };
}

function confirming({ words, label, sure }: { words: Words; label: WordKey; sure: WordKey }) {
  const plain = (key: WordKey) => ({ type: 'plain_text' as const, text: words(key), emoji: false });
  return { title: plain(label), text: plain(sure), confirm: plain(label), deny: plain('undo.leave') };
}

/** To the card and to the history. */
export function cardButtons(project: Pick<Project, 'number'> | null, words: Words): Button[] {
  if (project === null) return [];
  const { number } = project;
  return [
    askButton({ id: 'card', label: words('written.card', { number }), ask: String(number) }),
    askButton({ id: 'history', label: words('written.history'), ask: `${number} history` }),
  ];
}

function listOf(lines: ReturnType<typeof changeLines>) {
  return lines.length === 0 ? [] : [list(lines)];
}

const sentences: Partial<Record<Change['verb'], WordKey>> = {
  'record-milestone': 'written.record-milestone',
  'plan-event': 'written.plan-event',
  'retire-project': 'written.retire-project',
  'restore-project': 'written.restore-project',
  'complete-event': 'written.complete-event',
  'postpone-event': 'written.postpone-event',
  'cancel-event': 'written.cancel-event',
  'sharpen-event': 'written.sharpen-event',
  'edit-milestone': 'written.edit-milestone',
  'delete-milestone': 'written.delete-milestone',
  'record-observation': 'written.record-observation',
  'correct-observation': 'written.correct-observation',
};

function doneSentence(changes: readonly Change[], words: Words, project: Project | null): string {
  const [main] = changes;
  if (main?.verb === 'add-project' && main.after?.kind === 'project') {
    return words('written.add-project', { number: main.after.number });
  }
  if (main === undefined || project === null) return words('written.done');
  const { number } = project;
  const into = mergedInto(changes);
  if (into !== null) return words('written.merge-projects', { number, into: into.number });
  const key = sentences[main.verb];
  return key === undefined
    ? words('written.other', { number, what: words(`change.${main.verb}`) })
    : words(key, { number });
}

/** A new value follows the one that was in force: old → new, though the old one stays. */
export function withPrevious(
  change: Pick<Change, 'before' | 'after'>,
  project: Project | null,
): Pick<Change, 'before' | 'after'> {
  const { before, after } = change;
  if (before !== null || after?.kind !== 'observation') return { before, after };
  const previous = currentOf(project, after.indicatorId);
  if (previous === null) return { before, after };
  return { after, before: { ...after, value: previous.value, asOf: previous.asOf, note: null } };
}

function currentOf(project: Project | null, id: string): Indicator['current'] {
  return project?.indicators.find((indicator) => indicator.id === id)?.current ?? null;
}
