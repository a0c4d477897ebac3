import type { KnownBlock } from '@slack/types';
import type { Change } from '../../domain/change.ts';
import { paragraph, richText, text } from '../blocks/rich-text.ts';
import type { Telling } from '../messages/parts/instant.ts';
import { whoAndWhen } from '../messages/parts/who-and-when.ts';
import { sentenceBlock } from './views.ts';

/** That the row of the form is not there any more, who took it away and when. */
export function goneBlocks(last: Change | null, telling: Telling): readonly KnownBlock[] {
  const { words } = telling;
  if (last === null) return [sentenceBlock(words('submit.gone'))];
  return [
    richText([
      paragraph(text(words('submit.gone'))),
      paragraph(text(`${words('conflict.by')} `), ...whoAndWhen(last, telling)),
    ]),
  ];
}
