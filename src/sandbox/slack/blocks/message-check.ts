import type { Json } from '../json.ts';
import { jsonList, textOf } from '../json.ts';
import { newId } from '../state/ids.ts';
import { checkBlocks, elementsOf } from './blocks.ts';
import type { Problem } from './check.ts';
import { LIMITS } from './limits.ts';
import { totalText } from './total-text.ts';

export interface BlockRefusal {
  readonly error:
    | 'invalid_blocks'
    | 'invalid_blocks_format'
    | 'invalid_arguments'
    | 'msg_too_long'
    | 'no_text'
    | 'view_too_large';
  /** As `response_metadata.messages` tells them. */
  readonly messages: readonly string[];
}

/** The content of a message as the bot sends it: arguments of a method, or the body of an answer. */
export interface Content {
  readonly text?: unknown;
  readonly blocks?: unknown;
}

/** A problem in Slack's words: `[ERROR] must be a string [json-pointer:/blocks/0/text/text]`. */
export function inSlackWords({ at, message }: Problem): string {
  return `[ERROR] ${message} [json-pointer:${at}]`;
}

/**
 * Looks at the content of a message.
 *
 * @param textLimit Characters of `text`; `chat.update` takes fewer than `chat.postMessage`.
 * @returns The refusal, or null when Slack takes it.
 */
export function checkMessage(content: Content, textLimit: number = LIMITS.messageText): BlockRefusal | null {
  const text = textOf(content.text) ?? '';
  const { blocks } = content;
  if (blocks !== undefined && !Array.isArray(blocks)) return { error: 'invalid_blocks_format', messages: [] };
  if (text === '' && (blocks === undefined || blocks.length === 0)) return { error: 'no_text', messages: [] };
  const problems = blocks === undefined ? [] : checkBlocks(blocks, 'message', '/blocks');
  if (problems.length > 0) return { error: 'invalid_blocks', messages: problems.map(inSlackWords) };
  const tooLong = text.length > textLimit || totalText(blocks) > LIMITS.messageBlocksText;
  return tooLong ? { error: 'msg_too_long', messages: [] } : null;
}

/** Whether a message has blocks but no text for notifications and screen readers. */
export function lacksFallback({ text, blocks }: Content): boolean {
  return Array.isArray(blocks) && blocks.length > 0 && (textOf(text) ?? '').trim() === '';
}

/** Blocks with the ids that Slack fills in where the bot named none. */
export function withIds(blocks: unknown): Json[] {
  return jsonList(blocks).map((block) => {
    const name = (element: Json): Json =>
      NAMELESS.has(textOf(element.type) ?? '') ? element : { action_id: newId(''), ...element };
    return {
      block_id: newId('').slice(0, 5),
      ...block,
      ...(block.type === 'actions' ? { elements: elementsOf(block).map(name) } : {}),
      ...(block.element === undefined ? {} : { element: jsonList([block.element]).map(name)[0] }),
      ...(block.accessory === undefined ? {} : { accessory: jsonList([block.accessory]).map(name)[0] }),
    };
  });
}

/** Elements that nobody can press, which need no id. */
const NAMELESS = new Set(['image', 'plain_text', 'mrkdwn']);
