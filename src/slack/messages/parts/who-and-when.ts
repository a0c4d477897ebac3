import type { RichTextElement } from '@slack/types';
import type { Author, Change } from '../../../domain/change.ts';
import { text } from '../../blocks/rich-text.ts';

/** Who did it, with the posts held then, and when, in the reader's own time zone. */
export function whoAndWhen({ by, at }: Pick<Change, 'by' | 'at'>): RichTextElement[][] {
  return [...author(by), text('　'), [instant(at)]];
}

/** A person by name, with the posts held at that moment. */
export function author({ personId, posts }: Author): RichTextElement[][] {
  const held = posts.length === 0 ? [] : [text(`（${posts.join('、')}）`)];
  return [[{ type: 'user', user_id: personId }], ...held];
}

/** A moment, which Slack shows in the time zone of whoever reads it. */
function instant(at: Date): RichTextElement {
  const fallback = `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return {
    type: 'date',
    timestamp: Math.floor(at.getTime() / 1000),
    format: '{date_num} {time}',
    fallback,
  };
}
