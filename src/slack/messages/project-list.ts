import type { KnownBlock } from '@slack/types';
import { ahead, type Standing } from '../../domain/agenda.ts';
import type { ProjectSummary } from '../../domain/project.ts';
import { isReached } from '../../domain/rate.ts';
import { actions, askButton, context, header } from '../blocks/build.ts';
import { lengthOf } from '../blocks/length.ts';
import { rememberedLengths } from '../blocks/remembered-length.ts';
import { lineBreak, paragraph, richText, text } from '../blocks/rich-text.ts';
import { shorten } from '../blocks/shorten.ts';
import { type Page, pageOf } from '../pages.ts';
import { type Reply, reply } from '../reply.ts';
import { navigation, pageCount } from './parts/navigation.ts';
import { printListed } from './parts/print-listed.ts';
import { statusMark } from './parts/status-mark.ts';
import type { View } from './parts/view.ts';
import { withoutItsDate } from './parts/without-leading.ts';

const mostOfNext = 60;

const lengths = rememberedLengths<ProjectSummary>();

/** All projects, each with its indicators in figures, what comes next and what is overdue, a page at a time. */
export function projectList(projects: readonly ProjectSummary[], wanted: number, view: View): Reply {
  const { words } = view;
  const rowOf = (project: ProjectSummary) => row(project, view);
  const lengthIn = lengths(view);
  const page = pageOf(projects, wanted, (project) => lengthIn(project, () => lengthOf(rowOf(project))));
  const help = askButton({ id: 'help', label: words('button.help'), ask: 'help' });
  return reply(words('list.sentence', { count: projects.length }), [
    header(words('list.title')),
    context(pageCount(page, words)),
    ...page.items.map(rowOf),
    ...openButtons(page, view),
    ...navigation(page, { ask: 'list', more: [help] }, words),
  ]);
}

function row(project: ProjectSummary, view: View): KnownBlock {
  const { words, today } = view;
  const standings = ahead(project.scheduled, today);
  const overdue = standings.filter(({ status }) => status === 'overdue').length;
  const next = standings.find(({ status }) => status === 'due' || status === 'upcoming');
  return richText([
    paragraph(
      text(`${project.number}. ${project.name}`, { bold: true }),
      lineBreak,
      text(`${indicatorsOf(project, view)}　`),
      ...(overdue > 0
        ? [...statusMark('overdue', words).slice(0, 1), text(` ${words('list.overdue', { count: overdue })}`)]
        : []),
      lineBreak,
      text(next === undefined ? words('list.noNext') : nextOf(next, view)),
    ),
  ]);
}

function indicatorsOf({ indicators }: ProjectSummary, { words }: View): string {
  if (indicators.length === 0) return words('list.noIndicators');
  const reached = indicators.filter((indicator) => isReached(indicator) === true).length;
  return words('list.indicators', { count: indicators.length, reached });
}

function nextOf({ when, milestone }: Standing, { words }: View): string {
  const told = when === null ? '' : printListed(when, words.language);
  const what = withoutItsDate(milestone, when);
  return words('list.next', { when: told, what: shorten(what, mostOfNext) });
}

/** One button for each project of the page, five in a row. */
function openButtons(page: Page<ProjectSummary>, { words }: View): KnownBlock[] {
  const buttons = page.items.map(({ number, name }) =>
    askButton({
      id: `open-${number}`,
      label: words('list.open', { number }),
      spoken: `${words('list.open', { number })} ${name}`,
      ask: String(number),
    }),
  );
  const rows = Math.ceil(buttons.length / 5);
  return Array.from({ length: rows }, (_, index) =>
    actions(`open-${index}`, buttons.slice(index * 5, index * 5 + 5)),
  );
}
