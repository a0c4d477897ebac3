import type { Button, KnownBlock, RichTextElement, RichTextSection } from '@slack/types';
import type { WritableVerb } from '../../actions/writes/index.ts';
import type { DigestEvent, StaleIndicator } from '../../digests/content.ts';
import type { DigestSection } from '../../digests/first-screen.ts';
import { printDay } from '../../domain/period/print-period.ts';
import { printIndicator } from '../../domain/print-indicator.ts';
import { actions } from '../blocks/build.ts';
import { lengthOf } from '../blocks/length.ts';
import { limits } from '../blocks/limits.ts';
import { lineBreak, list, paragraph, richText, text } from '../blocks/rich-text.ts';
import { shorten } from '../blocks/shorten.ts';
import { milestoneLine } from '../messages/parts/milestone-line.ts';
import type { View } from '../messages/parts/view.ts';
import { withoutItsDate } from '../messages/parts/without-leading.ts';
import { openButton } from '../modals/open-button.ts';
import type { WordKey } from '../words/index.ts';
import type { Unit } from './pack.ts';

/** The number tells the project; its name is a reminder, and the screen of a phone is narrow. */
const mostOfPlace = 16;
/** Of one block of an entry: what is longer continues in the next block. */
const mostOfBlock = limits.message.characters / 2;

/** The entries of a section, each with what can be done about it. */
export function unitsOf(section: DigestSection, view: View): readonly Unit[] {
  if (section.name === 'stale') {
    const entries = section.entries as readonly StaleIndicator[];
    return entries.flatMap((entry) => units('stale', staleLine(entry, view), [staleButtons(entry, view)]));
  }
  const entries = section.entries as readonly DigestEvent[];
  return entries.flatMap((event) => {
    const below = section.name === 'achieved' ? [] : [eventButtons(event, view)];
    return units(section.name, eventLine(event, view), below);
  });
}

function units(section: Unit['section'], line: RichTextSection, below: readonly KnownBlock[]): Unit[] {
  const parts = split(line);
  return parts.map((part, index) => ({
    section,
    begins: index === 0,
    blocks: [richText([list([part])]), ...(index === parts.length - 1 ? below : [])],
  }));
}

function split({ elements }: RichTextSection): RichTextSection[] {
  const parts: RichTextElement[][] = [[]];
  for (const element of elements) {
    const current = parts.at(-1) ?? [];
    if (current.length > 0 && lengthOf(current) + lengthOf(element) > mostOfBlock) parts.push([element]);
    else current.push(element);
  }
  return parts.map((part) => paragraph(part));
}

/** An event in a line, with its project. */
export function eventLine(event: DigestEvent, view: View): RichTextSection {
  return milestoneLine(event, view, { place: placeOf(event, view) });
}

function placeOf({ projectNumber: number, projectName }: DigestEvent | StaleIndicator, { words }: View) {
  const place = words('agenda.project', { number, name: shorten(projectName, mostOfPlace) });
  return words('mark.aside', { name: '', aside: place }).trimStart();
}

const steps = {
  'sharpen-event': 'remind.sharpen',
  'complete-event': 'button.complete',
  'postpone-event': 'button.postpone',
  'cancel-event': 'button.cancelEvent',
} as const satisfies Partial<Record<WritableVerb, WordKey>>;

const ends = ['complete-event', 'postpone-event', 'cancel-event'] as const;

/** 実施済み, 延期, 中止: what becomes of an event is two presses away. */
export function eventButtons(
  { milestone, when, projectNumber }: DigestEvent,
  { words }: View,
  verbs: readonly (keyof typeof steps)[] = ends,
): KnownBlock {
  const { id } = milestone;
  const what = withoutItsDate(milestone, when);
  return actions(
    `event-${id}`,
    verbs.map((verb) => {
      const label = words(steps[verb]);
      const spoken = words('button.ofEvent', { label, what });
      return openButton({ verb, label, opens: { project: projectNumber, target: id }, spoken });
    }),
  );
}

/** An indicator past its expected update in two lines. */
export function staleLine({ indicator, expectedBy, ...place }: StaleIndicator, view: View): RichTextSection {
  const { words } = view;
  const day = printDay(expectedBy, { language: words.language, style: 'long' });
  return paragraph(
    text(`${indicator.name}　`),
    text(printIndicator(indicator), { bold: true }),
    text(`　${placeOf({ indicator, expectedBy, ...place }, view)}`, { italic: true }),
    lineBreak,
    text(words('digest.staleLine', { day })),
  );
}

function staleButtons(stale: StaleIndicator, view: View): KnownBlock {
  return actions(`indicator-${stale.indicator.id}`, [recordButton(stale, view)]);
}

/** 値を記録: the form with the indicator filled in. */
export function recordButton({ indicator, projectNumber }: StaleIndicator, { words }: View): Button {
  const label = words('button.recordValue');
  const spoken = words('button.ofEvent', { label, what: indicator.name });
  const opens = { project: projectNumber, text: shorten(indicator.name, 200) };
  return openButton({ verb: 'record-observation', label, opens, spoken });
}
