import type { KnownBlock } from '@slack/types';
import type { AskRefusal } from '../../actions/refusal.ts';
import type { PastRefusal } from '../../domain/period/read-past-day.ts';
import type { ProjectSummary } from '../../domain/project.ts';
import { actions, askButton, context } from '../blocks/build.ts';
import { limits } from '../blocks/limits.ts';
import { paragraph, richText, text } from '../blocks/rich-text.ts';
import { shorten } from '../blocks/shorten.ts';
import type { CommandRefusal } from '../read-command.ts';
import { type Reply, reply } from '../reply.ts';
import { asRefusal } from '../reply-kind.ts';
import type { Words } from '../words/index.ts';
import { printEnd } from './parts/past.ts';
import { periodReason } from './parts/period-reason.ts';

/** What a person sees who asked for something that cannot be answered: the reason, and what to press or type. */
export function refusalMessage(refusal: AskRefusal | CommandRefusal, words: Words): Reply {
  const sentence = sentenceOf(refusal, words);
  return asRefusal(reply(sentence, [richText([paragraph(text(sentence))]), ...wayOut(refusal, words)]));
}

const mostTyped = 60;

function sentenceOf(refusal: AskRefusal | CommandRefusal, words: Words): string {
  switch (refusal.kind) {
    case 'may-not-read':
      return refusal.standing === 'guest' || refusal.standing === 'outsider'
        ? words('refusal.mayNotRead')
        : words('refusal.botMayNotRead');
    case 'empty-store':
      return words('refusal.empty');
    case 'no-such-number':
      return words(/^\d+$/.test(refusal.typed) ? 'refusal.noSuchNumber' : 'refusal.badNumber', {
        typed: shorten(refusal.typed, mostTyped),
        ...refusal.range,
      });
    case 'not-a-span':
      return words('refusal.span', {
        typed: shorten(refusal.typed, mostTyped),
        reason: periodReason(refusal.reason, words),
      });
    case 'too-long':
      return words('refusal.tooLong', { count: refusal.length });
    case 'needs-project':
      return words('refusal.needsProject', { typed: refusal.typed });
    case 'several-projects':
      return words('refusal.several', {
        typed: shorten(refusal.typed, mostTyped),
        count: refusal.projects.length,
      });
    case 'unknown':
      return words('refusal.unknown', { typed: shorten(refusal.typed, mostTyped) });
    case 'unknown-rest':
      return words('refusal.unknownRest', {
        typed: shorten(refusal.typed, mostTyped),
        number: refusal.number,
      });
    case 'no-past':
      return words('refusal.noPast', { typed: shorten(refusal.typed, mostTyped) });
    case 'not-past':
      return words(refusal.unmarked === true ? 'refusal.notPastReport' : 'refusal.notPast', {
        typed: shorten(refusal.typed, mostTyped),
        reason: pastReason(refusal.reason, words),
      });
  }
}

function pastReason(reason: PastRefusal, words: Words): string {
  switch (reason.kind) {
    case 'endless':
      return words('past.endless');
    case 'not-over':
      return words('past.notOver', { when: printEnd(reason.last, words) });
    default:
      return periodReason(reason, words);
  }
}

/** Suggestions as buttons, else what can be typed. */
function wayOut(refusal: AskRefusal | CommandRefusal, words: Words): KnownBlock[] {
  switch (refusal.kind) {
    case 'may-not-read':
    case 'empty-store':
      return [];
    case 'not-a-span':
      return [context(words('refusal.spanAccepted')), suggestions(examples[words.language].slice(2), words)];
    case 'several-projects':
      return projectButtons(refusal.projects, words);
    case 'no-such-number':
      return projectButtons(refusal.near, words);
    case 'unknown': {
      const near = [...projectButtons(refusal.projects, words), ...suggestedWords(refusal.words, words)];
      return near.length > 0 ? [context(words('refusal.didYouMean')), ...near] : accepted(words);
    }
    case 'unknown-rest':
      return [
        context(words('refusal.tryThese')),
        ...suggestedWords(
          refusal.words.map((word) => `${refusal.number} ${word}`),
          words,
        ),
      ];
    case 'no-past':
      return [context(words('refusal.tryThese')), suggestions(pastAsks(refusal.number, words), words)];
    case 'not-past':
      return [
        context(words(refusal.unmarked === true ? 'refusal.pastAcceptedReport' : 'refusal.pastAccepted')),
        suggestions(refusal.number === null ? [] : [String(refusal.number)], words),
      ];
    case 'too-long':
    case 'needs-project':
      return accepted(words);
  }
}

const examples = {
  ja: ['8', '一覧', '予定 今月'],
  en: ['8', 'list', 'upcoming this month'],
} as const;

/** What can look back, by example. */
function pastAsks(number: number | null, { language }: Words): readonly string[] {
  const [of, at] = [number ?? 8, language === 'ja' ? '@R2.3' : '@2020-03'];
  const kinds =
    language === 'ja'
      ? ['指標', '進捗', '予定', '答弁']
      : ['indicators', 'milestones', 'upcoming', 'answers'];
  return [`${of} ${at}`, ...kinds.map((kind) => `${of} ${kind} ${at}`)];
}

/** One more button leads to the list of all. */
const mostProjects = limits.buttons - 1;

function projectButtons(projects: readonly ProjectSummary[], words: Words): KnownBlock[] {
  if (projects.length === 0) return [];
  const buttons = projects
    .slice(0, mostProjects)
    .map(({ number, name }) =>
      askButton({ id: `open-${number}`, label: `${number}. ${name}`, ask: String(number) }),
    );
  const others = askButton({ id: 'list', label: words('button.list'), ask: 'list' });
  return [actions('projects', projects.length > mostProjects ? [...buttons, others] : buttons)];
}

function suggestedWords(asks: readonly string[], words: Words): KnownBlock[] {
  return asks.length === 0 ? [] : [suggestions(asks, words)];
}

function suggestions(asks: readonly string[], words: Words): KnownBlock {
  const buttons = asks.map((ask) => askButton({ id: `ask-${ask}`, label: `/project ${ask}`, ask }));
  const help = askButton({ id: 'help', label: words('button.help'), ask: 'help' });
  return actions('suggestions', [...buttons, help]);
}

function accepted(words: Words): KnownBlock[] {
  return [context(words('refusal.tryThese')), suggestions(examples[words.language], words)];
}
