import type { KnownBlock } from '@slack/types';
import type { WriteRefusal } from '../../actions/writes/write-result.ts';
import type { Snapshot } from '../../domain/change.ts';
import { actions } from '../blocks/build.ts';
import { list, paragraph, richText, text } from '../blocks/rich-text.ts';
import { shorten } from '../blocks/shorten.ts';
import { snapshotLines } from '../messages/parts/snapshot-lines.ts';
import { whoAndWhen } from '../messages/parts/who-and-when.ts';
import type { Facts, Modal } from './modal.ts';

export type Conflict = Extract<WriteRefusal, { readonly kind: 'conflict' }>;

/** The action id of the button that leaves the row as it is now. */
export const keepTheirsActionId = 'keep-theirs';

const mostTold = 400;

/** What stands above the fields, which hold the person's own version: the other one, with who and when. */
export function conflictBlocks({ current, last }: Conflict, modal: Modal, facts: Facts): KnownBlock[] {
  const { words, project } = facts;
  const partsOf = (snapshot: Snapshot | null | undefined) =>
    snapshot ? snapshotLines(snapshot, { words, project }).parts : [];
  const before = new Map(partsOf(last?.before).map(({ label, told }) => [label, told]));
  const lines = partsOf(current?.snapshot).flatMap(({ label, told }) => {
    const isChanged = before.has(label) && before.get(label) !== told;
    if (told === '' && !isChanged) return [];
    const shown = told === '' ? words('part.none') : shorten(told, mostTold);
    const mark = isChanged ? text(` ${words('conflict.changed')}`) : [];
    return [paragraph(text(`${words(label)}: `), text(shown, { bold: isChanged }), mark)];
  });
  return [
    {
      ...richText([
        paragraph(text(words('conflict.title'), { bold: true })),
        paragraph(text(words('conflict.theirs'))),
        list(lines),
        ...(last === null ? [] : [paragraph(text(`${words('conflict.by')} `), ...whoAndWhen(last, facts))]),
        paragraph(text(words('conflict.mine', { submit: words(modal.submit) }))),
      ]),
      block_id: 'conflict',
    },
    actions('conflict-choice', [
      {
        type: 'button',
        action_id: keepTheirsActionId,
        text: { type: 'plain_text', text: words('conflict.keepTheirs'), emoji: false },
      },
    ]),
  ];
}
