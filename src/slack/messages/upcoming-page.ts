import { ahead, type Standing } from '../../domain/agenda.ts';
import type { Milestone } from '../../domain/milestone.ts';
import { touches } from '../../domain/period/compare-periods.ts';
import type { Span } from '../../domain/period/period.ts';
import type { Project } from '../../domain/project.ts';
import { askButton, context, header } from '../blocks/build.ts';
import { lengthOf } from '../blocks/length.ts';
import { rememberedLengths } from '../blocks/remembered-length.ts';
import { shorten } from '../blocks/shorten.ts';
import { pageOf } from '../pages.ts';
import { type Reply, reply } from '../reply.ts';
import { byStatus } from './parts/by-status.ts';
import { cardContext } from './parts/card-context.ts';
import { milestoneLine } from './parts/milestone-line.ts';
import { mostOfName, navigation, pageCount } from './parts/navigation.ts';
import { pastPageButtons, titleAt } from './parts/past.ts';
import { placesOf } from './parts/place.ts';
import type { View } from './parts/view.ts';
import { eventButtons, recordButtons } from './parts/write-buttons.ts';

/** A view that may be of a period only. */
export interface UpcomingView extends View {
  /** With the words that asked for it. */
  readonly span?: Span & { readonly text: string };
}

/** Of lines under no period's own dates: their place is read anew with its milestones. */
const lengths = rememberedLengths<Milestone>();

/** All that lies ahead in a project, or within a period of it, under headings that say how it stands, a page at a time. */
export function upcomingPage(project: Project, wanted: number, view: UpcomingView): Reply {
  const { words } = view;
  const { number, name, edition } = project;
  const placeOf = placesOf(project, words);
  const lineOf = (standing: Standing) =>
    milestoneLine(standing, view, { place: placeOf(standing.milestone) });
  const { span, at } = view;
  const all = ahead(span ? dated(project.milestones, span) : project.milestones, view.today, span);
  const measure = (standing: Standing) => lengthOf(lineOf(standing));
  const lengthIn = lengths(view);
  const lengthOfLine = (standing: Standing) => lengthIn(standing.milestone, () => measure(standing));
  const page = pageOf(all, wanted, span ? measure : lengthOfLine);
  const card = askButton({ id: 'card', label: words('button.card', { number }), ask: String(number) });
  const more = at === undefined ? [card] : pastPageButtons(number, 'upcoming', view);
  const ask = [number, 'upcoming', ...(span ? [span.text] : []), ...(at === undefined ? [] : [`@${at}`])];
  return reply(words('upcoming.sentence', { number, name, count: all.length }), [
    header(titleAt(words('upcoming.title', { number }), view)),
    context(`${shorten(name, mostOfName)}　${span ? `${span.text} ` : ''}${pageCount(page, words)}`),
    ...byStatus(page.items, lineOf, view, (standing) =>
      at === undefined
        ? [eventButtons(standing, { number, place: page.items.indexOf(standing) + 1 }, view)]
        : [],
    ),
    ...(page.total > 0 ? [] : [context(words('card.noUpcoming'))]),
    context(cardContext(edition, view)),
    ...(at === undefined ? [] : [context(words('past.undated'))]),
    ...navigation(page, { ask: ask.join(' '), more }, words),
    ...(at === undefined ? [recordButtons(number, view)] : []),
  ]);
}

function dated(milestones: readonly Milestone[], span: Span): readonly Milestone[] {
  return milestones.filter(({ dates }) => dates.some(({ period }) => touches(period, span)));
}
