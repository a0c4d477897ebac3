import type { KnownBlock, RichTextSection } from '@slack/types';
import type { Standing } from '../../../domain/agenda.ts';
import { list, paragraph, richText } from '../../blocks/rich-text.ts';
import { statusMark } from './status-mark.ts';
import type { View } from './view.ts';

/**
 * A heading and a list for each run of milestones that stand alike. With `below`, each stands by itself with what
 * follows it.
 */
export function byStatus<Item extends Standing>(
  standings: readonly Item[],
  lineOf: (standing: Item) => RichTextSection,
  { words }: View,
  below?: (standing: Item) => readonly KnownBlock[],
): KnownBlock[] {
  const statuses = [...new Set(standings.map(({ status }) => status))];
  return statuses.flatMap((status) => {
    const alike = standings.filter((standing) => standing.status === status);
    const heading = paragraph(...statusMark(status, words));
    if (below === undefined) return [richText([heading, list(alike.map(lineOf))])];
    return alike.flatMap((standing, index) => [
      richText([...(index === 0 ? [heading] : []), list([lineOf(standing)])]),
      ...below(standing),
    ]);
  });
}
