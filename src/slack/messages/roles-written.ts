import type { Button } from '@slack/types';
import type { Change } from '../../domain/change.ts';
import { actions, askButton } from '../blocks/build.ts';
import { list, paragraph, richText, text } from '../blocks/rich-text.ts';
import { type Reply, reply } from '../reply.ts';
import type { Words } from '../words/index.ts';
import { type NamedPeople, peopleLine } from './parts/people-lines.ts';
import { undoButton } from './written.ts';

const mostLines = 20;

/** What was changed of posts, people and roles: 担当者を登録: 産業政策課 主任: @田中, and the way back. */
export function rolesWrittenMessage(
  { setId, changes }: { readonly setId: string; readonly changes: readonly Change[] },
  named: NamedPeople,
): Reply {
  const { words } = named;
  const [main] = changes;
  const verb = main === undefined ? '' : words(`change.${main.verb}`);
  const sentence = main === undefined ? words('written.done') : words('written.what', { what: verb });
  const lines = changes.slice(0, mostLines).map((change) => paragraph(peopleLine(change, named)));
  return reply(sentence, [
    richText([paragraph(text(sentence, { bold: true })), ...(lines.length > 0 ? [list(lines)] : [])]),
    actions('roles-written', [
      undoButton({ set: setId, project: null }, { words, what: verb }),
      ...peopleButtons(words),
    ]),
  ]);
}

/** To posts and people, and to their history. */
export function peopleButtons(words: Words): Button[] {
  return [
    askButton({ id: 'roles', label: words('roles.title'), ask: 'roles' }),
    askButton({ id: 'roles-history', label: words('roles.historyTitle'), ask: 'roles history' }),
  ];
}
