import type { UndoRefusal } from '../../actions/writes/undo.ts';
import type { WriteResult } from '../../actions/writes/write-result.ts';
import { actions } from '../blocks/build.ts';
import { list, paragraph, richText, text } from '../blocks/rich-text.ts';
import { shorten } from '../blocks/shorten.ts';
import { type Reply, reply } from '../reply.ts';
import type { Words } from '../words/index.ts';
import { changedThing, changeLines } from './parts/change-lines.ts';
import { joinCorrections } from './parts/correction.ts';
import { whoAndWhen } from './parts/who-and-when.ts';
import { cardButtons, mentions, undoButton, type WrittenView } from './written.ts';

const mostThing = 200;

/** What a person sees whose change was taken back, with the way to bring it again. */
export function undoneMessage(
  { setId, changes }: Extract<WriteResult, { readonly kind: 'written' }>,
  { words, project }: WrittenView,
): Reply {
  const names = { words, project };
  const [main] = joinCorrections(changes);
  const what = main === undefined ? '' : shorten(changedThing(main, names), mostThing);
  const lines = main === undefined ? [] : changeLines(main, names);
  const redo = { set: setId, project: project?.number ?? null };
  return reply(`${words('undo.done')} ${what}`, [
    richText([
      paragraph(text(words('undo.done'), { bold: true })),
      paragraph(text(what)),
      ...(lines.length > 0 ? [list(lines)] : []),
    ]),
    actions('undone', [
      undoButton(redo, { words, what, label: 'undo.redo' }),
      ...cardButtons(project, words),
    ]),
  ]);
}

/** Why it was not taken back, and that nothing was changed. */
export function undoRefusedMessage(refusal: UndoRefusal, { words, project }: WrittenView): Reply {
  const sentence = sentenceOf(refusal, words);
  const last = refusal.kind === 'conflict' ? refusal.last : null;
  const ask = refusal.kind === 'may-not-write' && refusal.why !== 'standing' ? refusal.ask : [];
  const buttons = cardButtons(project, words);
  return reply(sentence, [
    richText([
      paragraph(text(sentence)),
      ...(last === null ? [] : [paragraph(text(`${words('conflict.by')} `), ...whoAndWhen(last))]),
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
