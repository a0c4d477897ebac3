import type { KnownBlock } from '@slack/types';
import { type DigestContent, isEmptyContent } from '../../digests/content.ts';
import { layOut } from '../../digests/first-screen.ts';
import type { Occurrence } from '../../digests/occurrence.ts';
import type { RenderedDigest } from '../../digests/ports.ts';
import type { Inclusion, Subscription } from '../../digests/subscription.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import { printDay } from '../../domain/period/print-period.ts';
import type { EditionLabel } from '../../domain/project.ts';
import { actions, askButton, context, header } from '../blocks/build.ts';
import { emoji, paragraph, richText, text } from '../blocks/rich-text.ts';
import { editionMonth } from '../messages/parts/edition-month.ts';
import { escapeMrkdwn } from '../reply.ts';
import type { Words } from '../words/index.ts';
import { type Awaited, awaitedWords } from './awaited.ts';
import { closingWords } from './closing-words.ts';
import { unitsOf } from './entries.ts';
import { printMoment, printSpan } from './moments.ts';
import { pack, type Unit } from './pack.ts';

/** A message as it is posted: a sentence for notifications, escaped, and blocks. */
export interface DigestMessage {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}

/** All that a digest is put together from. */
export interface DigestFacts {
  readonly content: DigestContent;
  /** Whose reports it waits for. */
  readonly awaited: readonly Awaited[];
  readonly subscription: Pick<Subscription, 'projects' | 'ownerId' | 'timeZone' | 'include'>;
  readonly occurrence: Pick<Occurrence, 'dueAt' | 'span' | 'movedFrom' | 'because'>;
  /** The numbers of the projects that it speaks of. */
  readonly numbers: readonly number[];
  readonly now: Date;
  readonly today: CalendarDay;
  readonly late: boolean;
  readonly nextAt: Date;
  /** The newest edition of those projects. */
  readonly edition: EditionLabel | null;
}

/** With their buttons so many fill the screen of a phone. */
const mostOnScreen = 5;

/** The digest: one screen with what needs attention first, and all else in messages for its thread. */
export function digestMessage(facts: DigestFacts, words: Words): RenderedDigest<DigestMessage> {
  const view = { words, today: facts.today };
  const layout = layOut(facts.content, mostOnScreen);
  const units = (sections: typeof layout.first) => sections.flatMap((section) => unitsOf(section, view));
  const [screen = [], ...overflow] = pack(units(layout.first));
  const rest = pack([...overflow.flat(), ...units(layout.thread)]);
  const threadCount = countOf(rest.flat());
  return {
    first: {
      text: escapeMrkdwn(sentenceOf(facts, words)),
      blocks: [
        ...head(facts, words),
        ...withHeadings(screen, facts, words),
        ...silence(facts, words),
        ...(threadCount > 0 ? [context(words('digest.more', { count: threadCount }))] : []),
        ...foot(facts, words),
      ],
    },
    thread: rest.map((page, index) => {
      const place = { number: index + 1, of: rest.length };
      return {
        text: escapeMrkdwn(words('digest.threadSentence', { ...place, count: countOf(page) })),
        blocks: [header(words('digest.threadTitle', place)), ...withHeadings(page, facts, words)],
      };
    }),
  };
}

function sentenceOf({ content, occurrence, late }: DigestFacts, words: Words): string {
  const span = printSpan(occurrence.span, words);
  const coming = comingOf(content);
  const overdue = content.overdue.length;
  const sentence = isEmptyContent(content)
    ? `${span}　${words('digest.none')}`
    : words('digest.sentence', { span, overdue, coming });
  return late ? `${words('digest.late')} ${sentence}` : sentence;
}

function comingOf({ dated, month, season }: DigestContent): number {
  return dated.length + month.length + season.length;
}

function head(facts: DigestFacts, words: Words): KnownBlock[] {
  const { subscription, occurrence, late } = facts;
  const span = printSpan(occurrence.span, words);
  const due = printMoment(occurrence.dueAt, subscription.timeZone, words);
  return [
    header(words('digest.title')),
    ...(late
      ? [
          richText([
            paragraph(
              text(words('digest.late'), { bold: true }),
              text(` ${words('digest.lateSince', { due })}`),
            ),
          ]),
        ]
      : []),
    context(words('digest.about', { span, projects: projectsOf(facts, words) })),
    ...moved(occurrence, words),
    ...waiting(facts, words),
  ];
}

function waiting({ awaited }: DigestFacts, words: Words): KnownBlock[] {
  const told = awaitedWords(awaited, words);
  return told === null ? [] : [richText([paragraph(text(told))])];
}

function moved({ movedFrom, because }: DigestFacts['occurrence'], words: Words): KnownBlock[] {
  if (movedFrom === null || because === null) return [];
  const day = printDay(movedFrom, { language: words.language, style: 'long' });
  return [context(words('digest.moved', { day, because: closingWords(because, words) }))];
}

function projectsOf({ subscription, numbers }: DigestFacts, words: Words): string {
  const { kind } = subscription.projects;
  if (kind === 'all') return words('digest.all');
  if (kind === 'mine' && numbers.length === 0) return words('digest.mineNone');
  const listed = numbers.join(words.language === 'ja' ? '・' : ', ');
  return words(`digest.${kind}`, { numbers: listed, count: numbers.length });
}

const emojiOf: Record<Inclusion, string> = {
  overdue: 'warning',
  stale: 'bar_chart',
  dated: 'calendar',
  month: 'calendar',
  season: 'calendar',
  achieved: 'white_check_mark',
};

/** A heading wherever the section changes: its name, and how many there are. */
function withHeadings(units: readonly Unit[], { content }: DigestFacts, words: Words): KnownBlock[] {
  return units.flatMap((unit, index) => {
    const { section, blocks } = unit;
    if (units[index - 1]?.section === section) return blocks;
    const total = content[section].length;
    const shown = countOf(units.filter((each) => each.section === section));
    const count = words(shown === total ? 'digest.count' : 'digest.countSome', { total, shown });
    const name = words(`digest.section.${section}`);
    const heading = paragraph(emoji(emojiOf[section]), text(` ${name}　`, { bold: true }), text(count));
    return [richText([heading]), ...blocks];
  });
}

function countOf(units: readonly Unit[]): number {
  return units.filter(({ begins }) => begins).length;
}

/** Silence would look like a fault: that nothing is planned is said. */
function silence({ content, subscription }: DigestFacts, words: Words): KnownBlock[] {
  const bands: readonly Inclusion[] = ['dated', 'month', 'season'];
  const asks = subscription.include.some((each) => bands.includes(each));
  if (asks && comingOf(content) === 0) return [richText([paragraph(text(words('digest.none')))])];
  return !asks && isEmptyContent(content) ? [richText([paragraph(text(words('digest.nothing')))])] : [];
}

function foot(facts: DigestFacts, words: Words): KnownBlock[] {
  const { edition, subscription, nextAt } = facts;
  const now = printMoment(facts.now, subscription.timeZone, words);
  const data =
    edition === null
      ? words('digest.dataNone', { now })
      : words('digest.data', { edition: editionMonth(edition, words), now });
  const next = words('digest.next', { at: printMoment(nextAt, subscription.timeZone, words) });
  return [
    richText([
      paragraph(text(`${words('digest.setBy')} `), [{ type: 'user', user_id: subscription.ownerId }]),
    ]),
    context(`${data}　${next}`),
    context(words('digest.stop')),
    actions('digest', [askButton({ id: 'digest', label: words('digest.settings'), ask: 'digest' })]),
  ];
}
