import type { KnownBlock } from '@slack/types';
import type { Fields } from '../../actions/writes/write-verb.ts';
import type { Change } from '../../domain/change.ts';
import { paragraph, richText, text } from '../blocks/rich-text.ts';
import type { Telling } from '../messages/parts/instant.ts';
import { whoAndWhen } from '../messages/parts/who-and-when.ts';
import { typedBlocks } from './typed-blocks.ts';
import { sentenceBlock } from './views.ts';

/** That the row of the form is not there any more, who took it away and when, and what was typed, to be copied. */
export function goneBlocks(
  { last, typed }: { readonly last: Change | null; readonly typed: Fields },
  telling: Telling,
): readonly KnownBlock[] {
  const { words } = telling;
  const copies = typedBlocks(typed, words);
  const sentence = words(copies.length > 0 ? 'submit.gone' : 'submit.goneBefore');
  if (last === null) return [sentenceBlock(sentence), ...copies];
  const by = paragraph(text(`${words('conflict.by')} `), ...whoAndWhen(last, telling));
  return [richText([paragraph(text(sentence)), by]), ...copies];
}
