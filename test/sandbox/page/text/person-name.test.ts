import { expect, test } from '@jest/globals';
import { personName } from '../../../../src/sandbox/page/text/person-name.ts';
import { aState } from '../factory.ts';

test.each([
  ['who is there', 'U0STAFF', '山田 花子'],
  ['the bot', 'U0BOT', 'Shinchoku'],
  ['who has left', 'U0SUZUKI', '鈴木 一郎'],
  ['a stranger', 'U0NOBODY', null],
])('the name of %s', (_who, id, name) => expect(personName(id, aState())).toBe(name));
