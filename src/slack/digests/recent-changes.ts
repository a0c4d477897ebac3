import type { KnownBlock, RichTextSection } from '@slack/types';
import type { KeptSubscription, SubscriptionChange } from '../../digests/subscription-change.ts';
import { lineBreak, list, paragraph, richText, text } from '../blocks/rich-text.ts';
import { author } from '../messages/parts/who-and-when.ts';
import type { WordKey, Words } from '../words/index.ts';
import { printMoment } from './moments.ts';
import { reasonWords } from './reason-words.ts';
import { scheduleWords } from './schedule-words.ts';

/** How many changes the list of digests shows. */
export const changesShown = 3;

/** 最近の変更: who did what with the digests of the list and when, before → after. Nothing where there is none. */
export function changeBlocks(
  changes: readonly SubscriptionChange[],
  { timeZone, words }: { readonly timeZone: string; readonly words: Words },
): KnownBlock[] {
  if (changes.length === 0) return [];
  const lines = changes.map((change) => line(change, timeZone, words));
  return [richText([paragraph(text(words('digests.changes'), { bold: true }), lineBreak), list(lines)])];
}

function line(change: SubscriptionChange, timeZone: string, words: Words): RichTextSection {
  const { at, by, act } = change;
  const who = by === null ? [text(words('digests.byItself'))] : author(by, words);
  const what = detail(change, { timeZone, words });
  return paragraph(
    text(`${printMoment(at, timeZone, words)}　`),
    ...who,
    text(`　${words(`digests.act.${act}`)}`),
    ...(what === '' ? [] : [text(`: ${what}`)]),
  );
}

function detail(
  { act, before, after }: SubscriptionChange,
  { timeZone, words }: { readonly timeZone: string; readonly words: Words },
): string {
  const kept = after ?? before;
  if (kept === null) return '';
  // いますぐ投稿する is at its own time; what is said of another period names that one.
  if (kept.period !== undefined && act !== 'send') {
    const due = printMoment(new Date(kept.period.dueAt), timeZone, words);
    return words('digests.ofPeriod', { due });
  }
  if (act === 'pause') {
    const because = kept.pausedBecause ?? 'person';
    return because === 'person' ? scheduleWords(kept, words) : reasonWords(because, words);
  }
  if (act !== 'change' || before === null || after === null) return scheduleWords(kept, words);
  const [was, is] = [scheduleWords(before, words), scheduleWords(after, words)];
  if (was !== is) return `${was} → ${is}`;
  return changedFields(before, after)
    .map((key) => words(key))
    .join(words.language === 'ja' ? '、' : ', ');
}

const fields = {
  include: 'digestField.include',
  holidayRule: 'digestField.holidays',
  localClosingDays: 'digestField.closings',
  language: 'digestField.language',
  confirmedShared: 'digestField.shared',
  ownerId: 'digests.owner',
} as const satisfies Partial<Record<keyof KeptSubscription, WordKey>>;

/** What the line of its schedule does not tell. */
function changedFields(before: KeptSubscription, after: KeptSubscription): readonly WordKey[] {
  return Object.entries(fields)
    .filter(([name]) => {
      const key = name as keyof typeof fields;
      return JSON.stringify(before[key]) !== JSON.stringify(after[key]);
    })
    .map(([, key]) => key);
}
