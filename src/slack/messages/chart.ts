import type { Button } from '@slack/types';
import type { PictureKind } from '../../actions/pictures.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { actions, askButton, context } from '../blocks/build.ts';
import { limits } from '../blocks/limits.ts';
import { paragraph, richText, text } from '../blocks/rich-text.ts';
import { type Reply, reply } from '../reply.ts';
import type { Words } from '../words/index.ts';

/** The picture that a message speaks of. */
export interface ChartOf {
  readonly number: number | null;
  readonly kind: PictureKind;
  /** Of a course the name that was asked for. */
  readonly name: string;
  readonly at: CalendarDay | null;
  readonly shared: boolean;
  readonly page: number;
  readonly pages: number;
  readonly title: string;
}

/** Says where the picture went, tells its numbers, and offers what to look at next. */
export function chartSent(
  chart: ChartOf,
  { words, channel, alt }: { readonly words: Words; readonly channel: string | null; readonly alt: string },
): Reply {
  const { shared, title } = chart;
  const inChannel = channel !== null && !channel.startsWith('D');
  const sentence = words(shared && inChannel ? 'chart.shared' : 'chart.sent', { title });
  return reply(sentence, [
    richText([paragraph(text(sentence))]),
    context(alt),
    actions('chart', [...pageButtons(chart, words), ...otherButtons(chart, { words, inChannel })]),
  ]);
}

const askOf = ({ number, kind, name, at, page }: ChartOf, more = ''): string =>
  [
    ...(number === null ? [] : [number]),
    'chart',
    ...(kind === 'timeline' ? ['timeline'] : []),
    ...(kind === 'course' ? ['course', name] : []),
    ...(more === '' ? [] : [more]),
    ...(at === null ? [] : [`@${at}`]),
    ...(page > 1 ? [`p${page}`] : []),
  ].join(' ');

function pageButtons(chart: ChartOf, words: Words): Button[] {
  const { page, pages } = chart;
  if (page >= pages) return [];
  const next = askOf({ ...chart, page: page + 1 });
  return [
    askButton({
      id: 'next',
      label: words('chart.next', { page: page + 1, pages }),
      ask: next,
      style: 'primary',
    }),
  ];
}

function otherButtons(
  chart: ChartOf,
  { words, inChannel }: { readonly words: Words; readonly inChannel: boolean },
): Button[] {
  const { number, kind, shared } = chart;
  const first = { ...chart, page: 1, name: '' };
  return [
    ...(inChannel && !shared
      ? [askButton({ id: 'share', label: words('button.share'), ask: askOf(chart, 'share') })]
      : []),
    ...(kind === 'indicators'
      ? []
      : [
          askButton({ id: 'bars', label: words('chart.bars'), ask: askOf({ ...first, kind: 'indicators' }) }),
        ]),
    ...(kind === 'timeline'
      ? []
      : [
          askButton({
            id: 'timeline',
            label: words('chart.timeline'),
            ask: askOf({ ...first, kind: 'timeline' }),
          }),
        ]),
    ...(number === null || kind === 'course'
      ? []
      : [
          askButton({ id: 'course', label: words('chart.course'), ask: askOf({ ...first, kind: 'course' }) }),
        ]),
    number === null
      ? askButton({ id: 'list', label: words('button.list'), ask: 'list' })
      : askButton({ id: 'card', label: words('button.card', { number }), ask: String(number) }),
  ];
}

/** Slack did not take it: nothing was posted. */
export function chartUnsent(
  why: 'not-in-channel' | 'unreachable' | 'too-large',
  chart: ChartOf,
  words: Words,
): Reply {
  const sentence = words(`chart.unsent.${why}`);
  const again = askButton({
    id: 'direct',
    label: words('chart.direct'),
    ask: askOf({ ...chart, shared: false }),
  });
  return reply(sentence, [
    richText([paragraph(text(sentence))]),
    ...(why === 'not-in-channel' ? [actions('chart', [again])] : []),
  ]);
}

/** Which indicator the course is to be of: a button for each. */
export function whichIndicator(
  indicators: readonly Indicator[],
  { number, at }: { readonly number: number; readonly at: CalendarDay | null },
  words: Words,
): Reply {
  const sentence = words(indicators.length === 0 ? 'card.noIndicators' : 'chart.which');
  const time = at === null ? '' : ` @${at}`;
  const buttons = indicators.slice(0, limits.buttons).map(({ name }, index) =>
    askButton({
      id: `course-${index}`,
      label: name,
      // A command is at most 200 characters long: the beginning of a name has to do.
      ask: `${number} chart course ${Array.from(name).slice(0, mostName).join('')}${time}`,
    }),
  );
  return reply(sentence, [
    richText([paragraph(text(sentence))]),
    ...(buttons.length === 0 ? [] : [actions('indicators', buttons)]),
  ]);
}

const mostName = 70;

/** The words behind グラフ mean nothing. */
export function unclearChart(typed: string, words: Words): Reply {
  const sentence = words('chart.unclear', { typed });
  const ja = words.language === 'ja';
  const asks = ja
    ? ['8 グラフ', '8 グラフ 推移', '8 グラフ 予定', 'グラフ']
    : ['8 chart', '8 chart course', '8 chart timeline', 'chart'];
  return reply(sentence, [
    richText([paragraph(text(sentence))]),
    actions(
      'chart',
      asks.map((ask, index) => askButton({ id: `try-${index}`, label: `/project ${ask}`, ask })),
    ),
  ]);
}
