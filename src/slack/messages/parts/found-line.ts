import type { RichTextElement, RichTextSection } from '@slack/types';
import type { AnswerLine } from '../../../actions/ask-question.ts';
import type { Indicator } from '../../../domain/indicator.ts';
import { type MilestoneStatus, statusOf } from '../../../domain/milestone-status.ts';
import type { EditionLabel } from '../../../domain/project.ts';
import { lineBreak, paragraph, text } from '../../blocks/rich-text.ts';
import { editionMonth } from './edition-month.ts';
import { indicatorLine } from './indicator-line.ts';
import type { Telling } from './instant.ts';
import { printListed } from './print-listed.ts';
import { statusBefore } from './status-mark.ts';
import type { View } from './view.ts';
import { whoAndWhen } from './who-and-when.ts';
import { withoutItsDate } from './without-leading.ts';

/** What a line that was found is worded with. */
export type FoundView = View & Telling;

/**
 * A line that was found: its date, its text with the words of the question in bold, of an indicator its figures, and
 * below it number and full name of its project. With `inFull` also notes and who has recorded a value.
 */
export function foundLine(
  line: AnswerLine,
  view: FoundView,
  { inFull }: { inFull: boolean },
): RichTextSection {
  const { words, timeZone } = view;
  const { projectNumber: number, projectName: name } = line;
  const below = [lineBreak, text(words('agenda.project', { number, name }), { italic: true })];
  if (line.indicator !== null)
    return ofIndicator(line, line.indicator, { telling: { words, timeZone }, below, inFull });
  const notes = inFull ? (line.milestone?.notes ?? []) : [];
  return paragraph(
    ...dateAndStatus(line, view),
    ...marked(line),
    ...notes.flatMap((note) => [lineBreak, text(note.startsWith('（') ? note : `※${note}`)]),
    ...below,
  );
}

function ofIndicator(
  line: AnswerLine,
  indicator: Indicator,
  { telling, below, inFull }: { telling: Telling; below: RichTextElement[][]; inFull: boolean },
): RichTextSection {
  // The name is marked here; what stands behind it is what every other message shows.
  const figures = indicatorLine(indicator, telling.words).elements.slice(text(indicator.name).length);
  return paragraph(
    ...marked(line),
    figures,
    ...(inFull ? recorded(indicator, line.edition, telling) : []),
    ...below,
  );
}

/** Who recorded the value and when, or in which edition it stands. */
function recorded(
  { current }: Indicator,
  edition: EditionLabel | null,
  telling: Telling,
): RichTextElement[][] {
  const { words } = telling;
  if (current === null) return [];
  const { source } = current;
  if (source.kind === 'edition') {
    const name = edition?.key === source.editionKey ? editionMonth(edition, words) : source.editionKey;
    return [lineBreak, text(words('search.recordedIn', { edition: name }))];
  }
  const by = { personId: source.by, posts: [] };
  return [
    lineBreak,
    text(`${words('search.recordedBy')} `),
    ...whoAndWhen({ by, at: source.recordedAt }, telling),
  ];
}

/** Statuses that a date, or no date, does not tell by itself. */
const telling: ReadonlySet<MilestoneStatus> = new Set(['overdue', 'due', 'ongoing', 'cancelled']);

function dateAndStatus({ period, milestone }: AnswerLine, { words, today }: View): RichTextElement[][] {
  const date = period === null ? [] : [text(printListed(period, words.language), { bold: true }), text(' ')];
  if (milestone === null) return date;
  const status = statusOf(milestone, today);
  return telling.has(status) ? [...date, ...statusBefore(status, words)] : date;
}

/** The text without the date that stands before it already, matches in bold. */
function marked({ text: written, matches, period, milestone }: AnswerLine): RichTextElement[][] {
  const told =
    milestone === null
      ? written
      : withoutItsDate({ text: written, firstPlanned: milestone.firstPlanned }, period);
  const parts: RichTextElement[][] = [];
  let at = written.length - told.length;
  for (const { start, end } of matches) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    parts.push(piece(written.slice(at, from)), piece(written.slice(from, end), true));
    at = end;
  }
  return [...parts, piece(written.slice(at))];
}

/** Blanks at its ends part it from what stands beside it. */
function piece(content: string, bold = false): RichTextElement[] {
  return content === '' ? [] : text(content, bold ? { bold } : undefined);
}
