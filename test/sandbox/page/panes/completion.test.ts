import { describe, expect, test } from '@jest/globals';
import { offersFor } from '../../../../src/sandbox/page/panes/completion.ts';
import { aState } from '../factory.ts';

const offered = (typed: string) =>
  offersFor(typed, aState()).offers.map(({ text, callbackId }) => text ?? callbackId);

describe('what the composer offers', () => {
  test.each([
    ['/', ['/project ', 'open']],
    ['/pro', ['/project ']],
    ['/project ', ['/project 8', '/project 8 指標', '/project 予定 今月', '/project 使い方']],
    ['/project 8', ['/project 8 指標']],
    ['/project ８', ['/project 8 指標']],
    ['/project 予', ['/project 予定 今月']],
    ['/project 予定 今月', []],
    ['/nosuch', []],
    ['おはよう', []],
    ['@s', ['@Shinchoku ']],
    ['ねえ @', ['ねえ @Shinchoku ', 'ねえ @山田 花子 ', 'ねえ @佐藤 健 ']],
    ['a@example', []],
  ])('behind %j', (typed, texts) => {
    expect(offered(typed)).toEqual(texts);
  });

  test.each([
    ['/', true],
    ['/pro', true],
    ['/project', false],
    ['/project ', false],
    ['@', true],
  ])('behind %j Enter takes the first: %s', (typed, eager) => {
    expect(offersFor(typed, aState()).eager).toBe(eager);
  });
});
