import type { Agenda, AgendaItem } from '../../actions/list-agenda.ts';
import type { Span } from '../../domain/period/period.ts';
import { printDay } from '../../domain/period/print-period.ts';
import { actions, askButton, context, header } from '../blocks/build.ts';
import { lengthOf } from '../blocks/length.ts';
import { shorten } from '../blocks/shorten.ts';
import { pageOf } from '../pages.ts';
import { type Reply, reply } from '../reply.ts';
import { byStatus } from './parts/by-status.ts';
import { milestoneLine } from './parts/milestone-line.ts';
import { navigation, pageCount } from './parts/navigation.ts';
import type { View } from './parts/view.ts';

const otherSpans = [
  ['agenda.thisMonth', '今月'],
  ['agenda.nextMonth', '来月'],
  ['agenda.fourWeeks', '4w'],
  ['agenda.fiscalYear', '年度内'],
] as const;

const mostOfPlace = 60;

/** What lies ahead within a period in all projects, a page at a time. */
export function agendaPage({ span, asked, items }: Agenda, wanted: number, view: View): Reply {
  const { words } = view;
  const lineOf = (item: AgendaItem) => milestoneLine(item, view, { place: placeOf(item) });
  const placeOf = ({ projectNumber: number, projectName, under }: AgendaItem) => {
    const project = words('agenda.project', { number, name: shorten(projectName, mostOfPlace) });
    const place = under === null ? [project] : [project, shorten(under, mostOfPlace)];
    return words('mark.brackets', { what: place.join(words('mark.comma')) });
  };
  const page = pageOf(items, wanted, (item) => lengthOf(lineOf(item)));
  const told = printSpan(span, view);
  const others = otherSpans
    .filter(([, ask]) => ask !== asked)
    .map(([key, ask]) => askButton({ id: `span-${ask}`, label: words(key), ask: `upcoming ${ask}` }));
  return reply(words('agenda.sentence', { span: told, count: items.length }), [
    header(words('agenda.title')),
    context(page.total > 0 ? `${told}　${pageCount(page, words)}` : `${told}　${words('agenda.none')}`),
    ...byStatus(page.items, lineOf, view),
    ...navigation(page, { ask: `upcoming ${asked}`, more: [] }, words),
    actions('spans', [...others, askButton({ id: 'list', label: words('button.list'), ask: 'list' })]),
  ]);
}

function printSpan({ first, last }: Span, { words }: View): string {
  const [from, to] = [first, last].map((day) => printDay(day, { language: words.language, style: 'long' }));
  return first === last ? (from ?? '') : words('agenda.span', { first: from ?? '', last: to ?? '' });
}
