import { dayAt } from '../../../domain/calendar-day.ts';
import { printDay } from '../../../domain/period/print-period.ts';
import type { Words } from '../../words/index.ts';

/** How instants are told: in whose language, and as the clock of which zone shows them. */
export interface Telling {
  readonly words: Words;
  readonly timeZone: string;
}

/** 令和2年（2020年）8月24日（月） 9:00: the moment as a clock on the wall of that zone shows it. */
export function printInstant(
  instant: Date,
  { words, timeZone }: Telling,
  { western = true }: { readonly western?: boolean } = {},
): string {
  const day = printDay(dayAt(instant, timeZone), { language: words.language, style: 'long', western });
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: 'numeric', minute: '2-digit' });
  return `${day} ${time.format(instant).replace(/^0/, '')}`;
}
