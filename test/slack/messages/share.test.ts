import { expect, test } from '@jest/globals';
import type { PersonId } from '../../../src/domain/person.ts';
import { sharedCard, sharePreview } from '../../../src/slack/messages/share.ts';
import { wordsIn } from '../../../src/slack/words/index.ts';
import { aProject, today } from '../../support/factories.ts';

const project = aProject({ number: 8, name: '次世代モビリティ' });
const sharer = 'U0SMITH' as PersonId;

test('others read a shared card in Japanese, whoever shares it', () => {
  const [english, japanese] = (['en', 'ja'] as const).map((language) =>
    sharedCard(project, sharer, { words: wordsIn(language), today }),
  );
  expect(english).toEqual(japanese);
});

test('the preview holds the very blocks that others will see, between words in the language of the asker', () => {
  const view = { words: wordsIn('en'), today };
  const preview = sharePreview(project, sharer, view);
  expect(preview.blocks).toEqual(expect.arrayContaining([...sharedCard(project, sharer, view).blocks]));
  expect(preview.text).toBe(wordsIn('en')('share.preview'));
});
