import { isEmojiName } from './emoji.ts';
import { parseToken } from './mrkdwn-token.ts';
import { type TextNode, unescapeText } from './nodes.ts';

const STYLES = { '*': 'bold', _: 'italic', '~': 'strike' } as const;
type Marker = keyof typeof STYLES;

const TOKEN = /<([^<>\n]*)>/y;
const EMOJI = /:([a-z0-9_+'-]+):/y;
// `&lt;` and `&gt;` are brackets that somebody typed around an address: they end it.
const ADDRESS = /https?:\/\/(?:(?!&[lg]t;)[^\s<>|`*~])+/y;

interface Step {
  readonly node: TextNode;
  readonly end: number;
}

/** The nodes of a stretch of mrkdwn without line formatting (quotes and ``` are taken out before). */
export function parseInline(source: string): readonly TextNode[] {
  const nodes: TextNode[] = [];
  const hopeless = new Map<string, number>();
  let plainFrom = 0;
  let at = 0;
  while (at < source.length) {
    const step = stepAt(source, at, hopeless);
    if (step === null) {
      at += 1;
      continue;
    }
    if (plainFrom < at) nodes.push({ kind: 'text', text: unescapeText(source.slice(plainFrom, at)) });
    nodes.push(step.node);
    at = step.end;
    plainFrom = at;
  }
  if (plainFrom < at) nodes.push({ kind: 'text', text: unescapeText(source.slice(plainFrom)) });
  return nodes;
}

function stepAt(source: string, at: number, hopeless: Map<string, number>): Step | null {
  const character = source.charAt(at);
  switch (character) {
    case '<':
      return tokenAt(source, at);
    case ':':
      return emojiAt(source, at);
    case 'h':
      return addressAt(source, at);
    case '`':
    case '*':
    case '_':
    case '~':
      return spanAt({ source, at, marker: character, hopeless });
    default:
      return null;
  }
}

function match(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

function tokenAt(source: string, at: number): Step | null {
  const found = match(TOKEN, source, at);
  const node = found === null ? null : parseToken(found[1] ?? '');
  return node === null ? null : { node, end: at + (found?.[0].length ?? 0) };
}

function emojiAt(source: string, at: number): Step | null {
  const name = match(EMOJI, source, at)?.[1];
  return name === undefined || !isEmojiName(name)
    ? null
    : { node: { kind: 'emoji', name }, end: at + name.length + 2 };
}

function addressAt(source: string, at: number): Step | null {
  if (/[\p{L}\p{N}]/u.test(source.slice(Math.max(0, at - 1), at))) return null;
  const found = match(ADDRESS, source, at)?.[0].replace(/[.,!?:)\]'"、。）」]+$/u, '');
  if (found === undefined || !/^https?:\/\/[\p{L}\p{N}[]/u.test(found)) return null;
  return {
    node: { kind: 'link', url: unescapeText(found), label: null, bare: true },
    end: at + found.length,
  };
}

interface Span {
  readonly source: string;
  readonly at: number;
  readonly marker: Marker | '`';
  /** Per marker, up to where it is known that no closing one follows: keeps long lines linear. */
  readonly hopeless: Map<string, number>;
}

function spanAt({ source, at, marker, hopeless }: Span): Step | null {
  if (at < (hopeless.get(marker) ?? 0)) return null;
  if (!isBoundary(source, at - 1) || /^(?:\s|$)/.test(source.slice(at + 1, at + 2))) return null;
  const close = closingAt(source, at, marker);
  if (close.at === null) {
    hopeless.set(marker, close.searched);
    return null;
  }
  const inner = source.slice(at + 1, close.at);
  const node: TextNode =
    marker === '`'
      ? { kind: 'code', text: unescapeText(inner) }
      : { kind: STYLES[marker], children: parseInline(inner) };
  return { node, end: close.at + 1 };
}

function closingAt(source: string, open: number, marker: string): { at: number | null; searched: number } {
  for (let at = open + 1; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (character === '\n') return { at: null, searched: at };
    if (character === '<' && marker !== '`') at = (tokenAt(source, at)?.end ?? at + 1) - 1;
    else if (character === marker && at > open + 1 && isClosing(source, at)) return { at, searched: at };
  }
  return { at: null, searched: source.length };
}

function isClosing(source: string, at: number): boolean {
  return !/\s/.test(source.charAt(at - 1)) && isBoundary(source, at + 1);
}

/**
 * Where a marker may stand: at an end of the text, beside white space (also the zero-width space) or beside ASCII
 * punctuation. Letters of any script stop it, and so does full-width punctuation: `*項目*：` stays as typed in Slack.
 */
function isBoundary(source: string, at: number): boolean {
  const character = source.charAt(at);
  return character === '' || /[\s\u200b!-/:-@[-`{-~]/.test(character);
}
