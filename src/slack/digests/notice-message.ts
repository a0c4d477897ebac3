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

function toldOf(matter: NoticeMatter, words: Words): string {
  const { kind, occurrence, subscription } = matter;
  const reason = reasonWords(occurrence.reason, words);
  switch (kind) {
    case 'failed':
      return words(subscription.pausedAt === null ? 'notice.failedOnce' : 'notice.failed', { reason });
    case 'incomplete':
      return words('notice.incomplete');
    case 'unknown': {
      const why = reason.replace(/[。.]$/u, '');
      const aside = why === '' ? '' : words('mark.aside', { name: '', aside: why });
      return words('notice.unknown', { reason: aside });
    }
    case 'skipped':
      return words('notice.skipped', { reason });
    case 'held': {
      const held = words('notice.held', { reason });
      if (!canConfirm(matter)) return held;
      const mayConfirm = words('notice.mayConfirm', { label: words('notice.confirmShared') });
      return words.language === 'ja' ? `${held}${mayConfirm}` : `${held} ${mayConfirm}`;
    }
  }
}

/** Whether it waits for somebody to agree that another organisation reads it. */
function canConfirm({ kind, occurrence }: NoticeMatter): boolean {
  return kind === 'held' && occurrence.reason === 'shared-unconfirmed';
}

function buttonsOf(matter: NoticeMatter, words: Words): Button[] {
  const { kind, occurrence, subscription } = matter;
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
  return canConfirm(matter)
    ? [digestButton({ deed: 'confirm-shared', label: confirm, spoken: spoken(confirm), value })]
    : [];
}
