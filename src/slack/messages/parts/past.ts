import type { Button } from '@slack/types';
import { addDays, type CalendarDay, calendarDay } from '../../../domain/calendar-day.ts';
import { printDay, printPeriod } from '../../../domain/period/print-period.ts';
import type { Project } from '../../../domain/project.ts';
import { askButton } from '../../blocks/build.ts';
import { limits } from '../../blocks/limits.ts';
import { shorten } from '../../blocks/shorten.ts';
import type { Words } from '../../words/index.ts';
import type { View } from './view.ts';

/** 令和2年3月末, of any other day 令和2年3月15日（日）. */
export function printEnd(day: CalendarDay, words: Words): string {
  const { language } = words;
  if (!addDays(day, 1).endsWith('-01')) return printDay(day, { language, style: 'long' });
  const first = calendarDay(`${day.slice(0, 7)}-01`);
  const month = { text: '', first, last: day, precision: 'month', approximate: false } as const;
  return words('past.monthEnd', { month: printPeriod(month, { language, style: 'long' }) });
}

/** A title with the past time that the page is about, which is never shortened away. */
export function titleAt(title: string, { at, words }: View): string {
  if (at === undefined) return title;
  const aside = words('past.aside', { when: printEnd(at, words) });
  return `${shorten(title, limits.header - aside.length)}${aside}`;
}

/** Buttons of a card that shows a past time: to its indicators then, and back. */
export function pastCardButtons({ number, indicators }: Project, at: CalendarDay, words: Words): Button[] {
  const count = indicators.length;
  const label = words('button.indicators', { count });
  const all = askButton({ id: 'indicators', label, ask: `${number} indicators @${at}` });
  const present = askButton({
    id: 'present',
    label: words('past.card'),
    ask: String(number),
    style: 'primary',
  });
  return count === 0 ? [present] : [present, all];
}

/** Buttons of indicators at a past time: to those of today, and to the card then. */
export function pastIndicatorButtons({ number }: Project, at: CalendarDay, words: Words): Button[] {
  return [
    askButton({ id: 'present', label: words('past.indicators'), ask: `${number} indicators` }),
    askButton({ id: 'card', label: words('past.cardThen', { number }), ask: `${number} @${at}` }),
  ];
}
