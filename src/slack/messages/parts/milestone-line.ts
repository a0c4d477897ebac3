import type { RichTextElement, RichTextSection } from '@slack/types';
import type { Standing } from '../../../domain/agenda.ts';
import { differenceInDays } from '../../../domain/calendar-day.ts';
import type { MilestoneStatus } from '../../../domain/milestone-status.ts';
import { lineBreak, paragraph, text } from '../../blocks/rich-text.ts';
import { shorten } from '../../blocks/shorten.ts';
import { printListed } from './print-listed.ts';
import { statusBefore } from './status-mark.ts';
import type { View } from './view.ts';
import { withoutItsDate } from './without-leading.ts';

/** What a line shows besides date and text. */
export interface MilestoneLineOptions {
  /** Where it stands: strand, entry above it. */
  readonly place?: string;
  /** Say how it stands where that is not plain from its place in the message. */
  readonly withStatus?: boolean;
  /** Cut the text there and say so with an ellipsis; the full text must be one button away. */
  readonly most?: number;
}

/** A milestone in one paragraph: its date, how far off it is, its text as written, notes below. */
export function milestoneLine(
  standing: Standing,
  view: View,
  options: MilestoneLineOptions = {},
): RichTextSection {
  const { milestone, when } = standing;
  const parts: RichTextElement[][] = [];
  if (when !== null) parts.push(text(printListed(when, view.words.language), { bold: true }), text(' '));
  if (options.withStatus && telling.has(standing.status))
    parts.push(...statusBefore(standing.status, view.words));
  const away = distance(standing, view);
  if (away !== null) parts.push(text(`${away} `, { italic: true }));
  const told = withoutItsDate(milestone, when);
  parts.push(text(options.most === undefined ? told : shorten(told, options.most)));
  if (options.place) parts.push(text(` ${options.place}`, { italic: true }));
  if (options.most === undefined) {
    for (const note of milestone.notes)
      parts.push(lineBreak, text(note.startsWith('（') ? note : `※${note}`));
  }
  return paragraph(...parts);
}

/** Statuses that a date, or no date, does not tell by itself. */
const telling: ReadonlySet<MilestoneStatus> = new Set(['overdue', 'due', 'ongoing']);

const soonDays = 14;

/** 本日, 明日, あと10日: only for a day that is near. */
function distance({ status, when }: Standing, { words, today }: View): string | null {
  if (when?.precision !== 'day' || when.first === null) return null;
  if (status !== 'upcoming' && status !== 'due') return null;
  const days = differenceInDays(when.first, today);
  if (days < 0 || days > soonDays) return null;
  if (days === 0) return words('when.today');
  return days === 1 ? words('when.tomorrow') : words('when.inDays', { count: days });
}
