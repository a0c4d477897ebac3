import type { Button, KnownBlock } from '@slack/types';
import { nextPosted } from '../../digests/plan.ts';
import type { SubscriptionHealth } from '../../digests/ports.ts';
import type { SubscriptionChange } from '../../digests/subscription-change.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import { printDay } from '../../domain/period/print-period.ts';
import type { PersonId } from '../../domain/person.ts';
import type { Wanted } from '../../reminders/memory.ts';
import { actions, askButton, context, header } from '../blocks/build.ts';
import { lengthOf } from '../blocks/length.ts';
import { lineBreak, paragraph, richText, text } from '../blocks/rich-text.ts';
import { navigation, pageCount } from '../messages/parts/navigation.ts';
import { mentions } from '../messages/written.ts';
import { pageOf } from '../pages.ts';
import { mineBlocks } from '../reminders/mine.ts';
import { type Reply, reply } from '../reply.ts';
import type { Words } from '../words/index.ts';
import { type DigestDeed, digestButton } from './buttons.ts';
import { closingWords } from './closing-words.ts';
import { lastWords } from './last-words.ts';
import { printMoment } from './moments.ts';
import { reasonWords } from './reason-words.ts';
import { changeBlocks } from './recent-changes.ts';
import { scheduleWords } from './schedule-words.ts';

/** What the list of digests is put together from. */
export interface DigestList {
  readonly all: readonly SubscriptionHealth[];
  /** The channel whose digests are listed; null for those of all channels. */
  readonly channel: string | null;
  /** Whether the person who asks may set them up, and else whom to ask. */
  readonly may: boolean;
  readonly ask: readonly PersonId[];
  readonly now: Date;
  readonly page: number;
  /** What was done just now. */
  readonly said?: string;
  /** What was done with those that are listed, the newest first. */
  readonly changes: readonly SubscriptionChange[];
  readonly timeZone: string;
  /** When the calendar of holidays ends, where that is soon and the person can see to it. */
  readonly holidaysUntil: CalendarDay | null;
  /** Whether the person who asks wants reminders; null for somebody whom none reach. */
  readonly wanted: Wanted | null;
}

const perPage = 5;

/** 配信: the digests of a channel or of all, each with its state, its last result, its next time and what can be done. */
export function digestList(list: DigestList, words: Words): Reply {
  const { all, channel, may, said } = list;
  const rowsOf = (each: SubscriptionHealth) => row(each, list, words);
  const page = pageOf(all, list.page, (each) => lengthOf(rowsOf(each)), perPage);
  const none = channel === null ? 'digests.noneAnywhere' : may ? 'digests.none' : 'digests.noneYet';
  const other =
    channel === null
      ? askButton({ id: 'here', label: words('digests.here'), ask: 'digest' })
      : askButton({ id: 'all', label: words('digests.all'), ask: 'digest all' });
  const add = digestButton({ deed: 'add', label: words('digests.add'), value: {}, style: 'primary' });
  return reply(said ?? words('digests.sentence', { count: all.length }), [
    ...(said === undefined ? [] : [richText([paragraph(text(said, { bold: true }))])]),
    header(words('digests.title')),
    context(page.total === 0 ? words(none) : pageCount(page, words)),
    ...page.items.flatMap(rowsOf),
    ...(may ? [] : mayNotBlocks(list.ask, words)),
    ...holidayWarning(list, words),
    ...changeBlocks(list.changes, { timeZone: list.timeZone, words }),
    ...(list.wanted === null ? [] : mineBlocks(list.wanted, words)),
    ...navigation(
      page,
      {
        ask: channel === null ? 'digest all' : 'digest',
        more: may && channel !== null ? [add, other] : [other],
      },
      words,
    ),
  ]);
}

/** Beyond its end holidays would be days like any other. */
function holidayWarning({ holidaysUntil }: DigestList, words: Words): KnownBlock[] {
  if (holidaysUntil === null) return [];
  const day = printDay(holidaysUntil, { language: words.language, style: 'long' });
  return [context(words('digests.holidaysEnd', { day }))];
}

/** Who may set digests up. */
export function mayNotBlocks(ask: readonly PersonId[], words: Words): KnownBlock[] {
  return ask.length === 0
    ? [context(words('digests.mayNotNobody'))]
    : [richText([paragraph(text(words('digests.mayNot'))), ...mentions(ask)])];
}

function row(health: SubscriptionHealth, { channel, may, now }: DigestList, words: Words): KnownBlock[] {
  const { subscription } = health;
  const { id, channelId, ownerId, pausedAt } = subscription;
  const where = [
    text(`${words('digests.where')} `),
    [{ type: 'channel' as const, channel_id: channelId }],
    lineBreak,
  ];
  const lines = [
    text(scheduleWords(subscription, words), { bold: true }),
    lineBreak,
    text(`${words('digests.state')} ${stateOf(health, words)}`),
    lineBreak,
    text(lastWords(health, words)),
    lineBreak,
    ...(pausedAt === null ? [text(nextOf(health, now, words)), lineBreak] : []),
    text(`${words('digest.setBy')} `),
    [{ type: 'user' as const, user_id: ownerId }],
  ];
  return [
    richText([paragraph(...(channel === null ? where : []), ...lines)]),
    actions(`digest-${id}`, buttonsOf(health, may, words)),
  ];
}

function stateOf({ subscription, last }: SubscriptionHealth, words: Words): string {
  const { pausedAt, pausedBecause } = subscription;
  if (pausedAt === null) return words(last?.state === 'unknown' ? 'digests.asks' : 'digests.ok');
  return pausedBecause === null || pausedBecause === 'person'
    ? words('digests.paused')
    : words('digests.pausedBecause', { reason: reasonWords(pausedBecause, words) });
}

function nextOf({ subscription }: SubscriptionHealth, now: Date, words: Words): string {
  const next = nextPosted(subscription, now);
  const at = printMoment(next.dueAt, subscription.timeZone, words);
  if (next.movedFrom === undefined) return words('digests.next', { at });
  const { day, because } = next.movedFrom;
  return words('digests.nextHoliday', {
    at,
    day: printDay(day, { language: words.language, style: 'long' }),
    because: closingWords(because, words),
  });
}

function buttonsOf({ subscription, last }: SubscriptionHealth, may: boolean, words: Words): Button[] {
  const { id, version, pausedAt } = subscription;
  const what = scheduleWords(subscription, words);
  const spokenOf = (label: string) => words('digests.ofOne', { label, what });
  const button = (deed: DigestDeed, label: string, occurrence?: string): Button =>
    digestButton({
      deed,
      label,
      spoken: spokenOf(label),
      value: { subscription: id, version, ...(occurrence && { occurrence }) },
    });
  const label = words('digests.preview');
  const preview = askButton({
    id: `preview-${id}`,
    label,
    ask: `digest preview ${id}`,
    spoken: spokenOf(label),
  });
  if (!may) return [preview];
  return [
    ...(last?.state === 'unknown'
      ? [
          button('resend', words('notice.resend'), last.id),
          button('was-sent', words('notice.wasSent'), last.id),
        ]
      : []),
    button('edit', words('digests.edit')),
    pausedAt === null ? button('pause', words('digests.pause')) : button('resume', words('digests.resume')),
    button('send', words('digests.send')),
    preview,
  ];
}
