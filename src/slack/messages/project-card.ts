import type { Button, KnownBlock, RichTextBlock, RichTextSection } from '@slack/types';
import { ahead, latest, type Standing } from '../../domain/agenda.ts';
import type { Project } from '../../domain/project.ts';
import { actions, askButton, context, header } from '../blocks/build.ts';
import { list, paragraph, richText, text } from '../blocks/rich-text.ts';
import { shorten } from '../blocks/shorten.ts';
import { type Reply, reply } from '../reply.ts';
import { cardContext } from './parts/card-context.ts';
import { indicatorLine } from './parts/indicator-line.ts';
import { milestoneLine } from './parts/milestone-line.ts';
import { pastCardButtons, printEnd, titleAt } from './parts/past.ts';
import { strandNamesOf } from './parts/place.ts';
import type { View } from './parts/view.ts';
import { recordButtons } from './parts/write-buttons.ts';

/** How much of each kind a card shows; all of it is one button away. */
const shown = { indicators: 5, milestones: 3, ahead: 3, characters: 100, placeCharacters: 30 } as const;

/**
 * The project at a glance: indicators, what has been done last, what comes next, and where to see more; of a past
 * time what it was then, and the way back.
 */
export function projectCard(project: Project, view: View): Reply {
  const { words, at } = view;
  const { number, name } = project;
  if (at !== undefined) {
    return reply(words('past.card.sentence', { number, name, when: printEnd(at, words) }), [
      ...cardBody(project, view, { withButtons: false }),
      context(words('past.undated')),
      actions('past', pastCardButtons(project, view)),
    ]);
  }
  return reply(words('card.sentence', { number, name }), [
    ...cardBody(project, view, { withButtons: true }),
    actions('card', [
      ...moreButtons(project, view),
      ...(project.indicators.length > 0
        ? [askButton({ id: 'chart', label: words('button.chart'), ask: `${number} chart` })]
        : []),
      askButton({ id: 'answers', label: words('button.answers'), ask: `${number} answers` }),
      askButton({ id: 'history', label: words('button.history'), ask: `${number} history` }),
      askButton({ id: 'share', label: words('button.share'), ask: `${number} share` }),
      askButton({ id: 'list', label: words('button.list'), ask: 'list' }),
    ]),
    recordButtons(number, view),
  ]);
}

/** The facts of the card; without buttons it is what others see when it is shared. */
export function cardBody(
  project: Project,
  view: View,
  { withButtons }: { withButtons: boolean },
): KnownBlock[] {
  const body: Body = { project, view, remarks: withButtons ? remarkKeys.above : remarkKeys.without };
  return [
    header(titleAt(`${project.number}. ${project.name}`, view)),
    context(cardContext(project.edition, view)),
    indicatorsPart(body),
    milestonesPart(body),
    aheadPart(body),
    ...backgroundPart(project, view),
  ];
}

/** What is left out, and where it is: with buttons below the card, without them just that there is more. */
const remarkKeys = {
  above: { more: 'card.more', shortened: 'card.shortened' },
  without: { more: 'card.moreShared', shortened: 'card.shortenedShared' },
} as const;

interface Body {
  readonly project: Project;
  readonly view: View;
  readonly remarks: (typeof remarkKeys)[keyof typeof remarkKeys];
}

function moreButtons({ number, indicators, milestones }: Project, { words, today }: View): Button[] {
  const kinds = [
    ['indicators', indicators.length],
    ['milestones', latest(milestones, today).length],
    ['upcoming', ahead(milestones, today).length],
  ] as const;
  return kinds
    .filter(([, count]) => count > 0)
    .map(([kind, count]) =>
      askButton({ id: kind, label: words(`button.${kind}`, { count }), ask: `${number} ${kind}` }),
    );
}

function indicatorsPart({ project: { indicators }, view: { words }, remarks }: Body): RichTextBlock {
  const lines = indicators.slice(0, shown.indicators).map((each) => indicatorLine(each, words));
  return part({ title: words('card.indicators'), empty: words('card.noIndicators') }, lines, [
    moreOf(
      indicators.length - lines.length,
      words(remarks.more, { count: indicators.length - lines.length }),
    ),
  ]);
}

function milestonesPart(body: Body): RichTextBlock {
  const { project, view } = body;
  const titles = { title: view.words('card.milestones'), empty: view.words('card.noMilestones') };
  return standingsPart(titles, latest(project.milestones, view.today), shown.milestones, body);
}

function aheadPart(body: Body): RichTextBlock {
  const { project, view } = body;
  const titles = { title: view.words('card.upcoming'), empty: view.words('card.noUpcoming') };
  return standingsPart(titles, ahead(project.milestones, view.today), shown.ahead, body);
}

interface Titles {
  readonly title: string;
  readonly empty: string;
}

function standingsPart(
  titles: Titles,
  standings: readonly Standing[],
  most: number,
  { project, view, remarks }: Body,
): RichTextBlock {
  const first = standings.slice(0, most);
  const placeOf = strandNamesOf(project, view.words);
  const lines = first.map((standing) =>
    milestoneLine(standing, view, {
      place: shorten(placeOf(standing.milestone), shown.placeCharacters),
      most: shown.characters,
      withStatus: standing.status !== 'achieved',
    }),
  );
  const rest = standings.length - first.length;
  const isCut = first.some(({ milestone }) => milestone.text.length > shown.characters);
  return part(titles, lines, [
    moreOf(rest, view.words(remarks.more, { count: rest })),
    isCut ? view.words(remarks.shortened) : null,
  ]);
}

function part(
  { title, empty }: Titles,
  lines: readonly RichTextSection[],
  remarks: (string | null)[],
): RichTextBlock {
  const heading = paragraph(text(title, { bold: true }));
  if (lines.length === 0) return richText([heading, paragraph(text(empty))]);
  const told = remarks
    .filter((remark) => remark !== null)
    .map((remark) => paragraph(text(remark, { italic: true })));
  return richText([heading, list(lines), ...told]);
}

function moreOf(rest: number, told: string): string | null {
  return rest > 0 ? told : null;
}

/** Lines of work and programmes in small print. */
function backgroundPart({ initiatives, programmes }: Project, { words }: View): KnownBlock[] {
  const named = programmes.map(({ name, isNew, national }) => {
    const marks = [isNew ? words('card.new') : null, national ? words('card.national') : null];
    const told = marks.filter((mark) => mark !== null).join(words('mark.and'));
    return told === '' ? name : words('mark.aside', { name, aside: told });
  });
  return [
    ...(initiatives.length > 0 ? [context(`${words('card.initiatives')}: ▼${initiatives.join(' ▼')}`)] : []),
    ...(named.length > 0 ? [context(`${words('card.programmes')}: ${named.join(words('mark.comma'))}`)] : []),
  ];
}
