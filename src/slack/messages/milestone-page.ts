import type { RichTextBlock } from '@slack/types';
import { achieved, type Standing } from '../../domain/agenda.ts';
import type { Milestone } from '../../domain/milestone.ts';
import type { Project } from '../../domain/project.ts';
import { askButton, context, header } from '../blocks/build.ts';
import { lengthOf } from '../blocks/length.ts';
import { rememberedLengths } from '../blocks/remembered-length.ts';
import { list, richText } from '../blocks/rich-text.ts';
import { shorten } from '../blocks/shorten.ts';
import { pageOf } from '../pages.ts';
import { type Reply, reply } from '../reply.ts';
import { cardContext } from './parts/card-context.ts';
import { depthsOf } from './parts/depth.ts';
import { milestoneLine } from './parts/milestone-line.ts';
import { mostOfName, navigation, pageCount } from './parts/navigation.ts';
import { pastPageButtons, titleAt } from './parts/past.ts';
import { strandNamesOf } from './parts/place.ts';
import type { View } from './parts/view.ts';
import { editMenu, recordButtons } from './parts/write-buttons.ts';

/** What else a line shows, the strand, is read anew with its milestones. */
const lengths = rememberedLengths<Milestone>();

/** All that a project has achieved, newest first with sub-entries below their entry, a page at a time. */
export function milestonePage(project: Project, wanted: number, view: View): Reply {
  const { words } = view;
  const { number, name, milestones, edition } = project;
  const strandOf = strandNamesOf(project, words);
  const depthOf = depthsOf(milestones);
  const lineOf = (standing: Standing) => {
    const place = depthOf(standing.milestone) === 0 ? strandOf(standing.milestone) : '';
    return milestoneLine(standing, view, { place });
  };
  const done = achieved(milestones, view.today);
  const lengthIn = lengths(view);
  const lengthOfLine = (standing: Standing) => lengthIn(standing.milestone, () => lengthOf(lineOf(standing)));
  const page = pageOf(done, wanted, lengthOfLine);
  const lists = page.items.map((standing) => list([lineOf(standing)], depthOf(standing.milestone)));
  const { at } = view;
  const card = askButton({ id: 'card', label: words('button.card', { number }), ask: String(number) });
  const more = at === undefined ? [card] : pastPageButtons(number, 'milestones', view);
  const ask = `${number} milestones${at === undefined ? '' : ` @${at}`}`;
  return reply(words('milestones.sentence', { number, name, count: done.length }), [
    header(titleAt(words('milestones.title', { number }), view)),
    context(`${shorten(name, mostOfName)}　${pageCount(page, words)}`),
    ...(lists.length > 0 ? [richText(merge(lists))] : [context(words('card.noMilestones'))]),
    ...(at === undefined ? editMenu(page.items, number, view) : []),
    context(cardContext(edition, view)),
    ...navigation(page, { ask, more }, words),
    ...(at === undefined ? [recordButtons(number, view)] : []),
  ]);
}

/** Neighbouring lists of one depth as one list: Slack draws a gap between two. */
function merge(lists: readonly ReturnType<typeof list>[]): RichTextBlock['elements'] {
  const merged: ReturnType<typeof list>[] = [];
  for (const next of lists) {
    const last = merged.at(-1);
    if (last && last.indent === next.indent) last.elements.push(...next.elements);
    else merged.push(next);
  }
  return merged;
}
