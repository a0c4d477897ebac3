import { printDay } from '../../../domain/period/print-period.ts';
import type { EditionLabel } from '../../../domain/project.ts';
import type { View } from './view.ts';

/** Whose data a message shows and on which day: 令和2年8月版のデータ・令和2年8月24日（月）現在. */
export function cardContext(edition: EditionLabel, { words, today }: View): string {
  return words('card.edition', {
    edition: edition.asOf.text,
    today: printDay(today, { language: words.language, style: 'long' }),
  });
}
