import type { Button } from '@slack/types';
import { z } from 'zod';
import type { WriteRefusal } from '../../actions/writes/write-result.ts';
import type { ProjectSnapshot, Versioned } from '../../domain/change.ts';
import { actions, askButton, context, header } from '../blocks/build.ts';
import { lengthOf } from '../blocks/length.ts';
import { limits } from '../blocks/limits.ts';
import { paragraph, richText, text } from '../blocks/rich-text.ts';
import { shorten } from '../blocks/shorten.ts';
import { pageOf } from '../pages.ts';
import { type Reply, reply } from '../reply.ts';
import type { Words } from '../words/index.ts';
import { navigation, pageCount } from './parts/navigation.ts';
import { rowWithButton } from './parts/row-with-button.ts';
import { mentions } from './written.ts';

/** The action id of the button that puts a retired project back on the list. */
export const restoreActionId = 'do:restore';

/** What such a button says: which project, as it stood when the button was drawn. */
export const RestoreValue = z.object({
  target: z.string().min(1).max(64),
  version: z.number().int().min(1),
});
export type RestoreValue = z.infer<typeof RestoreValue>;

const mostName = 150;

interface Retired extends Versioned {
  readonly snapshot: ProjectSnapshot;
}

/** The projects among the rows that are retired. */
export function retiredAmong(rows: readonly Versioned[]): readonly Retired[] {
  return rows.filter((row): row is Retired => row.snapshot.kind === 'project' && row.snapshot.retired);
}

/** 管理 終了: the retired projects, each with a button that brings it back. */
export function retiredMessage(
  rows: readonly Versioned[],
  { words, page: wanted }: { readonly words: Words; readonly page: number },
): Reply {
  const all = retiredAmong(rows);
  const rowOf = (row: Retired) => retiredRow(row, words);
  const page = pageOf(all, wanted, (row) => lengthOf(rowOf(row)));
  const back = askButton({ id: 'manage', label: words('manage.back'), ask: 'manage' });
  return reply(words('retired.sentence', { count: all.length }), [
    header(words('retired.title')),
    context(page.total === 0 ? words('retired.none') : pageCount(page, words)),
    ...page.items.map(rowOf),
    ...navigation(page, { ask: 'manage retired', more: [back] }, words),
  ]);
}

function retiredRow({ target, version, snapshot }: Retired, words: Words) {
  const { number, name, aliases } = snapshot;
  const others = words('manage.aliases', { aliases: aliases.join('、') });
  return rowWithButton({
    id: `retired-${target.id}`,
    line: `${number}. ${shorten(name, mostName)}`,
    below: shorten(aliases.length === 0 ? words('manage.noAliases') : others, mostName),
    button: restoreButton({ target: target.id, version }, { words, number }),
  });
}

function restoreButton(value: RestoreValue, { words, number }: { words: Words; number: number }): Button {
  return {
    type: 'button',
    action_id: restoreActionId,
    value: JSON.stringify(value),
    text: { type: 'plain_text', text: words('retired.restore'), emoji: false },
    accessibility_label: shorten(words('retired.restoreSpoken', { number }), limits.buttonText),
  };
}

/** Why it was not brought back, and that nothing was changed. */
export function restoreRefusedMessage(refusal: WriteRefusal, words: Words): Reply {
  const sentence = sentenceOf(refusal, words);
  const ask = refusal.kind === 'may-not-write' && refusal.why !== 'standing' ? refusal.ask : [];
  return reply(sentence, [
    richText([paragraph(text(sentence)), ...mentions(ask)]),
    actions('restore-refused', [
      askButton({ id: 'manage', label: words('manage.back'), ask: 'manage' }),
      askButton({ id: 'retired', label: words('retired.title'), ask: 'manage retired' }),
    ]),
  ]);
}

function sentenceOf(refusal: WriteRefusal, words: Words): string {
  switch (refusal.kind) {
    case 'fields': {
      const taken = refusal.problems.find((problem) => problem.kind === 'taken');
      return taken?.kind === 'taken' ? words('retired.taken', { by: taken.by }) : words('retired.there');
    }
    case 'conflict':
    case 'confirm':
      return words('retired.there');
    case 'gone':
      return words('retired.gone');
    case 'may-not-write':
      return refusal.why === 'standing'
        ? words('submit.guest')
        : words('submit.notAllowed', { who: words(`submit.${refusal.why}`) });
  }
}
