import type { RichTextElement } from '@slack/types';
import type { Author, Change } from '../../../domain/change.ts';
import { operatorId } from '../../../domain/person.ts';
import { text } from '../../blocks/rich-text.ts';
import type { Words } from '../../words/index.ts';
import { printInstant, type Telling } from './instant.ts';

/** Who did it, with the posts held then, and when: everybody reads the same day and hour. */
export function whoAndWhen({ by, at }: Pick<Change, 'by' | 'at'>, telling: Telling): RichTextElement[][] {
  return [...author(by, telling.words), text(`　${printInstant(at, telling)}`)];
}

/** A person by name, with the posts held at that moment; an operator has no name in Slack. */
export function author({ personId, posts }: Author, words: Words): RichTextElement[][] {
  const told = posts.join(words('mark.comma'));
  if (personId === operatorId) return [text(told)];
  const held = posts.length === 0 ? [] : [text(words('mark.behind', { aside: told }))];
  return [[{ type: 'user', user_id: personId }], ...held];
}
