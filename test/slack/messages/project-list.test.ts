import { expect, test } from '@jest/globals';
import type { ProjectId, ProjectSummary } from '../../../src/domain/project.ts';
import { checkMessage } from '../../../src/sandbox/slack/blocks/message-check.ts';
import { projectList } from '../../../src/slack/messages/project-list.ts';
import { wordsIn } from '../../../src/slack/words/index.ts';
import { wordsOf } from '../../e2e/read-message.ts';
import { today } from '../../support/factories.ts';

const view = { words: wordsIn('ja'), today };

const named = (count: number): readonly ProjectSummary[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `p${index + 1}` as ProjectId,
    number: index + 1,
    name: `産業プロジェクト${index + 1}`,
    aliases: [],
    strands: [],
    indicators: [],
    scheduled: [],
  }));

test.each([
  ['none', 0],
  ['one', 1],
  ['ten thousand', 10_000],
])('a list of %s is a message that Slack takes, on its first and its last page', (_, count) => {
  const pages = [1, 9_999].map((wanted) => projectList(named(count), wanted, view));
  for (const { text, blocks } of pages) expect(checkMessage({ text, blocks: [...blocks] })).toBeNull();
  const [first, last] = pages.map(({ blocks }) => wordsOf({ blocks: blocks.map((block) => ({ ...block })) }));
  if (count > 0) expect(first).toContain('1. 産業プロジェクト1');
  if (count > 0) expect(last).toContain(`${count}. 産業プロジェクト${count}`);
});
