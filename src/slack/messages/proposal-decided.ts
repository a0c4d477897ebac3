import type { KnownBlock } from '@slack/types';
import type { Author } from '../../domain/change.ts';
import type { PersonId } from '../../domain/person.ts';
import { actions } from '../blocks/build.ts';
import { paragraph, richText, text } from '../blocks/rich-text.ts';
import { type Reply, reply } from '../reply.ts';
import type { WordKey, Words } from '../words/index.ts';
import type { Telling } from './parts/instant.ts';
import { whoAndWhen } from './parts/who-and-when.ts';
import { aboutProposal, type ProposalFacts, proposedBy } from './proposal.ts';
import { cardButtons, mentions, undoButton } from './written.ts';

/** What became of a proposal, and whether the reader is the one who has just decided. */
interface Decided {
  readonly words: Words;
  readonly isMine: boolean;
  /** The change set that the reader can take back. */
  readonly setId?: string;
}

/** In place of the message with the buttons: what was decided, by whom and why. */
export function decidedMessage(facts: ProposalFacts, { words, isMine, setId }: Decided): Reply {
  const { proposal, project } = facts;
  const approved = proposal.state === 'approved';
  const key: WordKey = isMine
    ? approved
      ? 'proposal.approved'
      : 'proposal.rejected'
    : approved
      ? 'proposal.wasApproved'
      : 'proposal.wasRejected';
  const sentence = words(key, { number: project?.number ?? '' });
  const undo =
    setId === undefined
      ? []
      : [undoButton({ set: setId, project: project?.number ?? null }, { words, what: sentence })];
  return reply(sentence, [
    richText([
      paragraph(text(sentence, { bold: true })),
      ...aboutProposal(facts, words),
      proposedBy(facts, words),
      ...decision(facts, words),
    ]),
    ...row([...undo, ...cardButtons(project, words)]),
  ]);
}

/** What the author is told. */
export function resultMessage(
  facts: ProposalFacts,
  { words, amended }: { readonly words: Words; readonly amended: boolean },
): Reply {
  const { proposal, project } = facts;
  const approved: WordKey = amended ? 'proposal.yourAmended' : 'proposal.yourApproved';
  const key = proposal.state === 'approved' ? approved : 'proposal.yourRejected';
  const sentence = words(key, { number: project?.number ?? '' });
  return reply(sentence, [
    richText([
      paragraph(text(sentence, { bold: true })),
      ...aboutProposal(facts, words),
      ...decision(facts, words),
    ]),
    ...row(cardButtons(project, words)),
  ]);
}

/** What the author is told where nobody who decides could be: the proposal waits, and whom to speak to. */
export function stuckMessage(facts: ProposalFacts, deciders: readonly PersonId[], words: Words): Reply {
  const sentence = words('proposal.stuck', { number: facts.project?.number ?? '' });
  return reply(sentence, [
    richText([
      paragraph(text(sentence, { bold: true })),
      ...aboutProposal(facts, words),
      paragraph(text(words(deciders.length > 0 ? 'proposal.stuckAsk' : 'proposal.stuckNobody'))),
      ...mentions(deciders),
    ]),
    ...row(cardButtons(facts.project, words)),
  ]);
}

/** Who decides instead of the person who pressed. */
export function notYoursMessage(ask: readonly PersonId[], words: Words): Reply {
  const sentence = words(ask.length === 0 ? 'submit.nobody' : 'proposal.notYours');
  return reply(sentence, [richText([paragraph(text(sentence)), ...mentions(ask)])]);
}

function decision({ proposal, timeZone }: ProposalFacts, words: Words) {
  const { decidedBy, decidedAt, reason, state } = proposal;
  return [
    ...(decidedBy === null || decidedAt === null ? [] : [by(decidedBy, decidedAt, { words, timeZone })]),
    ...(reason === null || state !== 'rejected'
      ? []
      : [paragraph(text(words('proposal.reason', { reason })))]),
  ];
}

function by(author: Author, at: Date, telling: Telling) {
  const { words } = telling;
  return paragraph(text(`${words('proposal.decidedBy')} `), ...whoAndWhen({ by: author, at }, telling));
}

function row(buttons: Parameters<typeof actions>[1]): KnownBlock[] {
  return buttons.length === 0 ? [] : [actions('decided', buttons)];
}
