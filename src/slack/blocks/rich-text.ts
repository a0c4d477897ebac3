import type { RichTextBlock, RichTextElement, RichTextList, RichTextSection } from '@slack/types';
import { isErased } from '../../domain/person.ts';
import { cleanLine } from '../../text/clean.ts';
import { limits } from './limits.ts';

/**
 * Rich text, because it takes what people wrote literally: in it no `*`, `<!channel>` or `<https://…|label>` is
 * markup, so stored text can neither mention anybody nor break the layout.
 */

/** A run of text, made safe to show and cut into pieces that Slack accepts. */
export function text(content: string, style?: RichTextStyle): RichTextElement[] {
  return pieces(withoutControls(content)).map((piece) => ({
    type: 'text',
    text: piece,
    ...(style ? { style } : {}),
  }));
}

export interface RichTextStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  readonly code?: boolean;
}

/** An emoji by its Slack name. Never the only bearer of a meaning: words stand beside it. */
export function emoji(name: string): RichTextElement[] {
  return [{ type: 'emoji', name }];
}

/** A line break within a section. */
export const lineBreak: RichTextElement[] = [{ type: 'text', text: '\n' }];

/** A paragraph. */
export function paragraph(...parts: RichTextElement[][]): RichTextSection {
  return { type: 'rich_text_section', elements: parts.flat().map(named) };
}

/** Slack refuses to name an account that it does not know. */
function named(element: RichTextElement): RichTextElement {
  return element.type === 'user' && isErased(element.user_id)
    ? { type: 'text', text: '（消去済み erased）' }
    : element;
}

/** A bulleted list, `indent` steps to the right. */
export function list(items: readonly RichTextSection[], indent = 0): RichTextList {
  return { type: 'rich_text_list', style: 'bullet', indent, elements: [...items] };
}

/** A block of paragraphs and lists. */
export function richText(elements: RichTextBlock['elements']): RichTextBlock {
  return { type: 'rich_text', elements };
}

function withoutControls(content: string): string {
  const lead = /^\s/.test(content) ? ' ' : '';
  const tail = /\s$/.test(content) && content.trim() !== '' ? ' ' : '';
  return `${lead}${cleanLine(content)}${tail}`;
}

/** 1,500 characters are at most 3,000 UTF-16 units, whichever they are. */
function pieces(content: string): readonly string[] {
  if (content === '') return [];
  return content.length <= limits.text ? [content] : (content.match(/.{1,1500}/gsu) ?? []);
}
