import type { CalendarDay } from '../../../domain/calendar-day.ts';
import type { Words } from '../../words/index.ts';

/** What every message is handed besides its facts. */
export interface View {
  readonly words: Words;
  /** The day on the product's clock, by which things are upcoming or overdue. */
  readonly today: CalendarDay;
  /** The past day whose end the facts are told of; it is then `today` as well. */
  readonly at?: CalendarDay;
}
