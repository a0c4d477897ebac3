import type { RichTextBlock, RichTextSection } from '@slack/types';
import type { Standing } from '../../../domain/agenda.ts';
import { list, paragraph, richText } from '../../blocks/rich-text.ts';
import { statusMark } from './status-mark.ts';
import type { View } from './view.ts';

/** A heading and a list for each run of milestones that stand alike. */
export function byStatus<Item extends Standing>(
  standings: readonly Item[],
  lineOf: (standing: Item) => RichTextSection,
  { words }: View,
): RichTextBlock[] {
  const statuses = [...new Set(standings.map(({ status }) => status))];
  return statuses.map((status) => {
    const lines = standings.filter((standing) => standing.status === status).map(lineOf);
    return richText([paragraph(...statusMark(status, words)), list(lines)]);
  });
}
