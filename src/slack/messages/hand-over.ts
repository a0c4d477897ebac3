import type { KnownBlock, RichTextBlock, RichTextElement, RichTextSection } from '@slack/types';
import type { HandOverProject, HandOverSheet } from '../../actions/writes/read-roles.ts';
import type { PersonId } from '../../domain/person.ts';
import { printIndicator } from '../../domain/print-indicator.ts';
import { actions, askButton, context, header } from '../blocks/build.ts';
import { lengthOf } from '../blocks/length.ts';
import { list, paragraph, richText, text } from '../blocks/rich-text.ts';
import { shorten } from '../blocks/shorten.ts';
import { pageOf } from '../pages.ts';
import { type Reply, reply } from '../reply.ts';
import type { Words } from '../words/index.ts';
import { navigation, pageCount } from './parts/navigation.ts';
import { printListed } from './parts/print-listed.ts';
import { withoutItsDate } from './parts/without-leading.ts';
import { undoButton } from './written.ts';

const mostLines = 8;
const mostText = 90;
const mostPosts = 10;

/** What was handed over just now. */
export interface HandedOver {
  readonly from: PersonId;
  readonly to: PersonId;
  /** To take it back. */
  readonly setId: string;
}

/** 引継書: posts and projects of a person; of each project what is overdue, what comes, and its indicators. */
export function handOverMessage(
  sheet: HandOverSheet,
  { words, page: wanted, done }: { words: Words; page: number; done?: HandedOver },
): Reply {
  const blockOf = (project: HandOverProject) => projectBlock(project, words);
  const page = pageOf(sheet.projects, wanted, (project) => lengthOf(blockOf(project)));
  const sentence = words('sheet.sentence', { count: sheet.projects.length });
  const told = done === undefined ? sentence : `${words('sheet.handedOver')} ${sentence}`;
  const roles = askButton({ id: 'roles', label: words('roles.title'), ask: 'roles' });
  return reply(told, [
    header(words('sheet.title')),
    holder(sheet, { words, done }),
    ...(sheet.projects.length > 0 ? [context(pageCount(page, words))] : []),
    ...page.items.map(blockOf),
    ...(done === undefined ? [] : [takeBack(done, words)]),
    ...navigation(page, { ask: `handover ${sheet.personId}`, more: [roles] }, words),
  ]);
}

function takeBack({ setId }: HandedOver, words: Words): KnownBlock {
  const what = words('change.hand-over');
  return actions('handed-over', [undoButton({ set: setId, project: null }, { words, what })]);
}

function holder(
  { personId, posts, projects }: HandOverSheet,
  { words, done }: { words: Words; done: HandedOver | undefined },
): RichTextBlock {
  const labels = posts.slice(0, mostPosts).map(({ section, name }) => `${section} ${name}`);
  const more = posts.length - labels.length;
  const held = [...labels, ...(more > 0 ? [words('sheet.more', { count: more })] : [])].join(
    words('mark.comma'),
  );
  return richText([
    done === undefined
      ? paragraph(text(`${words('sheet.of')} `), [user(personId)])
      : paragraph(
          text(`${words('sheet.handedOver')} `, { bold: true }),
          text(`${words('sheet.fromTo')} `),
          [user(done.from)],
          text(' → '),
          [user(done.to)],
        ),
    paragraph(text(posts.length === 0 ? words('sheet.none') : words('sheet.posts', { posts: held }))),
    ...(posts.length > 0 && projects.length === 0 ? [paragraph(text(words('sheet.noProjects')))] : []),
  ]);
}

function user(id: PersonId): RichTextElement {
  return { type: 'user', user_id: id };
}

function projectBlock(project: HandOverProject, words: Words): RichTextBlock {
  const { number, name, role, overdue, open, indicators } = project;
  const heading = words('sheet.project', { number, name, role: words(`part.${role}`) });
  const parts = [
    ...part(
      words('sheet.overdue', { count: overdue.length }),
      overdue.map((each) => agendaLine(each, words)),
      words,
    ),
    ...part(
      words('sheet.open', { count: open.length }),
      open.map((each) => agendaLine(each, words)),
      words,
    ),
    ...part(
      words('sheet.indicators', { count: indicators.length }),
      indicators.map((indicator) =>
        paragraph(
          text(`${shorten(indicator.name, mostText)}　`),
          text(printIndicator(indicator), { bold: true }),
        ),
      ),
      words,
    ),
  ];
  return richText([
    paragraph(text(heading, { bold: true })),
    ...(parts.length === 0 ? [paragraph(text(words('sheet.nothing')))] : parts),
  ]);
}

function part(title: string, lines: readonly RichTextSection[], words: Words) {
  if (lines.length === 0) return [];
  const count = lines.length - mostLines;
  const more = count > 0 ? [paragraph(text(words('sheet.more', { count })))] : [];
  return [paragraph(text(title)), list([...lines.slice(0, mostLines), ...more])];
}

function agendaLine({ when, milestone }: HandOverProject['open'][number], words: Words): RichTextSection {
  const told = when === null ? '' : `${printListed(when, words.language)} `;
  const what = withoutItsDate(milestone, when);
  return paragraph(text(told, { bold: true }), text(shorten(what, mostText)));
}
