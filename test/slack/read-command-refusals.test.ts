import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { understand } from './understand.ts';

describe('what is no number of a project', () => {
  test.each([
    ['0', '0'],
    ['11', '11'],
    ['１１番', '11'],
    ['十一', '11'],
    ['-1', '-1'],
    ['1.5', '1.5'],
    ['1,234', '1,234'],
    ['99 指標', '99'],
    ['指標 99', '99'],
    ['予定 99', '99'],
    ['99 foo', '99'],
  ])('%s is refused with the numbers there are', (text, typed) => {
    expect(understand(text)).toMatchObject({ kind: 'no-such-number', typed, range: { first: 1, last: 10 } });
  });

  test.each(['1e3', '∞', '100%', '８％', '零', '8.', 'NaN'])('%s is no number at all', (text) => {
    expect(understand(text)).toMatchObject({ kind: 'unknown' });
  });
});

describe('a misspelt word gets the nearest', () => {
  test.each([
    ['8 指評', { kind: 'unknown-rest', typed: '指評', number: 8, words: ['指標'] }],
    ['港湾 指評', { kind: 'unknown-rest', typed: '指評', number: 1, words: ['指標'] }],
    ['指評 8', { kind: 'unknown-rest', typed: '指評', number: 8, words: ['指標'] }],
    ['8 upcomming', { kind: 'unknown-rest', typed: 'upcomming', number: 8, words: ['upcoming'] }],
    ['8 天気', { kind: 'unknown-rest', typed: '天気', number: 8 }],
    ['指評', { kind: 'unknown', typed: '指評', words: ['1 指標'] }],
    ['hlep', { kind: 'unknown', typed: 'hlep', words: ['help'] }],
    ['upcomming', { kind: 'unknown', typed: 'upcomming', words: ['upcoming'] }],
  ])('%s', (text, refusal) => expect(understand(text)).toMatchObject(refusal));

  test('and a word that fits nothing the words there are', () => {
    expect(understand('8 天気')).toMatchObject({ words: ['カード', '指標', '進捗'] });
  });

  test('a misspelt name the nearest project', () => {
    expect(understand('スターアップ')).toMatchObject({ kind: 'unknown', projects: [{ number: 9 }] });
    expect(understand('指標 スターアップ')).toMatchObject({ kind: 'unknown', projects: [{ number: 9 }] });
  });
});

describe('what is not enough or too much', () => {
  test('a word that needs a project', () => {
    expect(understand('指標')).toEqual({ kind: 'needs-project', typed: '指標' });
    expect(understand('指標 知事')).toEqual({ kind: 'needs-project', typed: '指標' });
  });

  test.each(['地域中核企業', '地域中核企業 指標', '指標 地域中核企業'])('%s: a name of several', (text) => {
    expect(understand(text)).toMatchObject({
      kind: 'several-projects',
      typed: '地域中核企業',
      projects: [{ number: 4 }, { number: 5 }],
    });
  });

  test('200 characters are read, 201 are not', () => {
    expect(understand('あ'.repeat(200))).toMatchObject({ kind: 'unknown' });
    expect(understand('あ'.repeat(201))).toEqual({ kind: 'too-long', length: 201 });
    expect(understand('8'.repeat(8000))).toEqual({ kind: 'too-long', length: 8000 });
  });

  test('without projects a number says that the store is empty, and words still work', () => {
    expect(understand('8', [])).toEqual({ kind: 'empty-store' });
    expect(understand('使い方', [])).toBe('help');
    expect(understand('指評', [])).toMatchObject({ kind: 'unknown', projects: [], words: [] });
  });
});

describe('hostile text is only text', () => {
  test.each([
    '<!channel>',
    '<@U0SOMEBODY>',
    '<https://evil.example|承認>',
    "'; DROP TABLE project; --",
    '%',
    '_',
    '\\',
    '../../etc/passwd',
    '__proto__',
    'constructor',
    '*',
    '八百屋',
  ])('%s', (text) => expect(understand(text)).toMatchObject({ kind: 'unknown', typed: text }));
});

test('every text is understood or refused, never thrown at', () => {
  const pieces = fc.constantFrom(
    '8',
    '八',
    '第',
    '番',
    '指標',
    '予定',
    ' ',
    '　',
    'p2',
    'IoT',
    '-',
    '.',
    '#',
    '@',
    '@R2.3',
    '\u202E',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 220 }),
    fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => expect(['string', 'object']).toContain(typeof understand(text))),
    { numRuns: 1000 },
  );
});
