import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFigures, readText } from '../../src/text/read-text.ts';

describe('a text is kept as typed but for the blanks around it', () => {
  test.each([
    ['  ローカル5G実証を開始\n', 'ローカル5G実証を開始'],
    ['　第１回　協議会　', '第１回　協議会'],
    ['<!channel> *太字* `=1+1`', '<!channel> *太字* `=1+1`'],
    ["'; DROP TABLE project; --", "'; DROP TABLE project; --"],
    ['一行目\n二行目', '一行目\n二行目'],
    ['𠮷野家 👨‍👩‍👧', '𠮷野家 👨‍👩‍👧'],
    ['右\u202Eから', '右\u202Eから'],
  ])('%j', (typed, kept) => expect(readText(typed)).toEqual({ ok: true, value: kept }));
});

describe('what is refused', () => {
  test.each(['', ' ', '　　', '\n\t', '\u200B\uFEFF', '\u202E', '\u00AD'])('%j is empty', (typed) =>
    expect(readText(typed)).toEqual({ ok: false, refusal: { kind: 'missing' } }),
  );

  test.each(['a\u0000b', '\ud800', 'x\udfff'])('%j cannot be stored', (typed) =>
    expect(readText(typed)).toEqual({ ok: false, refusal: { kind: 'unprintable' } }),
  );

  test('one character over the limit', () => {
    expect(readText('あ'.repeat(3000)).ok).toBe(true);
    expect(readText('あ'.repeat(3001))).toEqual({
      ok: false,
      refusal: { kind: 'too-long', most: 3000, length: 3001 },
    });
  });

  test('characters beyond the basic plane count once', () => {
    expect(readText('𠮷'.repeat(10), 10).ok).toBe(true);
    expect(readText('𠮷'.repeat(11), 10).ok).toBe(false);
  });
});

describe('figures at the end of a line', () => {
  test.each([
    ['産業セミナーの開催 [64社、約120名参加]', '産業セミナーの開催', ['64社、約120名参加']],
    ['産業セミナーの開催［12社30名］　', '産業セミナーの開催', ['12社30名']],
    ['開催[12社] [30名]', '開催', ['12社', '30名']],
    ['[令和2年度] 開催', '[令和2年度] 開催', []],
    ['開催 []', '開催 []', []],
    ['[12社]', '[12社]', []],
    ['開催]', '開催]', []],
    ['開催', '開催', []],
  ])('%j', (line, text, figures) => expect(readFigures(line)).toEqual({ text, figures }));

  test('any line: what is read is text and figures of that line', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('[', ']', '［', '］', ' ', 'a', '社') }), (line) => {
        const { text, figures } = readFigures(line);
        for (const part of [text, ...figures]) expect(line).toContain(part);
      }),
    );
  });
});
