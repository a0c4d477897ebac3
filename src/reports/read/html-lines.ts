import { type DefaultTreeAdapterTypes, html as names } from 'parse5';
import { itemsOf, plainLine } from './fragments.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const blocks = new Set(
  'p div li ul ol br tr table h1 h2 h3 h4 h5 h6 section article header footer dl dt dd blockquote pre hr'.split(
    ' ',
  ),
);
const known = new Set<string>(Object.values(names.TAG_NAMES));
const silent = new Set(['script', 'style', 'template', '#comment', 'img', 'svg']);
const marked = /^[■□◆●・･•※▼▽【《<＜（([［]/u;

interface Step {
  readonly node: Node;
  readonly closing: boolean;
}

/**
 * The lines of what stands in a cell: blocks, line breaks and items begin lines; an item of a list gets ・ where it has
 * no mark of its own. <IoT推進WG>, which HTML takes for a tag, is text again. Never recurses.
 */
export function cellLines(nodes: readonly Node[], source: string): readonly string[] {
  const lines: string[] = [];
  let open = '';
  let inItem = false;
  const flush = (): void => {
    for (const part of itemsOf(open)) {
      const line = plainLine(part.replace(/\s*\n\s*/gu, ' '));
      if (line !== '') lines.push(inItem && !marked.test(line) ? `・${line}` : line);
    }
    open = '';
  };
  const stack: Step[] = nodes.toReversed().map((node) => ({ node, closing: false }));
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { node, closing } = step;
    if (silent.has(node.nodeName)) continue;
    if ('value' in node) {
      open += node.value;
      continue;
    }
    if (blocks.has(node.nodeName)) {
      flush();
      inItem = node.nodeName === 'li' && !closing;
    } else if (!known.has(node.nodeName)) open += tagOf(node, { source, closing });
    if (closing || !('childNodes' in node)) continue;
    stack.push(
      { node, closing: true },
      ...node.childNodes.toReversed().map((child) => ({ node: child, closing: false })),
    );
  }
  flush();
  return lines;
}

/** The tag as it is written in the file; nothing where the parser has added it. */
function tagOf(node: Node, { source, closing }: { source: string; closing: boolean }): string {
  const location = (node as Element).sourceCodeLocation;
  const tag = closing ? location?.endTag : location?.startTag;
  return tag ? source.slice(tag.startOffset, tag.endOffset) : '';
}
