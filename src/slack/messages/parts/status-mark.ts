import type { RichTextElement } from '@slack/types';
import type { MilestoneStatus } from '../../../domain/milestone-status.ts';
import { emoji, text } from '../../blocks/rich-text.ts';
import type { Words } from '../../words/index.ts';

const emojiOf: Record<MilestoneStatus, string> = {
  achieved: 'white_check_mark',
  cancelled: 'no_entry_sign',
  undated: 'grey_question',
  upcoming: 'calendar',
  due: 'hourglass_flowing_sand',
  ongoing: 'arrows_counterclockwise',
  overdue: 'warning',
};

/** The status as a sign and in words. */
export function statusMark(status: MilestoneStatus, words: Words): RichTextElement[][] {
  return [emoji(emojiOf[status]), text(` ${words(`status.${status}`)} `)];
}

/** The same before a text, into which it does not run. */
export function statusBefore(status: MilestoneStatus, words: Words): RichTextElement[][] {
  const behind = words.language === 'ja' ? ': ' : ' · ';
  return [emoji(emojiOf[status]), text(` ${words(`status.${status}`)}${behind}`)];
}
