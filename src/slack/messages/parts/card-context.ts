import { printDay } from '../../../domain/period/print-period.ts';
import type { EditionLabel } from '../../../domain/project.ts';
import type { View } from './view.ts';

/**
 * Whose data a message shows and on which day: 令和2年8月版のデータ・令和2年8月24日（月）現在. A project that no edition
 * has spoken of shows the day alone.
 */
export function cardContext(edition: EditionLabel | null, view: View): string {
  const today = printDay(view.today, { language: view.words.language, style: 'long' });
  if (edition === null) return view.words('card.editionNone', { today });
  return view.words('card.edition', { edition: edition.asOf.text, today });
}
