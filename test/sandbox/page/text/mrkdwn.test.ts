import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseMrkdwn } from '../../../../src/sandbox/page/text/mrkdwn.ts';
import { type TextNode, unescapeText } from '../../../../src/sandbox/page/text/nodes.ts';

/** The tree in a short notation: b(…) bold, i(…) italic, s(…) strike, q(…) quote; leaves by kind. */
function outline(nodes: readonly TextNode[]): string {
  return nodes.map(outlineOne).join('');
}

function outlineOne(node: TextNode): string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'bold':
    case 'italic':
    case 'strike':
    case 'quote':
      return `${node.kind.charAt(0)}(${outline(node.children)})`;
    case 'code':
    case 'pre':
      return `${node.kind}(${node.text})`;
    case 'link':
      return `link(${node.url}${node.label === null ? '' : ` ${node.label}`})`;
    case 'broadcast':
      return `broadcast(${node.range})`;
    case 'date':
      return `date(${node.seconds} ${node.format} ${node.link ?? ''} ${node.fallback ?? ''})`;
    case 'emoji':
      return `emoji(${node.name})`;
    default:
      return `${node.kind}(${node.id}${node.label === null ? '' : ` ${node.label}`})`;
  }
}

/** The tree written back with its markers: what the reader would see if Slack formatted nothing. */
function written(nodes: readonly TextNode[]): string {
  return nodes.map(writtenOne).join('');
}

const MARKERS = { bold: '*', italic: '_', strike: '~' } as const;
const SIGILS = { user: '@', channel: '#', group: '!subteam^', broadcast: '!' } as const;

function writtenOne(node: TextNode): string {
  const token = (head: string, label: string | null) => `<${head}${label === null ? '' : `|${label}`}>`;
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'bold':
    case 'italic':
    case 'strike':
      return MARKERS[node.kind] + written(node.children) + MARKERS[node.kind];
    case 'quote':
      return node.marker + written(node.children) + node.end;
    case 'code':
      return `\`${node.text}\``;
    case 'pre':
      return `\`\`\`${node.text}\`\`\`${node.end}`;
    case 'link':
      return node.bare ? node.url : token(node.url, node.label);
    case 'broadcast':
      return token(SIGILS.broadcast + node.range, node.label);
    case 'date': {
      const link = node.link === null ? '' : `^${node.link}`;
      return token(`!date^${node.seconds}^${node.format}${link}`, node.fallback);
    }
    case 'emoji':
      return `:${node.name}:`;
    default:
      return token(SIGILS[node.kind] + node.id, node.label);
  }
}

describe('styles', () => {
  test.each([
    ['*太字*', 'b(太字)'],
    ['_斜体_', 'i(斜体)'],
    ['~取消~', 's(取消)'],
    ['`code`', 'code(code)'],
    ['*a _b ~c~_*', 'b(a i(b s(c)))'],
    ['指標: *15%* です', '指標: b(15%) です'],
    ['(*a*)', '(b(a))'],
    ['*a* *b*', 'b(a) b(b)'],
    ['`*a*`', 'code(*a*)'],
    ['*a `b` c*', 'b(a code(b) c)'],
    ['前\u200b*太字*\u200b後', '前\u200bb(太字)\u200b後'],
    ['前　*太字*　後', '前　b(太字)　後'],
  ])('%j is formatted', (source, tree) => {
    expect(outline(parseMrkdwn(source))).toBe(tree);
  });

  test.each([
    ['a letter before', 'これは*太字*です'],
    ['full-width punctuation after', '*項目*：説明'],
    ['a letter after', '*太字*です'],
    ['a digit after', '2*3*4'],
    ['a word with underlines', 'snake_case_name'],
    ['a space inside', '* a *'],
    ['a product', '2 * 3 * 4'],
    ['nothing inside', '** and `` and ~~'],
    ['two lines', '*a\nb*'],
    ['no end', '*a'],
  ])('%s stops it: %j', (_, source) => {
    expect(outline(parseMrkdwn(source))).toBe(source);
  });
});

describe('line formats', () => {
  test.each([
    ['&gt; 引用\n本文', 'q(引用)本文'],
    ['> 引用', 'q(引用)'],
    ['&gt;a\n&gt;b', 'q(a)q(b)'],
    ['a\n&gt; b', 'a\nq(b)'],
    ['&gt;&gt;&gt;a\nb', 'q(a\nb)'],
    ['a &gt; b', 'a > b'],
    ['```a\n*b*```', 'pre(a\n*b*)'],
    ['a ```b``` c', 'a pre(b) c'],
    ['```no end', '```no end'],
    ['&gt; *a*', 'q(b(a))'],
    ['a ```b```&gt; c', 'a pre(b)> c'],
  ])('%j', (source, tree) => {
    expect(outline(parseMrkdwn(source))).toBe(tree);
  });
});

describe('tokens', () => {
  test.each([
    ['<https://example.jp|県>', 'link(https://example.jp 県)'],
    ['<https://example.jp/?a=1&amp;b=2>', 'link(https://example.jp/?a=1&b=2)'],
    ['<mailto:a@example.jp|メール>', 'link(mailto:a@example.jp メール)'],
    ['*<https://example.jp|県>*', 'b(link(https://example.jp 県))'],
    ['<@U0LEAD>', 'user(U0LEAD)'],
    ['<@U0LEAD|佐藤>', 'user(U0LEAD 佐藤)'],
    ['<#C0GENERAL|general>', 'channel(C0GENERAL general)'],
    ['<!here>', 'broadcast(here)'],
    ['<!subteam^S1|@team>', 'group(S1 @team)'],
    ['<!date^1598227200^{date}|8月>', 'date(1598227200 {date}  8月)'],
    ['<!date^1598227200^{date}^https://example.jp|8月>', 'date(1598227200 {date} https://example.jp 8月)'],
    ['見る https://example.jp/a。', '見る link(https://example.jp/a)。'],
    [':tada: :nosuch:', 'emoji(tada) :nosuch:'],
    ['9:00:10', '9:00:10'],
  ])('%j', (source, tree) => {
    expect(outline(parseMrkdwn(source))).toBe(tree);
  });

  test.each([
    ['a script address', '<javascript:alert(1)|押す>'],
    ['HTML', '<img src=x onerror=alert(1)>'],
    ['an unknown command', '<!nobody>'],
    ['a date without number', '<!date^x^{date}|a>'],
    ['an unclosed bracket', 'a < b'],
  ])('%s stays as typed', (_, source) => {
    expect(outline(parseMrkdwn(source))).toBe(source);
  });
});

describe('escapes', () => {
  test.each([
    ['&lt;!here&gt;', '<!here>'],
    ['&amp;lt;', '&lt;'],
    ['a &amp; b', 'a & b'],
    ['&quot;&nbsp;', '&quot;&nbsp;'],
  ])('%j is shown as %j', (source, shown) => {
    expect(outline(parseMrkdwn(source))).toBe(shown);
  });
});

const PIECES = [
  '*',
  '_',
  '~',
  '`',
  '```',
  '\n',
  ' ',
  '>',
  '&gt;',
  '&lt;',
  '&amp;',
  '<',
  '|',
  ':',
  '^',
  '。',
  '<@U1>',
  '<#C1|a>',
  '<!here>',
  '<!date^1^{date}|x>',
  '<https://a.jp|b>',
  'https://a.jp/b',
  ':tada:',
  'a',
  '語',
  '8',
];

describe('any text', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((pieces) => pieces.join('')),
  );

  test('written back with its markers it is the unescaped text: nothing is lost, nothing is invented', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        expect(written(parseMrkdwn(source))).toBe(unescapeText(source));
      }),
      { numRuns: 2000 },
    );
  });

  test('text that was escaped by the bot never becomes a mention, a link token or a date', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        const escaped = typed.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
        expect(outline(parseMrkdwn(escaped))).not.toMatch(/(?:user|channel|group|broadcast|date)\(/);
      }),
      { numRuns: 500 },
    );
  });

  test('a long hostile line is read in a moment', () => {
    const started = performance.now();
    parseMrkdwn('*a _b ~c `d '.repeat(4000));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
