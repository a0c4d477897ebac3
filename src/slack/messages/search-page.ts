import type { KnownBlock } from '@slack/types';
import {
  type AnswerLine,
  linesOfPage,
  type QuestionAnswer,
  type UnknownWord,
} from '../../actions/ask-question.ts';
import { printIndicator } from '../../domain/print-indicator.ts';
import { actions, askButton, context, header } from '../blocks/build.ts';
import { list, paragraph, richText, text } from '../blocks/rich-text.ts';
import { shorten } from '../blocks/shorten.ts';
import type { ReadyLine } from '../help/help-lines.ts';
import type { Page } from '../pages.ts';
import { type Reply, reply } from '../reply.ts';
import type { Words } from '../words/index.ts';
import { exampleBlocks } from './help.ts';
import { type FoundView, foundLine } from './parts/found-line.ts';
import { navigation, pageCount } from './parts/navigation.ts';

type Found = Extract<QuestionAnswer, { kind: 'found' }>;
type NotFound = Extract<QuestionAnswer, { kind: 'not-found' }>;

/** So much of a question is repeated, and so much is asked again by a button: a command takes 200 characters. */
const [mostTold, mostAsked, mostOfName] = [60, 180, 100];

/**
 * The answer to a question in ordinary words: the best line in full where it is an indicator or a milestone, then
 * what else was found, a page at a time, with buttons to the cards of the projects.
 */
export function searchPage(typed: string, found: Found, view: FoundView): Reply {
  const { words } = view;
  const { lines, unknown } = found;
  const page = pageOf(found);
  const [best, ...others] = lines;
  const told = shorten(typed, mostTold);
  const answers = best !== undefined && found.from === 1 && (best.indicator ?? best.milestone) !== null;
  const lead = answers ? [richText([foundLine(best, view, { inFull: true })])] : [];
  const listed = answers ? others : lines;
  const heading = answers ? [paragraph(text(words('search.others'), { bold: true }))] : [];
  const items = listed.map((line) => foundLine(line, view, { inFull: false }));
  return reply(
    answers ? sentenceOf(best, words) : words('search.sentence', { typed: told, total: found.total }),
    [
      header(words('search.title')),
      context(words('search.of', { typed: told, count: pageCount(page, words) })),
      ...unknown.map(({ word }) => context(words('search.leftOut', { word: shorten(word, mostTold) }))),
      ...lead,
      ...(items.length > 0 ? [richText([...heading, list(items)])] : []),
      ...didYouMean({ typed, unknown }, words),
      ...navigation(page, { ask: `search ${shorten(typed, mostAsked)}`, more: [] }, words),
      actions('cards', cardButtons(lines, words)),
    ],
  );
}

/**
 * Says that the words stand nowhere, with the nearest known ones to press, those of them that do stand somewhere, and
 * examples of what can be typed.
 */
export function notFoundPage(
  typed: string,
  { unknown, known }: Pick<NotFound, 'unknown' | 'known'>,
  words: Words,
  examples: readonly ReadyLine[] = [],
): Reply {
  const sentence = words('search.none', { typed: shorten(typed, mostTold) });
  return reply(sentence, [
    richText([paragraph(text(sentence))]),
    ...didYouMean({ typed, unknown }, words),
    ...onlyKnown(known, words),
    ...(examples.length === 0 ? [context(words('search.noneOther'))] : exampleBlocks(examples, words)),
    waysOn(words),
  ]);
}

/** A button that asks for what is left without the words that stand nowhere. */
function onlyKnown(known: readonly string[], words: Words): KnownBlock[] {
  const rest = shorten([...new Set(known)].join(' '), mostTold);
  if (rest === '') return [];
  const label = words('search.only', { words: rest });
  return [actions('known', [askButton({ id: 'known', label, ask: `search ${rest}` })])];
}

/** Nothing to look for was given. */
export function emptySearch(words: Words): Reply {
  const sentence = words('search.empty');
  return reply(sentence, [richText([paragraph(text(sentence))]), waysOn(words)]);
}

function waysOn(words: Words): KnownBlock {
  return actions('ways-on', [
    askButton({ id: 'list', label: words('button.list'), ask: 'list' }),
    askButton({ id: 'help', label: words('button.help'), ask: 'help' }),
  ]);
}

/** What a notification tells: the value itself. */
function sentenceOf(
  { indicator, text: line, projectNumber: number, projectName: name }: AnswerLine,
  words: Words,
): string {
  const what = indicator === null ? line : `${indicator.name} ${printIndicator(indicator)}`;
  return words('search.answerSentence', { what, number, name });
}

function pageOf({ lines, from, total }: Found): Page<AnswerLine> {
  const before = from - 1;
  const to = before + lines.length;
  return {
    items: lines,
    number: Math.floor(before / linesOfPage) + 1,
    of: Math.max(1, Math.ceil(total / linesOfPage)),
    from: lines.length === 0 ? 0 : from,
    to,
    total,
    before: Math.min(before, linesOfPage),
    after: Math.min(linesOfPage, Math.max(0, total - before - linesOfPage)),
  };
}

/** One for each project, the best first. */
function cardButtons(lines: readonly AnswerLine[], words: Words) {
  const names = new Map(lines.map(({ projectNumber, projectName }) => [projectNumber, projectName]));
  return [...names].map(([number, name]) =>
    askButton({
      id: `card-${number}`,
      label: words('button.card', { number }),
      ask: String(number),
      spoken: `${words('button.card', { number })} ${shorten(name, mostOfName)}`,
    }),
  );
}

/** The question with a known word in place of the unknown one. */
function didYouMean(
  { typed, unknown }: { readonly typed: string; readonly unknown: readonly UnknownWord[] },
  words: Words,
): KnownBlock[] {
  const asks = unknown.flatMap(({ word, near }) =>
    near.map((known) => (typed.includes(word) ? typed.replace(word, () => known) : known)),
  );
  const buttons = [...new Set(asks.map((ask) => shorten(ask, mostAsked)))]
    .slice(0, 5)
    .map((ask) => askButton({ id: `near-${ask}`, label: ask, ask: `search ${ask}` }));
  return buttons.length === 0 ? [] : [context(words('refusal.didYouMean')), actions('near', buttons)];
}
