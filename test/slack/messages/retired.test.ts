import { expect, test } from '@jest/globals';
import { restoreRefusedMessage } from '../../../src/slack/messages/retired.ts';
import { wordsIn } from '../../../src/slack/words/index.ts';

test('a project that is not there: nothing was entered that could be copied', () => {
  const { text } = restoreRefusedMessage({ kind: 'gone', target: null }, wordsIn('ja'));
  expect(text).toBe('このプロジェクトは見つかりませんでした。データは変更されていません。');
});
