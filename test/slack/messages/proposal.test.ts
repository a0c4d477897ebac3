import { describe, expect, test } from '@jest/globals';
import type { Proposal } from '../../../src/actions/change-ports.ts';
import type { PersonId } from '../../../src/domain/person.ts';
import { todoBlocks } from '../../../src/slack/home/todo-blocks.ts';
import { type ProposalFacts, proposalMessage } from '../../../src/slack/messages/proposal.ts';
import { decidedMessage, stuckMessage } from '../../../src/slack/messages/proposal-decided.ts';
import { proposedMessage } from '../../../src/slack/messages/written.ts';
import { undecided } from '../../../src/slack/modals/proposal/decide.ts';
import { thingBlocks } from '../../../src/slack/reminders/message.ts';
import { wordsIn } from '../../../src/slack/words/index.ts';
import { buttonsOf, wordsOf } from '../../e2e/read-message.ts';
import { aMilestoneIn, aProposal, lead } from '../../support/changes.ts';
import { aProject, today } from '../../support/factories.ts';

const words = wordsIn('ja');
const project = aProject({ number: 8, name: 'IoTの導入' });
const factsOf = (given: Partial<Proposal> = {}): ProposalFacts => ({
  proposal: aProposal(project.id, given),
  project,
  drafts: [{ before: null, after: aMilestoneIn(project.id, '説明会を開催') }],
  timeZone: 'Asia/Tokyo',
});
/** Plain blocks, as Slack gets them. */
const sent = ({ blocks }: { readonly blocks: readonly object[] }) => ({
  blocks: blocks.map((block) => ({ ...block })),
});
const told = (message: { readonly blocks: readonly object[] }) => wordsOf(sent(message));
const labels = (message: { readonly blocks: readonly object[] }) =>
  buttonsOf(sent(message)).map(({ label }) => label);

describe('among other things it names its project and its author', () => {
  const facts = factsOf();
  const thing = {
    kind: 'proposal',
    key: 'p',
    proposal: facts.proposal,
    projectNumber: 8,
    projectName: project.name,
    since: today,
  } as unknown as Parameters<typeof thingBlocks>[0];
  test.each([
    [
      'on Home',
      () =>
        todoBlocks([{ kind: 'proposal', facts }], {
          counts: { proposal: 1, passed: 0, late: 0, opened: 0 },
          view: { words, today },
        }),
    ],
    ['in a reminder', () => thingBlocks(thing, { today, proposals: new Map([[thing.key, facts]]) }, words)],
  ])('%s', (_where, blocks) => {
    expect(told({ blocks: blocks() })).toMatch(
      /8番 IoTの導入\n進捗を記録: 説明会を開催[\s\S]*提案した人: <@U0STAFF>/,
    );
    expect(labels({ blocks: blocks() })).toEqual(['承認', '修正', '却下']);
  });
});

describe('what is not decided yet is not told as done', () => {
  const en = wordsIn('en');
  const decidedBy = { decidedBy: lead, decidedAt: new Date(0) };
  test.each([
    ['asked', () => proposalMessage(factsOf(), en), 'Record progress: '],
    [
      'proposed',
      () =>
        proposedMessage({ kind: 'proposed', proposal: factsOf().proposal, ask: [] }, { words: en, project }),
      'Record progress: ',
    ],
    [
      'rejected',
      () => decidedMessage(factsOf({ state: 'rejected', ...decidedBy }), { words: en, isMine: false }),
      'Record progress: ',
    ],
    [
      'approved',
      () => decidedMessage(factsOf({ state: 'approved', ...decidedBy }), { words: en, isMine: false }),
      'Progress recorded: ',
    ],
  ])('%s', (_what, message, verb) => expect(told(message())).toContain(verb));
});

describe('where 承認 would fail, it is not offered', () => {
  const facts = factsOf();
  const conflict = {
    kind: 'conflict',
    current: { version: 2 },
    last: null,
    target: null,
  } as unknown as Parameters<typeof undecided>[0];
  test.each([
    ['after a conflict', () => undecided(conflict, { facts, words })],
    ['the row is gone', () => undecided({ kind: 'gone', target: null }, { facts, words })],
    ['it cannot be recorded as it is', () => proposalMessage({ ...facts, drafts: [] }, words)],
  ])('%s', (_why, message) => expect(labels(message())).toEqual(['修正', '却下']));
});

describe('the author whose proposal reached nobody', () => {
  test.each([
    ['those who are there', ['U0LEAD'], /直接[\s\S]*<@U0LEAD>/],
    ['nobody is there', [], /お手数ですが、システム管理者にご相談ください。$/],
  ] as const)('learns whom to ask: %s', (_who, ask, expected) =>
    expect(told(stuckMessage(factsOf(), ask as readonly PersonId[], words))).toMatch(expected),
  );
});
