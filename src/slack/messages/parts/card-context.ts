import type { CalendarDay } from '../../../domain/calendar-day.ts';
import { printDay } from '../../../domain/period/print-period.ts';
import type { EditionLabel } from '../../../domain/project.ts';
import { editionMonth } from './edition-month.ts';
import { printEnd } from './past.ts';
import type { View } from './view.ts';

/**
 * Whose data a message shows and on which day: 令和2年8月版のデータ・令和2年8月24日（月）現在. A project that no edition
 * has spoken of shows the day alone. Of a past time: 令和2年3月末時点（令和2年8月版のデータより）.
 */
export function cardContext(edition: EditionLabel | null, view: View): string {
  if (view.at !== undefined) return pastContext(edition, view.at, view);
  const today = printDay(view.today, { language: view.words.language, style: 'long' });
  if (edition === null) return view.words('card.editionNone', { today });
  return view.words('card.edition', { edition: editionMonth(edition, view.words), today });
}

function pastContext(edition: EditionLabel | null, at: CalendarDay, { words }: View): string {
  const when = printEnd(at, words);
  if (edition === null) return words('past.state', { when });
  return words('past.stateOf', { when, edition: editionMonth(edition, words) });
}
