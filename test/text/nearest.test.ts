import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nearest } from '../../src/text/nearest.ts';

const words = [
  '指標',
  'indicators',
  '進捗',
  'milestones',
  '予定',
  'upcoming',
  '使い方',
  'help',
  'スタートアップ',
];

describe('a word with slips of the keyboard', () => {
  test.each([
    ['指評', ['指標']],
    ['進歩', ['進捗']],
    ['indicaters', ['indicators']],
    ['INDICATER', ['indicators']],
    ['upcomming', ['upcoming']],
    ['ｍｉｌｅｓｔｏｎ', ['milestones']],
    ['hlep', ['help']],
    ['hel', ['help']],
    ['up', ['upcoming']],
    ['すたーと', ['スタートアップ']],
    ['使い型', ['使い方']],
    ['使いかた', ['使い方']],
    ['使いカタ', ['使い方']],
    ['指ひょう', ['指標']],
  ])('%s means %j', (typed, expected) => expect(nearest(typed, words)).toEqual(expected));
});

test.each(['', '　', '・', 'x', 'xyz', '知事', 'しひょう', 'よほう', '???', '<!channel>'])(
  '%j means none of them',
  (typed) => {
    expect(nearest(typed, words)).toEqual([]);
  },
);

test('the nearest comes first, and no more than asked for', () => {
  const near = ['aaaaaa', 'aaaaab', 'aaabbb', 'aaaaac', 'zzzzzz'];
  expect(nearest('aaaaab', near)).toEqual(['aaaaab', 'aaaaaa', 'aaaaac']);
  expect(nearest('aaaaab', near, 1)).toEqual(['aaaaab']);
});

test('a text too long to be a slip of a word is compared with nothing', () => {
  expect(nearest('a'.repeat(60), ['a'.repeat(60)])).toHaveLength(1);
  expect(nearest('a'.repeat(61), ['a'.repeat(61)])).toEqual([]);
});

test('gives at most as many as asked for, all of them candidates, whatever is typed', () => {
  const texts = fc.string({ unit: 'binary', maxLength: 80 });
  fc.assert(
    fc.property(texts, fc.array(texts, { maxLength: 8 }), fc.nat(5), (typed, candidates, most) => {
      const found = nearest(typed, candidates, most);
      expect(found.length).toBeLessThanOrEqual(most);
      for (const each of found) expect(candidates).toContain(each);
    }),
  );
});
