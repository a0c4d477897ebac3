import { isJson, jsonList } from '../../src/sandbox/slack/json.ts';
import type { Message } from '../../src/sandbox/slack/state/messages.ts';

type Blocks = Pick<Message, 'blocks'>;

/** All that a message shows but for its buttons, a line for every paragraph, heading and list item. */
export function wordsOf(message: Blocks): string {
  return linesOf(message).join('\n');
}

/** The same by paragraph. */
export function linesOf({ blocks }: Blocks): readonly string[] {
  return (blocks ?? []).filter(({ type }) => type !== 'actions').flatMap(linesIn);
}

/** Items of the lists of a message. */
export function itemsOf({ blocks }: Blocks): readonly string[] {
  return (blocks ?? [])
    .flatMap(({ elements }) => jsonList(elements))
    .filter(({ type }) => type === 'rich_text_list')
    .flatMap(linesIn);
}

export interface ShownButton {
  readonly label: string;
  readonly actionId: string;
  readonly value: string;
}

/** The buttons of a message. */
export function buttonsOf({ blocks }: Blocks): readonly ShownButton[] {
  return (blocks ?? [])
    .filter(({ type }) => type === 'actions')
    .flatMap(({ elements }) => jsonList(elements))
    .map(({ text, action_id, value }) => ({
      label: isJson(text) ? String(text.text) : '',
      actionId: String(action_id),
      value: String(value),
    }));
}

/** The rows of a message that have a button beside them: what they say, and the id of the button. */
export function rowsOf({ blocks }: Blocks): readonly { readonly text: string; readonly actionId: string }[] {
  return (blocks ?? []).flatMap(({ type, text, accessory, block_id }) =>
    type === 'section' && isJson(accessory)
      ? [{ text: told({ text }), actionId: String(accessory.action_id), blockId: String(block_id) }]
      : [],
  );
}

/** Every text object and rich text element of a message with its type. */
export function textsOf(part: unknown): readonly { readonly type: string; readonly text: string }[] {
  if (Array.isArray(part)) return part.flatMap(textsOf);
  if (!isJson(part)) return [];
  const own =
    typeof part.text === 'string' && typeof part.type === 'string'
      ? [{ type: part.type, text: part.text }]
      : [];
  return [...own, ...Object.values(part).flatMap(textsOf)];
}

function linesIn(part: unknown): string[] {
  if (!isJson(part)) return [];
  const inside = jsonList(part.elements);
  switch (part.type) {
    case 'rich_text':
    case 'rich_text_list':
      return inside.flatMap(linesIn);
    case 'rich_text_section':
    case 'context':
      return [inside.map(told).join('')];
    case 'header':
      return [told(part)];
    default:
      return [];
  }
}

/** A run of text as it is shown; emoji and people in Slack's notation. */
function told({ type, text, name, user_id }: Readonly<Record<string, unknown>>): string {
  if (isJson(text)) return told(text);
  if (type === 'emoji') return `:${String(name)}:`;
  if (type === 'user') return `<@${String(user_id)}>`;
  return typeof text === 'string' ? text : '';
}
