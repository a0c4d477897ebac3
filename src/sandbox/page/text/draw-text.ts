import { el } from '../parts/dom.ts';
import { type Json, stringIn } from '../parts/json.ts';
import type { PageState } from '../protocol.ts';
import { emojiCharacter } from './emoji.ts';
import { parseMrkdwn } from './mrkdwn.ts';
import { isOpenable, type TextNode } from './nodes.ts';
import { personName } from './person-name.ts';
import { slackDate } from './slack-date.ts';

/** A text object of Block Kit (`{type: 'mrkdwn' | 'plain_text', text}`) in a span. */
export function drawTextObject(text: Json | null, state: PageState): HTMLElement {
  const words = text === null ? '' : stringIn(text, 'text');
  if (text !== null && stringIn(text, 'type') === 'mrkdwn') return drawMrkdwn(words, state);
  return el('span', { class: 'text' }, ...drawPlain(words));
}

/** Text with emoji names and nothing else formatted: titles, labels, buttons. */
export function drawPlain(words: string): readonly (Node | string)[] {
  const pieces = words.split(/(:[a-z0-9_+'-]+:)/);
  return pieces.map((piece, at) => (at % 2 === 1 ? emojiCharacter(piece.slice(1, -1)) : piece));
}

/** mrkdwn in a span. */
export function drawMrkdwn(source: string, state: PageState): HTMLElement {
  return el('span', { class: 'text' }, ...drawNodes(parseMrkdwn(source), state));
}

/** A tree of formatted text as elements; words only ever become text. */
function drawNodes(nodes: readonly TextNode[], state: PageState): readonly Node[] {
  return nodes.map((node) => drawNode(node, state));
}

function drawNode(node: TextNode, state: PageState): Node {
  switch (node.kind) {
    case 'text':
      return document.createTextNode(node.text);
    case 'bold':
      return el('b', {}, ...drawNodes(node.children, state));
    case 'italic':
      return el('i', {}, ...drawNodes(node.children, state));
    case 'strike':
      return el('s', {}, ...drawNodes(node.children, state));
    case 'code':
      return el('code', {}, node.text);
    case 'pre':
      return el('pre', {}, node.text.replace(/^\n/, '').replace(/\n$/, ''));
    case 'quote':
      return el('blockquote', {}, ...drawNodes(node.children, state));
    case 'link':
      return drawLink(node.url, node.label ?? node.url);
    case 'emoji':
      return drawEmoji(node.name);
    case 'date':
      return drawDate(node, state);
    default:
      return drawMention(node, state);
  }
}

/** A link that opens in a new tab, or the plain words when its address is not one to open. */
export function drawLink(url: string, label: string): HTMLElement {
  if (!isOpenable(url)) return el('span', {}, label);
  return el('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, label);
}

/** An emoji by its Slack name. */
export function drawEmoji(name: string): HTMLElement {
  return el('span', { class: 'emoji', title: `:${name}:` }, emojiCharacter(name));
}

type Mention = Extract<TextNode, { kind: 'user' | 'channel' | 'group' | 'broadcast' }>;

/** @name, #channel, @here as Slack marks them. Names come from the workspace; a label only helps where none is known. */
export function drawMention(mention: Mention, state: PageState): HTMLElement {
  if (mention.kind === 'broadcast') return el('span', { class: 'mention loud' }, `@${mention.range}`);
  const mine = mention.kind === 'user' && mention.id === state.me;
  return el('span', { class: mine ? 'mention mine' : 'mention' }, mentionWords(mention, state));
}

function mentionWords(mention: Exclude<Mention, { kind: 'broadcast' }>, state: PageState): string {
  if (mention.kind === 'user') return `@${personName(mention.id, state) ?? mention.label ?? mention.id}`;
  if (mention.kind === 'group') return mention.label ?? `@${mention.id}`;
  const channel = state.conversations.find(({ id }) => id === mention.id);
  return `#${channel?.name ?? mention.label ?? mention.id}`;
}

function drawDate(node: Extract<TextNode, { kind: 'date' }>, state: PageState): HTMLElement {
  const words = slackDate(node.seconds, node.format, state.clock);
  return node.link === null ? el('time', {}, words) : drawLink(node.link, words);
}
