import { expect, test } from '@jest/globals';
import type { Change, SynonymSnapshot } from '../../../src/domain/change.ts';
import { searchWordWrittenMessage } from '../../../src/slack/messages/search-word-written.ts';
import { wordsIn } from '../../../src/slack/words/index.ts';
import { wordsOf } from '../../e2e/read-message.ts';
import { today } from '../../support/factories.ts';

const synonym: SynonymSnapshot = { kind: 'synonym', from: '税関', to: ['港湾'] };

test.each([
  ['add-synonym', null, synonym, /見つかるものはありません。表と同じ書き方かどうか、確かめてください。/],
  ['remove-synonym', synonym, null, /見つかるものはありません。$/],
] as const)('%s, and nothing is found', (verb, before, after, expected) => {
  const changes = [{ verb, before, after } as unknown as Change];
  const { blocks } = searchWordWrittenMessage(
    { setId: 'set', changes },
    {
      words: wordsIn('ja'),
      today,
      timeZone: 'Asia/Tokyo',
      typed: '税関',
      found: { kind: 'not-found', typed: '税関' } as never,
    },
  );
  expect(wordsOf({ blocks: blocks.map((block) => ({ ...block })) })).toMatch(expected);
});
