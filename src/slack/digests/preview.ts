import type { KnownBlock } from '@slack/types';
import type { Occurrence, OccurrenceId } from '../../digests/occurrence.ts';
import { nextPosted } from '../../digests/plan.ts';
import type { PlannedOccurrence } from '../../digests/schedule.ts';
import type { Subscription } from '../../digests/subscription.ts';
import { addDays, dayAt } from '../../domain/calendar-day.ts';
import { actions, askButton, context, header } from '../blocks/build.ts';
import { paragraph, richText, text } from '../blocks/rich-text.ts';
import { type Reply, reply } from '../reply.ts';
import type { Words } from '../words/index.ts';
import type { SeenChannel } from './channels.ts';
import type { DigestDesk } from './desk.ts';

/** プレビュー: the very message as it would be posted now, and the way back to the list. */
export async function previewDigest(desk: Desk, subscription: Subscription, words: Words): Promise<Reply> {
  const back = askButton({ id: 'back', label: words('digests.here'), ask: 'digest' });
  return reply(words('digests.previewSentence'), [
    header(words('digests.previewTitle')),
    ...(await previewBlocks(desk, subscription, words)),
    { type: 'divider' },
    actions('preview', [back]),
  ]);
}

type Desk = Pick<DigestDesk, 'renderer' | 'channels' | 'clock'>;

/** The very message as it would be posted now, with where it goes and to how many people. */
export async function previewBlocks(
  { renderer, channels, clock }: Desk,
  subscription: Subscription,
  words: Words,
): Promise<readonly KnownBlock[]> {
  const now = await clock();
  const order = {
    subscription,
    occurrence: occurrenceNow(subscription, now),
    now,
    late: false,
    nextAt: nextPosted(subscription, now).dueAt,
  };
  const [{ first, thread }, seen] = await Promise.all([
    renderer.render(order),
    channels.look(subscription.channelId).catch(() => null),
  ]);
  return [
    where(subscription, seen, words),
    ...(seen?.standing.kind === 'open' && seen.standing.shared
      ? [context(words('digests.previewShared'))]
      : []),
    ...(thread.length > 0 ? [context(words('digests.previewThread', { count: thread.length }))] : []),
    { type: 'divider' },
    ...first.blocks,
  ];
}

function where({ channelId }: Subscription, seen: SeenChannel | null, words: Words) {
  const count = seen?.members ?? null;
  const told =
    count === null ? ` ${words('digests.previewUnknown')}` : words('digests.previewWhere', { count });
  return richText([paragraph([{ type: 'channel', channel_id: channelId }], text(told))]);
}

function occurrenceNow(subscription: Subscription, dueAt: Date): Occurrence {
  const first = dayAt(dueAt, subscription.timeZone);
  const span: PlannedOccurrence['span'] = {
    first,
    last: addDays(first, 7 * subscription.weeksAhead - 1),
  };
  return {
    id: 'preview' as OccurrenceId,
    subscriptionId: subscription.id,
    periodKey: 'preview',
    dueAt,
    span,
    movedFrom: null,
    because: null,
    byHand: true,
    state: 'waiting',
    reason: null,
    attempts: 0,
    channelId: null,
    postedAt: null,
    late: false,
    messageTs: null,
    thread: 'none',
  };
}
