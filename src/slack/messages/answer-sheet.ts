import type { KnownBlock, RichTextElement } from '@slack/types';
import { printDay } from '../../domain/period/print-period.ts';
import { cleanLine } from '../../text/clean.ts';
import { askButton, context, header } from '../blocks/build.ts';
import { limits } from '../blocks/limits.ts';
import { paragraph, richText, text } from '../blocks/rich-text.ts';
import { shorten } from '../blocks/shorten.ts';
import { type Page, pageOf } from '../pages.ts';
import { type Reply, reply } from '../reply.ts';
import { type AnswerFacts, type AnswerItem, answerItems } from './answer-lines.ts';
import { mostOfName, navigation, pageCount } from './parts/navigation.ts';
import { printEnd, titleAt } from './parts/past.ts';
import type { View } from './parts/view.ts';

/**
 * 答弁: sentences about a project that can be copied as they stand: figures, the time of each, where it came from and
 * who changed it last, a page at a time; of a past time what could have been answered then.
 */
export function answerSheet(facts: AnswerFacts, wanted: number, view: View): Reply {
  const { words, at } = view;
  const { number, name } = facts.project;
  const page = pageOf(answerItems(facts, view), wanted, ({ lines }) => lines.join('\n').length, mostItems);
  const time = at === undefined ? '' : ` @${at}`;
  const card = askButton({ id: 'card', label: words('button.card', { number }), ask: `${number}${time}` });
  const indicators = askButton({
    id: 'indicators',
    label: words('answers.toIndicators'),
    ask: `${number} indicators${time}`,
  });
  return reply(words('answers.sentence', { number, name, when: whenOf(view) }), [
    header(titleAt(words('answers.title', { number }), view)),
    context(`${shorten(name, mostOfName)}　${pageCount(page, words)}`),
    context(words('answers.copy')),
    toCopy([titleLine(facts, view), ...linesOf(page)]),
    ...recorders(facts, view),
    ...navigation(page, { ask: `${number} answers${time}`, more: [card, indicators] }, words),
  ]);
}

function titleLine({ project: { number, name } }: AnswerFacts, view: View): string {
  return view.words('answers.head', { number, name: cleanLine(name), when: whenOf(view) });
}

/** 令和2年8月24日（月）現在, of a past time 令和2年3月末時点. */
function whenOf({ words, today, at }: View): string {
  if (at !== undefined) return words('past.state', { when: printEnd(at, words) });
  return words('card.editionNone', { today: printDay(today, { language: words.language, style: 'long' }) });
}

/** The items of a page, each run of one heading below it. */
function linesOf({ items }: Page<AnswerItem>): readonly string[] {
  if (items.length === 0) return [];
  return items.flatMap(({ heading, lines }, index) => [
    ...(items[index - 1]?.heading === heading ? [] : ['', heading]),
    ...lines,
  ]);
}

/** Text in one block without any formatting; Slack shows a button on it that copies all. */
function toCopy(lines: readonly string[]): KnownBlock {
  const runs: string[] = [''];
  for (const line of lines) {
    const last = runs.at(-1) ?? '';
    const joined = last === '' ? line : `${last}\n${line}`;
    if (joined.length <= limits.text) runs[runs.length - 1] = joined;
    else runs.push(`\n${shorten(line, limits.text - 1)}`);
  }
  const elements: { type: 'text'; text: string }[] = runs.map((run) => ({ type: 'text', text: run }));
  return { type: 'rich_text', elements: [{ type: 'rich_text_preformatted', elements }] };
}

/** Whoever recorded the values, by name: a name has no place in plain text, which mentions nobody. */
function recorders({ project, trail }: AnswerFacts, { words }: View): KnownBlock[] {
  const people = project.indicators.flatMap(({ current }) => {
    if (current === null || current.source.kind === 'edition') return [];
    return [trail.get(current.id)?.by.personId ?? current.source.by];
  });
  const once = [...new Set(people)].slice(0, mostPeople);
  if (once.length === 0) return [];
  const mentions: RichTextElement[] = once.flatMap((user_id, index) => [
    ...(index === 0 ? [] : text(words('mark.comma'))),
    { type: 'user' as const, user_id },
  ]);
  return [richText([paragraph(text(`${words('answers.recordedBy')} `), mentions)])];
}

const mostPeople = 20;

/** A page may hold more than one of lists does: what is copied is wanted whole. */
const mostItems = 20;
