import { parseInline } from './mrkdwn-inline.ts';
import { type LineEnd, type TextNode, unescapeText } from './nodes.ts';

const FENCE = '```';
const QUOTE = /^((?:&gt;|>){3}\n?|(?:&gt;|>) ?)/;

/**
 * Slack's mrkdwn as a tree: bold, italic, strike, code, ``` blocks, quotes, links, mentions, dates, emoji.
 * Everything that Slack would not format comes back as text; nothing is lost and no input is refused.
 * Rules: https://docs.slack.dev/messaging/formatting-message-text
 */
export function parseMrkdwn(source: string): readonly TextNode[] {
  const nodes: TextNode[] = [];
  let at = 0;
  for (let fence = nextFence(source, at); fence !== null; fence = nextFence(source, at)) {
    nodes.push(...parseLines(source.slice(at, fence.open), at === 0 || source.charAt(at - 1) === '\n'));
    const end = lineEnd(source, fence.close + FENCE.length);
    const text = unescapeText(source.slice(fence.open + FENCE.length, fence.close));
    nodes.push({ kind: 'pre', text, end });
    at = fence.close + FENCE.length + end.length;
  }
  nodes.push(...parseLines(source.slice(at), at === 0 || source.charAt(at - 1) === '\n'));
  return nodes;
}

function nextFence(source: string, from: number): { readonly open: number; readonly close: number } | null {
  const open = source.indexOf(FENCE, from);
  if (open < 0) return null;
  const close = source.indexOf(FENCE, open + FENCE.length + 1);
  return close < 0 ? null : { open, close };
}

function lineEnd(source: string, at: number): LineEnd {
  return source.charAt(at) === '\n' ? '\n' : '';
}

/** Quotes are taken out line by line; what stands between them is one stretch of inline text. */
function parseLines(source: string, atLineStart: boolean): readonly TextNode[] {
  const nodes: TextNode[] = [];
  let plainFrom = 0;
  let at = atLineStart ? 0 : after(source, 0);
  while (at < source.length) {
    const marker = QUOTE.exec(source.slice(at, at + 13))?.[1];
    if (marker === undefined) {
      at = after(source, at);
      continue;
    }
    nodes.push(...parseInline(source.slice(plainFrom, at)));
    const toEnd = /^(?:&gt;|>){3}/.test(marker);
    const stop = toEnd ? source.length : lineStop(source, at + marker.length);
    const end = toEnd ? '' : lineEnd(source, stop);
    const children = parseInline(source.slice(at + marker.length, stop));
    nodes.push({ kind: 'quote', marker: unescapeText(marker), children, end });
    at = stop + end.length;
    plainFrom = at;
  }
  nodes.push(...parseInline(source.slice(plainFrom)));
  return nodes;
}

function lineStop(source: string, from: number): number {
  const found = source.indexOf('\n', from);
  return found < 0 ? source.length : found;
}

function after(source: string, from: number): number {
  return Math.min(lineStop(source, from) + 1, source.length);
}
