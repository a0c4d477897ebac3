import { describe, expect, test } from '@jest/globals';
import { problemWords } from '../../../src/slack/modals/problem-words.ts';
import { wordsIn } from '../../../src/slack/words/index.ts';

const words = wordsIn('ja');
const unreadable = {
  field: 'when',
  kind: 'period',
  refusal: { kind: 'not-a-period' },
} as unknown as Parameters<typeof problemWords>[0];

describe('an error names an example that its form takes', () => {
  test.each([
    ['record-observation', '例: R3.3、R2.3末、R元年度'],
    ['correct-observation', '例: R3.3、R2.3末、R元年度'],
    ['plan-event', 'R2.11下旬'],
  ] as const)('a time in %s', (verb, example) => {
    expect(problemWords(unreadable, words, verb)).toContain(example);
    expect(problemWords({ field: 'when', kind: 'missing' }, words, verb)).toContain(example);
  });
});
