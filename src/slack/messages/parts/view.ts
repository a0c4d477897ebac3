import type { CalendarDay } from '../../../domain/calendar-day.ts';
import type { Words } from '../../words/index.ts';

/** What every message is handed besides its facts. */
export interface View {
  readonly words: Words;
  /** The day on the product's clock, by which things are upcoming or overdue. */
  readonly today: CalendarDay;
}
