import type { KnownBlock } from '@slack/types';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import { printDay } from '../../domain/period/print-period.ts';
import type { ReminderId } from '../../reminders/ports.ts';
import type { LateThing, Thing, ThingKey } from '../../reminders/thing.ts';
import { actions, askButton, context, header } from '../blocks/build.ts';
import { emoji, list, paragraph, richText, text } from '../blocks/rich-text.ts';
import { eventButtons, eventLine, recordButton, staleLine } from '../digests/entries.ts';
import type { DigestMessage } from '../digests/message.ts';
import type { View } from '../messages/parts/view.ts';
import { aboutProposalAmongOthers, decisionButtons, type ProposalFacts } from '../messages/proposal.ts';
import { openButton } from '../modals/open-button.ts';
import { reply } from '../reply.ts';
import type { Words } from '../words/index.ts';
import { reminderButton } from './buttons.ts';

/** All that a reminder is put together from. */
export interface ReminderFacts {
  readonly id: ReminderId;
  readonly today: CalendarDay;
  readonly things: readonly Thing[];
  /** How many more are left for another day. */
  readonly left: number;
  /** What the proposals among them would change. */
  readonly proposals: ReadonlyMap<ThingKey, ProposalFacts>;
}

/** What waits for a person, in one message: each thing with what can be done about it, and how to have it later. */
export function reminderMessage(facts: ReminderFacts, words: Words): DigestMessage {
  const { today, things, left } = facts;
  const day = printDay(today, { language: words.language, style: 'long' });
  const { text: sentence, blocks } = reply(sentenceOf(facts, words), [
    header(words('remind.title')),
    context(words('remind.about', { day, count: things.length })),
    ...things.flatMap((thing, index) => [
      ...(things[index - 1]?.kind === thing.kind ? [] : [heading(thing.kind, facts, words)]),
      ...thingBlocks(thing, facts, words),
    ]),
    ...(left > 0 ? [context(words('remind.left', { count: left }))] : []),
    context(words('remind.why')),
    actions('remind', laterButtons(facts, words)),
  ]);
  return { text: sentence, blocks };
}

function sentenceOf({ things }: ReminderFacts, words: Words): string {
  const kinds = [...new Set(things.map(({ kind }) => kind))];
  const parts = kinds.map((kind) => words(`remind.part.${kind}`, { count: countOf(kind, things) }));
  const joined = parts.join(words.language === 'ja' ? '、' : ', ');
  const told = words.language === 'ja' ? `（${joined}）` : `(${joined})`;
  return words('remind.sentence', { count: things.length, parts: told });
}

/** The sign of each kind of thing; words stand beside it. */
export const thingSign: Record<Thing['kind'], string> = {
  passed: 'warning',
  proposal: 'raising_hand',
  late: 'bar_chart',
  opened: 'calendar',
};

function heading(kind: Thing['kind'], { things }: ReminderFacts, words: Words): KnownBlock {
  const count = words('remind.count', { count: countOf(kind, things) });
  const name = text(` ${words(`remind.${kind}`)}　`, { bold: true });
  return richText([paragraph(emoji(thingSign[kind]), name, text(count))]);
}

function countOf(kind: Thing['kind'], things: readonly Thing[]): number {
  return things.filter((thing) => thing.kind === kind).length;
}

/** A thing, and below it what can be done about it. */
export function thingBlocks(
  thing: Thing,
  { today, proposals }: Pick<ReminderFacts, 'today' | 'proposals'>,
  words: Words,
): KnownBlock[] {
  const view = { words, today };
  switch (thing.kind) {
    case 'passed': {
      const event = { ...thing.standing, ...thing };
      return [richText([list([eventLine(event, view)])]), eventButtons(event, view)];
    }
    case 'opened': {
      const event = { ...thing.standing, ...thing };
      const verbs = ['sharpen-event', 'complete-event', 'postpone-event'] as const;
      return [richText([list([eventLine(event, view)])]), eventButtons(event, view, verbs)];
    }
    case 'late':
      return lateBlocks(thing, view);
    case 'proposal': {
      const facts = proposals.get(thing.key);
      if (facts === undefined) return [];
      return [
        richText(aboutProposalAmongOthers(facts, words)),
        actions(`proposal-${thing.proposal.id}`, decisionButtons(facts, words, { among: true })),
      ];
    }
  }
}

/** Whose rhythm was only assumed, says so once: the way to change it stands beside the way to record. */
function lateBlocks(thing: LateThing, view: View): KnownBlock[] {
  const { indicator, projectNumber } = thing;
  const label = view.words('remind.rhythm');
  const spoken = view.words('button.ofEvent', { label, what: indicator.name });
  const opens = { project: projectNumber, target: indicator.id };
  return [
    richText([list([staleLine(thing, view)])]),
    actions(`indicator-${indicator.id}`, [
      recordButton(thing, view),
      openButton({ verb: 'edit-indicator', label, opens, spoken }),
    ]),
  ];
}

function laterButtons({ id, things }: ReminderFacts, words: Words) {
  const value = { reminder: id };
  const again = (['day', 'week'] as const).map((deed) => {
    const label = words(`remind.${deed}`);
    const spoken = words('remind.spoken', { label, count: things.length });
    return reminderButton({ deed, label, value, spoken });
  });
  return [
    ...again,
    reminderButton({ deed: 'pause', label: words('remind.pause'), value }),
    reminderButton({ deed: 'off', label: words('remind.off'), value }),
    askButton({ id: 'reminders', label: words('remind.settings'), ask: 'digest' }),
  ];
}
