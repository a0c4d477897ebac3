import type { UndoRefusal } from '../../actions/writes/undo.ts';
import type { WriteResult } from '../../actions/writes/write-result.ts';
import type { Change } from '../../domain/change.ts';
import { actions } from '../blocks/build.ts';
import { list, paragraph, richText, text } from '../blocks/rich-text.ts';
import { type Reply, reply } from '../reply.ts';
import type { Words } from '../words/index.ts';
import { type HistoryView, projectsFirst, toldChanges } from './parts/change-sets.ts';
import { joinCorrections } from './parts/correction.ts';
import { concernsPeople } from './parts/people-lines.ts';
import { whoAndWhen } from './parts/who-and-when.ts';
import { peopleButtons } from './roles-written.ts';
import { cardButtons, mentions, undoButton } from './written.ts';

const most = 20;

/** What a person sees whose change was taken back, with the way to bring it again. */
export function undoneMessage(
  { setId, changes }: Extract<WriteResult, { readonly kind: 'written' }>,
  view: HistoryView,
): Reply {
  const { words, project } = view;
  const joined = projectsFirst(joinCorrections(changes));
  const { what, lines } = toldChanges(joined.slice(0, ofPeople(changes) ? most : 1), view);
  // An edition: the first of its rows says nothing of the others.
  const many = joined.length > most ? [paragraph(text(words('undo.many', { count: joined.length })))] : [];
  const redo = { set: setId, project: project?.number ?? null };
  return reply(`${words('undo.done')} ${what}`.trim(), [
    richText([
      paragraph(text(words('undo.done'), { bold: true })),
      ...(what === '' ? [] : [paragraph(text(what))]),
      ...many,
      ...(lines.length > 0 ? [list([...lines])] : []),
    ]),
    actions('undone', [
      undoButton(redo, { words, what, label: 'undo.redo' }),
      ...(ofPeople(changes) ? peopleButtons(words) : cardButtons(project, words)),
    ]),
  ]);
}

function ofPeople([first]: readonly Change[]): boolean {
  return first !== undefined && concernsPeople(first);
}

/** Why it was not taken back, and that nothing was changed. */
export function undoRefusedMessage(refusal: UndoRefusal, view: HistoryView): Reply {
  const { words, project } = view;
  const sentence = sentenceOf(refusal, words);
  const last = refusal.kind === 'conflict' ? refusal.last : null;
  const ask = refusal.kind === 'may-not-write' && refusal.why !== 'standing' ? refusal.ask : [];
  const buttons = cardButtons(project, words);
  return reply(sentence, [
    richText([
      paragraph(text(sentence)),
      ...(last === null ? [] : [paragraph(text(`${words('conflict.by')} `), ...whoAndWhen(last, view))]),
      ...mentions(ask),
    ]),
    ...(buttons.length > 0 ? [actions('undo-refused', buttons)] : []),
  ]);
}

function sentenceOf(refusal: UndoRefusal, words: Words): string {
  switch (refusal.kind) {
    case 'conflict':
      return words('undo.conflict');
    case 'too-old':
      return words('undo.late', { days: refusal.days });
    case 'in-use':
      return words('undo.inUse');
    case 'may-not-write':
      return refusal.why === 'standing'
        ? words('submit.guest')
        : words('submit.notAllowed', { who: words(`submit.${refusal.why}`) });
    case 'gone':
    case 'fields':
    case 'confirm':
      return words('undo.gone');
  }
}
