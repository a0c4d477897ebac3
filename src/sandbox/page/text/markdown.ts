/** Slack's markdown block: the usual Markdown, in the part that apps use. Pure; the drawing is in blocks/markdown.ts. */
export type MarkdownBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph' | 'quote' | 'pre'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly ListLine[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'rule' };

interface ListLine {
  readonly depth: number;
  readonly text: string;
}

const ITEM = /^(\s*)(?:[-*+]|(\d+)[.)])\s+(.*)$/;

/** The blocks of a Markdown text, in order; what is no heading, list, quote, table, code or rule is a paragraph. */
export function parseMarkdown(source: string): readonly MarkdownBlock[] {
  const lines = source.split('\n');
  const blocks: MarkdownBlock[] = [];
  let at = 0;
  while (at < lines.length) {
    const { block, next } = blockAt(lines, at);
    if (block !== null) blocks.push(block);
    at = next;
  }
  return blocks;
}

interface Taken {
  readonly block: MarkdownBlock | null;
  readonly next: number;
}

function blockAt(lines: readonly string[], at: number): Taken {
  const line = lines[at] ?? '';
  const heading = /^(#{1,6})\s+(.*)$/.exec(line);
  if (line.trim() === '') return { block: null, next: at + 1 };
  if (heading !== null) {
    return {
      block: { kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' },
      next: at + 1,
    };
  }
  if (/^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/.test(line)) return { block: { kind: 'rule' }, next: at + 1 };
  if (line.startsWith('```')) return fenceAt(lines, at);
  if (ITEM.test(line)) return listAt(lines, at);
  const next = run(lines, at, kindOf(line));
  const taken = lines.slice(at, next);
  switch (kindOf(line)) {
    case 'quote':
      return {
        block: { kind: 'quote', text: taken.map((one) => one.replace(/^>\s?/, '')).join('\n') },
        next,
      };
    case 'table':
      return { block: { kind: 'table', rows: taken.map(cells).filter((row) => !isRuler(row)) }, next };
    default:
      return { block: { kind: 'paragraph', text: taken.join('\n') }, next };
  }
}

function kindOf(line: string): 'quote' | 'table' | 'paragraph' | 'other' {
  if (line.startsWith('>')) return 'quote';
  if (/^\s*\|.*\|\s*$/.test(line)) return 'table';
  return line.trim() === '' || /^(?:#{1,6}\s|```)/.test(line) || ITEM.test(line) ? 'other' : 'paragraph';
}

function run(lines: readonly string[], from: number, kind: string): number {
  let at = from + 1;
  while (at < lines.length && kindOf(lines[at] ?? '') === kind) at += 1;
  return at;
}

function fenceAt(lines: readonly string[], at: number): Taken {
  const found = lines.findIndex((line, other) => other > at && line.startsWith('```'));
  const close = found < 0 ? lines.length : found;
  return { block: { kind: 'pre', text: lines.slice(at + 1, close).join('\n') }, next: close + 1 };
}

function listAt(lines: readonly string[], from: number): Taken {
  const items: ListLine[] = [];
  let at = from;
  for (let found = ITEM.exec(lines[at] ?? ''); found !== null; found = ITEM.exec(lines[at] ?? '')) {
    items.push({ depth: Math.min(8, Math.floor((found[1] ?? '').length / 2)), text: found[3] ?? '' });
    at += 1;
  }
  return { block: { kind: 'list', ordered: /^\s*\d/.test(lines[from] ?? ''), items }, next: at };
}

function cells(line: string): readonly string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

function isRuler(row: readonly string[]): boolean {
  return row.every((cell) => /^:?-+:?$/.test(cell));
}
