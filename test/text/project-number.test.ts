import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readProjectNumber } from '../../src/text/project-number.ts';

test.each([
  ['8', '8', ''],
  ['08', '8', ''],
  ['第8', '8', ''],
  ['8番', '8', ''],
  ['8番目の指標', '8', '指標'],
  ['8号', '8', ''],
  ['#8 予定', '8', '予定'],
  ['No.8', '8', ''],
  ['pj 8', '8', ''],
  ['project 8 log', '8', 'log'],
  ['プロジェクト8', '8', ''],
  ['8プロジェクト', '8', ''],
  ['8の指標', '8', '指標'],
  ['8指標', '8', '指標'],
  ['5G', '5', 'G'],
  ['八', '8', ''],
  ['第八', '8', ''],
  ['十番', '10', ''],
  ['十二', '12', ''],
  ['二十', '20', ''],
  ['第三十四号', '34', ''],
  ['0', '0', ''],
  ['-1', '-1', ''],
  ['−1', '-1', ''],
  ['1.5', '1.5', ''],
  ['1,234', '1,234', ''],
  ['1e3', '1', 'e3'],
])('%s is the number %s, then %j', (text, typed, rest) => {
  expect(readProjectNumber(text)).toMatchObject({ typed, rest });
});

test.each([
  ['第5世代', { marked: true, parted: true }],
  ['5 G', { marked: false, parted: true }],
  ['5G', { marked: false, parted: false }],
  ['六次産業', { marked: false, parted: false }],
])('%s tells how sure the number is: %j', (text, expected) => {
  expect(readProjectNumber(text)).toMatchObject(expected);
});

test.each(['', '港湾', '∞', 'project', '第', '#', '指標 8', '零', '百', '①'])(
  '%j begins with none',
  (text) => {
    expect(readProjectNumber(text)).toBeNull();
  },
);

test('never throws', () => {
  const text = fc.string({
    unit: fc.constantFrom('第', '#', '8', '十', '二', '.', ',', '-', ' ', '番', 'の', 'a'),
  });
  fc.assert(fc.property(text, (typed) => expect(() => readProjectNumber(typed)).not.toThrow()));
});
