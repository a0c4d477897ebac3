import { expect, test } from '@jest/globals';
import { parseMarkdown } from '../../../../src/sandbox/page/text/markdown.ts';

test.each([
  ['## 見出し', [{ kind: 'heading', level: 2, text: '見出し' }]],
  [
    '一行\n二行\n\n次',
    [
      { kind: 'paragraph', text: '一行\n二行' },
      { kind: 'paragraph', text: '次' },
    ],
  ],
  ['> a\n> b', [{ kind: 'quote', text: 'a\nb' }]],
  ['```js\nx\n```', [{ kind: 'pre', text: 'x' }]],
  ['```\nno end', [{ kind: 'pre', text: 'no end' }]],
  ['---', [{ kind: 'rule' }]],
  [
    '- a\n  - b',
    [
      {
        kind: 'list',
        ordered: false,
        items: [
          { depth: 0, text: 'a' },
          { depth: 1, text: 'b' },
        ],
      },
    ],
  ],
  ['1. a', [{ kind: 'list', ordered: true, items: [{ depth: 0, text: 'a' }] }]],
  [
    '| a | b |\n| --- | :-: |\n| 1 | 2 |',
    [
      {
        kind: 'table',
        rows: [
          ['a', 'b'],
          ['1', '2'],
        ],
      },
    ],
  ],
  ['', []],
])('%j', (source, blocks) => {
  expect(parseMarkdown(source)).toEqual(blocks);
});
