import type { Button, KnownBlock } from '@slack/types';
import type { NoticeMatter } from '../../digests/ports.ts';
import { referenceOf } from '../../domain/reference.ts';
import { actions, context, header } from '../blocks/build.ts';
import { lineBreak, paragraph, richText, text } from '../blocks/rich-text.ts';
import { type Reply, reply } from '../reply.ts';
import type { Words } from '../words/index.ts';
import { digestButton } from './buttons.ts';
import { printMoment } from './moments.ts';
import { reasonWords } from './reason-words.ts';

/** So many matters stand in one message; more make more messages. */
export const mattersPerMessage = 10;

/** What an owner is told of digests that did not go as planned, with what can be done about each. */
export function noticeMessage(
  matters: readonly NoticeMatter[],
  { words, instead = false }: { readonly words: Words; readonly instead?: boolean },
): Reply {
  return reply(words('notice.sentence', { count: matters.length }), [
    header(words('notice.title')),
    ...(instead ? [context(words('notice.forAdministrators'))] : []),
    ...matters.flatMap((matter) => matterBlocks(matter, words)),
  ]);
}

function matterBlocks(matter: NoticeMatter, words: Words): KnownBlock[] {
  const { subscription, occurrence } = matter;
  const at = printMoment(occurrence.dueAt, subscription.timeZone, words);
  const where = [{ type: 'channel' as const, channel_id: subscription.channelId }];
  const buttons = buttonsOf(matter, words);
  return [
    richText([
      paragraph(
        text(`${words('notice.where')} `),
        where,
        text(`　${words('notice.when', { at })}`, { bold: true }),
        lineBreak,
        text(toldOf(matter, words)),
        ...referenceLine(matter, words),
      ),
    ]),
    ...(buttons.length > 0 ? [actions(`notice-${occurrence.id}`, buttons)] : []),
  ];
}

/** What did not go as planned is found in the log by this. */
function referenceLine({ kind, occurrence }: NoticeMatter, words: Words) {
  if (kind === 'held' || kind === 'skipped') return [];
  return [lineBreak, text(words('notice.reference', { reference: referenceOf(occurrence.id) }))];
}

function toldOf({ kind, occurrence, subscription }: NoticeMatter, words: Words): string {
  const reason = reasonWords(occurrence.reason, words);
  switch (kind) {
    case 'failed':
      return words(subscription.pausedAt === null ? 'notice.failedOnce' : 'notice.failed', { reason });
    case 'incomplete':
      return words('notice.incomplete');
    case 'unknown':
    case 'skipped':
    case 'held':
      return words(`notice.${kind}`, { reason });
  }
}

function buttonsOf({ kind, occurrence, subscription }: NoticeMatter, words: Words): Button[] {
  const what = printMoment(occurrence.dueAt, subscription.timeZone, words);
  const spoken = (label: string) => words('notice.of', { label, what });
  const value = { occurrence: occurrence.id, subscription: subscription.id };
  const resend = words('notice.resend');
  const wasSent = words('notice.wasSent');
  const confirm = words('notice.confirmShared');
  if (kind === 'unknown') {
    return [
      digestButton({ deed: 'resend', label: resend, spoken: spoken(resend), value }),
      digestButton({ deed: 'was-sent', label: wasSent, spoken: spoken(wasSent), value }),
    ];
  }
  if (kind === 'failed' || kind === 'skipped') {
    return [digestButton({ deed: 'resend', label: resend, spoken: spoken(resend), value })];
  }
  return kind === 'held' && occurrence.reason === 'shared-unconfirmed'
    ? [digestButton({ deed: 'confirm-shared', label: confirm, spoken: spoken(confirm), value })]
    : [];
}
