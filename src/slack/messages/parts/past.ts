import type { Button } from '@slack/types';
import { achieved, ahead } from '../../../domain/agenda.ts';
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

/** Buttons of a card that shows a past time: back, and to all of each kind then. */
export function pastCardButtons({ number, indicators, milestones }: Project, view: View): Button[] {
  const { words, today, at } = view;
  const present = askButton({
    id: 'present',
    label: words('past.card'),
    ask: String(number),
    style: 'primary',
  });
  const kinds = [
    ['indicators', indicators.length],
    ['milestones', achieved(milestones, today).length],
    ['upcoming', ahead(milestones, today).length],
  ] as const;
  const all = kinds
    .filter(([, count]) => count > 0)
    .map(([kind, count]) =>
      askButton({ id: kind, label: words(`button.${kind}`, { count }), ask: `${number} ${kind} @${at}` }),
    );
  return [present, ...all];
}

/** Buttons of a page that shows a past time: to the same of today, and to the card then. */
export function pastPageButtons(
  number: number,
  kind: 'indicators' | 'milestones' | 'upcoming',
  { words, at }: View,
): Button[] {
  return [
    askButton({ id: 'present', label: words(`past.${kind}`), ask: `${number} ${kind}` }),
    askButton({ id: 'card', label: words('past.cardThen', { number }), ask: `${number} @${at}` }),
  ];
}
