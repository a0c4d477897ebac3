import type { Button, KnownBlock, RichTextElement } from '@slack/types';
import { z } from 'zod';
import type { Draft, Proposal } from '../../actions/change-ports.ts';
import type { Origin } from '../../domain/change.ts';
import type { Project } from '../../domain/project.ts';
import { cleanLine } from '../../text/clean.ts';
import { actions, context, header } from '../blocks/build.ts';
import { limits } from '../blocks/limits.ts';
import { list, paragraph, richText, text } from '../blocks/rich-text.ts';
import { shorten } from '../blocks/shorten.ts';
import { type Reply, reply } from '../reply.ts';
import type { WordKey, Words } from '../words/index.ts';
import { changedThing, changeLines } from './parts/change-lines.ts';
import { joinCorrections } from './parts/correction.ts';
import { mostOfName } from './parts/navigation.ts';
import { proposedVerb, typedThing } from './parts/proposed.ts';
import { whoAndWhen } from './parts/who-and-when.ts';
import { withPrevious } from './written.ts';

/** A proposal with what it would change now. */
export interface ProposalFacts {
  readonly proposal: Proposal;
  readonly project: Project | null;
  /** What it would change, or has changed. */
  readonly drafts: readonly Pick<Draft, 'before' | 'after'>[];
  /** In which instants are told. */
  readonly timeZone: string;
}

/** The action ids of the buttons below a proposal. */
export const proposalActions = {
  approve: 'do:approve',
  amend: 'proposal:amend',
  reject: 'proposal:reject',
} as const;

/** What such a button says: which proposal. Who may decide on it is asked in the action. */
export const ProposalValue = z.object({
  proposal: z.string().min(1).max(64),
  /** The message speaks of other things as well: the answer does not take its place. */
  among: z.boolean().default(false),
});

interface DecisionOptions {
  readonly among?: boolean;
  readonly approves?: boolean;
}

const mostThing = 200;

/** What those see who decide: what is proposed, before → after, by whom and from where, with three buttons. */
export function proposalMessage(facts: ProposalFacts, words: Words): Reply {
  const { project, drafts } = facts;
  const sentence = words('proposal.sentence', {
    number: project?.number ?? '',
    what: proposedThing(facts, words),
  });
  return reply(sentence, [
    ...proposalBlocks(facts, words),
    ...(drafts.length === 0 ? [context(words('proposal.cannot'))] : []),
    actions('proposal', decisionButtons(facts, words)),
    context(words('proposal.about')),
  ]);
}

function proposalBlocks(facts: ProposalFacts, words: Words): KnownBlock[] {
  const { project } = facts;
  return [
    header(words('proposal.title', { number: project?.number ?? '', name: project?.name ?? '' })),
    richText([...aboutProposal(facts, words), ...fromWhere(facts, words)]),
  ];
}

/** 進捗を記録: ローカル5G実証を開始, and what it says before and after. */
export function aboutProposal(facts: ProposalFacts, words: Words) {
  const { proposal, project, drafts } = facts;
  const names = { words, project };
  const verb = proposedVerb(proposal, words);
  const [main] = joinCorrections(drafts);
  const lines = main === undefined ? [] : changeLines(withPrevious(main, project), names);
  return [
    paragraph(
      text(words('proposal.what', { verb, what: shorten(proposedThing(facts, words), mostThing) }), {
        bold: true,
      }),
    ),
    ...(lines.length > 0 ? [list(lines)] : []),
  ];
}

/** The same where it stands among other things: below its project and above who proposed it, which no heading tells. */
export function aboutProposalAmongOthers(facts: ProposalFacts, words: Words) {
  const { project, drafts } = facts;
  const ofProject =
    project === null
      ? []
      : [
          paragraph(
            text(
              words('agenda.project', {
                number: project.number,
                name: shorten(project.name, mostOfName),
              }),
            ),
          ),
        ];
  const cannot = drafts.length === 0 ? [paragraph(text(words('proposal.cannot')))] : [];
  return [...ofProject, ...aboutProposal(facts, words), proposedBy(facts, words), ...cannot];
}

/** 提案した人: … */
export function proposedBy({ proposal: { author, proposedAt }, timeZone }: ProposalFacts, words: Words) {
  const by = whoAndWhen({ by: author, at: proposedAt }, { words, timeZone });
  return paragraph(text(`${words('proposal.by')} `), ...by);
}

/** What it is about: the row that it changes or adds, else what its author typed. */
function proposedThing({ drafts, project, proposal }: ProposalFacts, words: Words): string {
  const [main] = drafts;
  if (main !== undefined) return cleanLine(changedThing(main, { words, project }));
  return typedThing(proposal);
}

function fromWhere(facts: ProposalFacts, words: Words) {
  return [proposedBy(facts, words), ...originLine(facts.proposal.origin, words)];
}

function originLine({ channelId, permalink }: Origin, words: Words) {
  if (channelId === null && permalink === null) return [];
  const link: RichTextElement[] =
    permalink === null ? [] : [{ type: 'link', url: permalink, text: words('proposal.fromMessage') }];
  return [
    paragraph(
      text(`${words('proposal.from')} `),
      channelId === null ? [] : place(channelId, words),
      text('　'),
      link,
    ),
  ];
}

/** A direct message has no name that others see. */
function place(channelId: string, words: Words): RichTextElement[] {
  return channelId.startsWith('D')
    ? text(words('proposal.fromDirect'))
    : [{ type: 'channel', channel_id: channelId }];
}

/**
 * 承認, 修正 and 却下; 承認 only where it can be recorded as it is. `among`: the message speaks of other things as well.
 */
export function decisionButtons(
  facts: ProposalFacts,
  words: Words,
  { among = false, approves = facts.drafts.length > 0 }: DecisionOptions = {},
): Button[] {
  const value = JSON.stringify({ proposal: facts.proposal.id, ...(among && { among }) });
  const what = proposedThing(facts, words);
  const button = (action: keyof typeof proposalActions, label: WordKey): Button => ({
    type: 'button',
    action_id: proposalActions[action],
    value,
    text: { type: 'plain_text', text: words(label), emoji: false },
    accessibility_label: shorten(words('proposal.button', { label: words(label), what }), limits.buttonText),
  });
  return [
    ...(approves ? [{ ...button('approve', 'proposal.approve'), style: 'primary' as const }] : []),
    button('amend', 'proposal.amend'),
    { ...button('reject', 'proposal.reject'), style: 'danger' },
  ];
}

/** Why nothing was decided, and below it the proposal with what helps: 承認 as it stands would fail again. */
export function undecidedMessage(facts: ProposalFacts, { words, why }: { words: Words; why: string }): Reply {
  const problem: KnownBlock = richText([paragraph(text(why, { bold: true }))]);
  const buttons = decisionButtons(facts, words, { approves: false });
  return reply(why, [problem, ...proposalBlocks(facts, words), actions('proposal', buttons)]);
}
