import { describe, expect, test } from '@jest/globals';
import type { ProjectId, ProjectSummary } from '../../../src/domain/project.ts';
import { refusalMessage } from '../../../src/slack/messages/refusal.ts';
import { wordsIn } from '../../../src/slack/words/index.ts';
import { buttonsOf, wordsOf } from '../../e2e/read-message.ts';

const words = wordsIn('ja');

/** What a person sees, and what the buttons ask. */
function seen(refusal: Parameters<typeof refusalMessage>[0]) {
  const blocks = refusalMessage(refusal, words).blocks.map((block) => ({ ...block }));
  return { told: wordsOf({ blocks }), asks: buttonsOf({ blocks }).map(({ value }) => value) };
}

const named = (count: number): readonly ProjectSummary[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `p${index + 1}` as ProjectId,
    number: index + 1,
    name: `産業プロジェクト${index + 1}`,
    aliases: [],
    indicators: [],
    scheduled: [],
  }));

describe('several projects match', () => {
  test.each([2, 10, 24])('all %d can be pressed', (count) => {
    const { told, asks } = seen({ kind: 'several-projects', typed: '産業', projects: named(count) });
    expect(told).toContain(`${count}件`);
    expect(asks).toEqual(named(count).map(({ number }) => String(number)));
  });

  test('more than Slack has buttons for: the last button leads to the list', () => {
    const { asks } = seen({ kind: 'several-projects', typed: '産業', projects: named(25) });
    expect(asks).toHaveLength(25);
    expect(asks.at(-1)).toBe('list');
  });
});

test('a word that no project takes is answered with what can be typed instead', () => {
  const { told, asks } = seen({ kind: 'unknown-rest', typed: 'グラフ', number: 8, words: ['指標', '進捗'] });
  expect(told).toContain('「グラフ」');
  expect(told).toContain('次のように入力できます');
  expect(asks).toEqual(['8 指標', '8 進捗', 'help']);
});
