import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lengthOf } from '../../../src/slack/blocks/length.ts';
import { limits } from '../../../src/slack/blocks/limits.ts';
import { list, paragraph, richText, text } from '../../../src/slack/blocks/rich-text.ts';

function told(content: string): readonly string[] {
  return text(content).map((element) => (element.type === 'text' ? element.text : ''));
}

describe('a run of text is taken literally', () => {
  test.each([
    '<!channel>',
    '<@U0SOMEBODY>',
    '*a* _b_ ~c~ `d`',
    '&lt;!here&gt; &amp;',
    '> quote',
    '👨‍👩‍👧 𠮷',
  ])('%s', (content) => expect(text(content)).toEqual([{ type: 'text', text: content }]));

  test('with its style', () => {
    expect(text('a', { bold: true })).toEqual([{ type: 'text', text: 'a', style: { bold: true } }]);
  });
});

describe('what would break the layout goes', () => {
  test.each([
    ['a\nb\r\nc', ['a b c']],
    ['a\u202Eb\u200B\u0000c', ['abc']],
    ['　a ', [' a ']],
    ['　', [' ']],
    ['', []],
    ['\u200B', []],
  ])('%j', (content, expected) => expect(told(content)).toEqual(expected));
});

describe('a long run is cut into pieces that Slack takes', () => {
  test.each([
    ['3,000 characters are one', 'あ'.repeat(3000), 1],
    ['3,001 are three', 'あ'.repeat(3001), 3],
    ['rare kanji count twice', '𠮷'.repeat(1501), 2],
  ])('%s', (_, content, count) => expect(told(content)).toHaveLength(count));

  test('none too long, none empty, no character split, nothing lost', () => {
    fc.assert(
      fc.property(fc.constantFrom('あ', '𠮷', 'x𠮷'), fc.nat(4000), (piece, times) => {
        const pieces = told(piece.repeat(times));
        expect(pieces.join('')).toBe(piece.repeat(times));
        for (const each of pieces) {
          expect(each.length).toBeLessThanOrEqual(limits.text);
          expect(each).not.toMatch(/^$|\p{Cs}/u);
        }
      }),
      { numRuns: 30 },
    );
  });
});

test('paragraphs and lists make a block, whose length is that of its texts', () => {
  const block = richText([paragraph(text('見出し'), text('続き')), list([paragraph(text('項目'))], 1)]);
  expect(block).toMatchObject({
    type: 'rich_text',
    elements: [{ type: 'rich_text_section' }, { type: 'rich_text_list', style: 'bullet', indent: 1 }],
  });
  expect(lengthOf(block)).toBe('見出し続き項目'.length);
});

test.each([null, undefined, 'text', 5, {}, []])('%j has no length', (part) => expect(lengthOf(part)).toBe(0));
