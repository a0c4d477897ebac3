import { el } from '../parts/dom.ts';
import { drawLink, drawPlain } from '../text/draw-text.ts';
import { type MarkdownBlock, parseMarkdown } from '../text/markdown.ts';

/** A markdown block's text as elements. */
export function drawMarkdown(source: string): readonly HTMLElement[] {
  return parseMarkdown(source).map(drawBlock);
}

function drawBlock(block: MarkdownBlock): HTMLElement {
  switch (block.kind) {
    case 'heading':
      return el('h4', { class: `level-${block.level}` }, ...drawWords(block.text));
    case 'paragraph':
      return el('p', { class: 'text' }, ...drawWords(block.text));
    case 'quote':
      return el('blockquote', { class: 'text' }, ...drawWords(block.text));
    case 'pre':
      return el('pre', {}, block.text);
    case 'rule':
      return el('hr');
    case 'table':
      return drawRows(block.rows);
    case 'list': {
      const items = block.items.map(({ depth, text }) =>
        el('li', { class: `indent-${depth}` }, ...drawWords(text)),
      );
      return block.ordered ? el('ol', {}, ...items) : el('ul', {}, ...items);
    }
  }
}

function drawRows(rows: readonly (readonly string[])[]): HTMLElement {
  const drawn = rows.map((row, at) =>
    el('tr', {}, ...row.map((cell) => el(at === 0 ? 'th' : 'td', {}, ...drawWords(cell)))),
  );
  return el('div', { class: 'table-box' }, el('table', {}, el('tbody', {}, ...drawn)));
}

const INLINE =
  /(?<code>`[^`]+`)|(?<bold>\*\*(?=\S).+?\*\*|__(?=\S).+?__)|(?<strike>~~(?=\S).+?~~)|(?<italic>\*(?=\S)[^*\n]+\*|\b_(?=\S)[^_\n]+_\b)|(?<link>\[[^\]\n]*\]\([^()\s]+\))/;

function drawWords(text: string): readonly (Node | string)[] {
  const found = INLINE.exec(text);
  if (found === null) return drawPlain(text);
  const after = text.slice(found.index + found[0].length);
  return [...drawPlain(text.slice(0, found.index)), drawSpan(found), ...drawWords(after)];
}

function drawSpan({ 0: whole, groups = {} }: RegExpExecArray): Node {
  if (groups.code !== undefined) return el('code', {}, whole.slice(1, -1));
  if (groups.bold !== undefined) return el('b', {}, ...drawWords(whole.slice(2, -2)));
  if (groups.strike !== undefined) return el('s', {}, ...drawWords(whole.slice(2, -2)));
  if (groups.italic !== undefined) return el('i', {}, ...drawWords(whole.slice(1, -1)));
  const link = /^\[(.*)\]\((.*)\)$/.exec(whole);
  return drawLink(link?.[2] ?? '', link?.[1] ?? whole);
}
