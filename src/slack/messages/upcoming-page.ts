import { ahead, type Standing } from '../../domain/agenda.ts';
import type { Project } from '../../domain/project.ts';
import { askButton, context, header } from '../blocks/build.ts';
import { lengthOf } from '../blocks/length.ts';
import { shorten } from '../blocks/shorten.ts';
import { pageOf } from '../pages.ts';
import { type Reply, reply } from '../reply.ts';
import { byStatus } from './parts/by-status.ts';
import { cardContext } from './parts/card-context.ts';
import { milestoneLine } from './parts/milestone-line.ts';
import { mostOfName, navigation, pageCount } from './parts/navigation.ts';
import { placesOf } from './parts/place.ts';
import type { View } from './parts/view.ts';
import { eventButtons, recordButtons } from './parts/write-buttons.ts';

/** All that lies ahead in a project, under headings that say how it stands, a page at a time. */
export function upcomingPage(project: Project, wanted: number, view: View): Reply {
  const { words } = view;
  const { number, name, edition } = project;
  const placeOf = placesOf(project);
  const lineOf = (standing: Standing) =>
    milestoneLine(standing, view, { place: placeOf(standing.milestone) });
  const all = ahead(project.milestones, view.today);
  const page = pageOf(all, wanted, (standing) => lengthOf(lineOf(standing)));
  const more = [askButton({ id: 'card', label: words('button.card', { number }), ask: String(number) })];
  return reply(words('upcoming.sentence', { number, name, count: all.length }), [
    header(words('upcoming.title', { number })),
    context(`${shorten(name, mostOfName)}　${pageCount(page, words)}`),
    ...byStatus(page.items, lineOf, view, (standing) => [eventButtons(standing, number, view)]),
    ...(page.total > 0 ? [] : [context(words('card.noUpcoming'))]),
    context(cardContext(edition, view)),
    ...navigation(page, { ask: `${number} upcoming`, more }, words),
    recordButtons(number, view),
  ]);
}
