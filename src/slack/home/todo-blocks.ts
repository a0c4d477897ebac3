import type { KnownBlock } from '@slack/types';
import type { Thing } from '../../reminders/thing.ts';
import { actions } from '../blocks/build.ts';
import { emoji, paragraph, richText, text } from '../blocks/rich-text.ts';
import type { View } from '../messages/parts/view.ts';
import { aboutProposalAmongOthers, decisionButtons, type ProposalFacts } from '../messages/proposal.ts';
import { thingBlocks, thingSign } from '../reminders/message.ts';
import type { HomeFacts } from './gather.ts';

/** One thing to do, with its kind: things of a kind stand below one heading. */
export type Todo =
  | { readonly kind: 'proposal'; readonly facts: ProposalFacts }
  | { readonly kind: Exclude<Thing['kind'], 'proposal'>; readonly thing: Thing };

/** Everything to be done, proposals first: somebody waits for them. */
export function todosOf({ things, proposals }: HomeFacts): readonly Todo[] {
  return [
    ...proposals.map((facts): Todo => ({ kind: 'proposal', facts })),
    ...things.flatMap((thing): Todo[] => (thing.kind === 'proposal' ? [] : [{ kind: thing.kind, thing }])),
  ];
}

/** Things to do with what can be done about each, below headings that say what they are and how many there are. */
export function todoBlocks(
  todos: readonly Todo[],
  { counts, view }: { readonly counts: Readonly<Record<Todo['kind'], number>>; readonly view: View },
): KnownBlock[] {
  const { words, today } = view;
  return todos.flatMap((todo, index) => [
    ...(todos[index - 1]?.kind === todo.kind ? [] : [heading(todo.kind, counts[todo.kind], view)]),
    ...(todo.kind === 'proposal'
      ? proposalBlocks(todo.facts, view)
      : thingBlocks(todo.thing, { today, proposals: new Map() }, words)),
  ]);
}

function heading(kind: Todo['kind'], count: number, { words }: View): KnownBlock {
  const name = text(` ${words(`remind.${kind}`)}　`, { bold: true });
  return richText([paragraph(emoji(thingSign[kind]), name, text(words('remind.count', { count })))]);
}

function proposalBlocks(facts: ProposalFacts, { words }: View): KnownBlock[] {
  return [
    richText(aboutProposalAmongOthers(facts, words)),
    actions(`proposal-${facts.proposal.id}`, decisionButtons(facts, words, { among: true })),
  ];
}

/** How many there are of each kind. */
export function countsOf({ things, waiting }: HomeFacts): Readonly<Record<Todo['kind'], number>> {
  const of = (kind: Thing['kind']) => things.filter((thing) => thing.kind === kind).length;
  return { proposal: waiting, passed: of('passed'), late: of('late'), opened: of('opened') };
}
