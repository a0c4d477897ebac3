import { escapeMrkdwn } from '../reply.ts';
import type { DigestMessage } from './message.ts';

/** The message without layout, for when Slack does not take its blocks: a line for each, escaped for mrkdwn. */
export function plainTextOf({ text, blocks }: DigestMessage): string {
  const lines = blocks.filter(({ type }) => type !== 'actions').flatMap(linesOf);
  return [text, ...lines.map(escapeMrkdwn)].join('\n');
}

function linesOf(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const { type, elements, text } = part as Readonly<Record<string, unknown>>;
  const inside: readonly unknown[] = Array.isArray(elements) ? elements : [];
  switch (type) {
    case 'rich_text':
    case 'rich_text_list':
      return inside.flatMap(linesOf);
    case 'rich_text_section':
    case 'context':
      return [inside.map(told).join('')];
    default:
      return [told({ text })];
  }
}

function told(part: unknown): string {
  if (typeof part !== 'object' || part === null || !('text' in part)) return '';
  return typeof part.text === 'string' ? part.text : told(part.text);
}
