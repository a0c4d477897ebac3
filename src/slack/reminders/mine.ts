import type { KnownBlock } from '@slack/types';
import { printDay } from '../../domain/period/print-period.ts';
import type { Wanted } from '../../reminders/memory.ts';
import { actions } from '../blocks/build.ts';
import { lineBreak, paragraph, richText, text } from '../blocks/rich-text.ts';
import type { Words } from '../words/index.ts';
import { type ReminderDeed, reminderButton } from './buttons.ts';

/** Whether the person who asks gets reminders, and the ways to change that: the end of the page of 配信. */
export function mineBlocks(wanted: Wanted, words: Words): KnownBlock[] {
  const deeds: readonly ReminderDeed[] = wanted.kind === 'on' ? ['pause', 'off'] : ['on'];
  return [
    richText([
      paragraph(text(words('remind.mine'), { bold: true }), lineBreak, text(stateOf(wanted, words))),
    ]),
    actions(
      'reminders',
      deeds.map((deed) => reminderButton({ deed, label: words(`remind.${deed}`) })),
    ),
  ];
}

function stateOf(wanted: Wanted, words: Words): string {
  switch (wanted.kind) {
    case 'on':
      return words('remind.isOn');
    case 'off':
      return words('remind.isOff');
    case 'paused':
      return words('remind.isPaused', {
        day: printDay(wanted.until, { language: words.language, style: 'long' }),
      });
  }
}
