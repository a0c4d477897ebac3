import { unknownNote } from '../elements/draw-element.ts';
import { el } from '../parts/dom.ts';
import { type Json, numberIn, objectIn, objectsIn, stringIn } from '../parts/json.ts';
import type { PageState } from '../protocol.ts';
import { drawEmoji, drawLink, drawMention } from '../text/draw-text.ts';
import { slackDate } from '../text/slack-date.ts';

/** The parts of a rich_text block: sections, lists, quotes, preformatted text. */
export function drawRichText(block: Json, state: PageState): readonly HTMLElement[] {
  return objectsIn(block, 'elements').map((part) => drawPart(part, state));
}

function drawPart(part: Json, state: PageState): HTMLElement {
  const inline = () => objectsIn(part, 'elements').map((element) => drawInline(element, state));
  switch (stringIn(part, 'type')) {
    case 'rich_text_section':
      return el('div', { class: 'text' }, ...inline());
    case 'rich_text_quote':
      return el('blockquote', { class: 'text' }, ...inline());
    case 'rich_text_preformatted':
      return el('pre', {}, ...inline());
    case 'rich_text_list':
      return drawList(part, state);
    default:
      return unknownNote(`この画面が知らない文章の部品です: ${stringIn(part, 'type')}`);
  }
}

function drawList(part: Json, state: PageState): HTMLElement {
  const ordered = stringIn(part, 'style') === 'ordered';
  const indent = Math.min(8, Math.max(0, numberIn(part, 'indent') ?? 0));
  const items = objectsIn(part, 'elements').map((item) => el('li', {}, drawPart(item, state)));
  const start = (numberIn(part, 'offset') ?? 0) + 1;
  return ordered
    ? el('ol', { class: `indent-${indent}`, start }, ...items)
    : el('ul', { class: `indent-${indent}` }, ...items);
}

function drawInline(element: Json, state: PageState): Node {
  return styled(drawLeaf(element, state), objectIn(element, 'style') ?? {});
}

function drawLeaf(element: Json, state: PageState): Node {
  const type = stringIn(element, 'type');
  const mention = (kind: 'user' | 'channel' | 'group', field: string) =>
    drawMention({ kind, id: stringIn(element, field), label: null }, state);
  switch (type) {
    case 'text':
      return document.createTextNode(stringIn(element, 'text'));
    case 'link':
      return drawLink(stringIn(element, 'url'), stringIn(element, 'text') || stringIn(element, 'url'));
    case 'emoji':
      return drawEmoji(stringIn(element, 'name'));
    case 'user':
      return mention('user', 'user_id');
    case 'channel':
      return mention('channel', 'channel_id');
    case 'usergroup':
      return mention('group', 'usergroup_id');
    case 'broadcast':
      return drawMention({ kind: 'broadcast', range: stringIn(element, 'range'), label: null }, state);
    case 'date':
      return el(
        'time',
        {},
        slackDate(numberIn(element, 'timestamp') ?? 0, stringIn(element, 'format'), state.clock),
      );
    case 'color':
      return el('code', {}, stringIn(element, 'value'));
    default:
      return unknownNote(`この画面が知らない文章の部品です: ${type}`);
  }
}

const STYLES = { bold: 'b', italic: 'i', strike: 's', underline: 'u', code: 'code' } as const;

function styled(node: Node, style: Json): Node {
  let result = node;
  for (const [name, tag] of Object.entries(STYLES)) if (style[name] === true) result = el(tag, {}, result);
  return result;
}
