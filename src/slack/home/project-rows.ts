import type { KnownBlock } from '@slack/types';
import { ahead } from '../../domain/agenda.ts';
import type { Indicator } from '../../domain/indicator.ts';
import type { ProjectSummary } from '../../domain/project.ts';
import { isReached, rateOf } from '../../domain/rate.ts';
import { askButton } from '../blocks/build.ts';
import { shorten } from '../blocks/shorten.ts';
import { bar, percent } from '../messages/parts/bar.ts';
import { printListed } from '../messages/parts/print-listed.ts';
import { rowWithButton } from '../messages/parts/row-with-button.ts';
import type { View } from '../messages/parts/view.ts';
import { withoutItsDate } from '../messages/parts/without-leading.ts';

const most = { name: 120, indicator: 60, next: 80, indicators: 3 } as const;

/** A project in a line: how far its indicators have come on average, what is overdue and what comes next. */
export function projectRow(project: ProjectSummary, place: string, view: View): KnownBlock {
  const { words } = view;
  return row(
    project,
    { place, below: `${averageOf(project, view)}${overdueOf(project, view)}` },
    view,
    words('home.open'),
  );
}

/** The same for one's own project: its indicators one by one. */
export function ownRow(project: ProjectSummary, place: string, view: View): KnownBlock {
  const { words } = view;
  const shown = project.indicators.slice(0, most.indicators).map((each) => indicatorOf(each, view));
  const rest = project.indicators.length - shown.length;
  const lines = [
    ...shown,
    ...(rest > 0 ? [words('home.moreIndicators', { count: rest })] : []),
    `${nextOf(project, view)}${overdueOf(project, view)}`,
  ];
  return row(project, { place, below: lines.join('\n') }, view, words('home.open'));
}

function row(
  { number, name }: ProjectSummary,
  { place, below }: { readonly place: string; readonly below: string },
  { words }: View,
  label: string,
): KnownBlock {
  const button = askButton({
    id: `${place}-${number}`,
    label,
    ask: String(number),
    spoken: words(place === 'mine' ? 'home.openMineSpoken' : 'home.openSpoken', { number }),
  });
  const made = rowWithButton({
    id: `${place}-${number}`,
    line: words('home.project', { number, name: shorten(name, most.name) }),
    button,
  });
  const text = made.text?.text ?? '';
  return { ...made, text: { type: 'plain_text', text: `${text}\n${below}`, emoji: false } };
}

/** ■■■■■■■□□□ 平均達成率 73.3%（指標 5件のうち達成 2件）; what has no rate counts as reached or not. */
function averageOf({ indicators }: ProjectSummary, { words }: View): string {
  if (indicators.length === 0) return words('list.noIndicators');
  const count = indicators.length;
  const reached = indicators.filter((each) => isReached(each) === true).length;
  const rates = indicators.flatMap((each) => rateOf(each) ?? []);
  if (rates.length === 0) return words('home.counts', { count, reached });
  // What is far over its target does not make up for what is behind.
  const sum = rates.reduce((total, { permille }) => total + Math.min(permille, 1_000), 0);
  const permille = Math.floor(sum / rates.length);
  const average = { permille, reached: permille >= 1_000 };
  // Where it counted less than a chart tells, it says so.
  const isCapped = rates.some((rate) => rate.permille > 1_000);
  const key = isCapped ? 'home.averageCapped' : 'home.average';
  return words(key, { bar: bar(average), rate: percent(average), count, reached });
}

function indicatorOf(indicator: Indicator, { words }: View): string {
  const rate = rateOf(indicator);
  const name = shorten(indicator.name, most.indicator);
  const state =
    indicator.current === null
      ? words('indicator.unobserved')
      : words(isReached(indicator) === true ? 'indicator.reached' : 'indicator.notReached');
  return rate === null
    ? words('home.state', { name, state })
    : words('home.rate', { bar: bar(rate), rate: percent(rate), name, state });
}

function overdueOf({ scheduled }: ProjectSummary, { words, today }: View): string {
  const count = ahead(scheduled, today).filter(({ status }) => status === 'overdue').length;
  return count === 0 ? '' : words('home.overdue', { count });
}

function nextOf({ scheduled }: ProjectSummary, { words, today }: View): string {
  const next = ahead(scheduled, today).find(({ status }) => status === 'due' || status === 'upcoming');
  if (next === undefined) return words('list.noNext');
  const { when, milestone } = next;
  const what = withoutItsDate(milestone, when);
  const told = when === null ? '' : printListed(when, words.language);
  return words('list.next', { when: told, what: shorten(what, most.next) });
}
