import type { KnownBlock, RichTextSection } from '@slack/types';
import { actions, askButton, context, header } from '../blocks/build.ts';
import { list, paragraph, richText, text } from '../blocks/rich-text.ts';
import type { ReadyLine } from '../help/help-lines.ts';
import type { HelpTopic } from '../help/topics.ts';
import { type Reply, reply } from '../reply.ts';
import type { Words } from '../words/index.ts';

/** Lines that belong together. */
export interface HelpPart {
  readonly topic: HelpTopic;
  readonly lines: readonly ReadyLine[];
}

const mostTries = 3;

/** The few things that everybody needs, to be tried with a button, and the way to the rest. */
export function helpMessage(
  parts: readonly HelpPart[],
  { topics, words }: { readonly topics: readonly HelpTopic[]; readonly words: Words },
): Reply {
  const told = parts.filter(({ lines }) => lines.length > 0);
  return reply(words('help.sentence'), [
    header(words('help.title')),
    context(words('help.intro')),
    richText(
      told.flatMap(({ topic, lines }) => [
        paragraph(text(words(`help.topic.${topic}`), { bold: true })),
        list(lines.map(lineOf)),
      ]),
    ),
    actions('try', tryButtons(told.flatMap(({ lines }) => lines))),
    context(words('help.untyped')),
    context(words('help.further')),
    actions('topics', topicButtons(topics, words)),
  ]);
}

/** All that can be typed of one topic, or of one word with the other words that mean the same. */
export function helpPage(
  { title, lines, otherNames }: HelpPage,
  { topics, words }: { readonly topics: readonly HelpTopic[]; readonly words: Words },
): Reply {
  const names = otherNames.join(words('mark.comma'));
  return reply(words('help.sentenceOf', { topic: title }), [
    header(words('help.titleOf', { topic: title })),
    richText([list(lines.map(lineOf))]),
    ...(otherNames.length === 0 ? [] : [context(words('help.otherNames', { names }))]),
    context(words('help.further')),
    actions('topics', [
      askButton({ id: 'help', label: words('help.back'), ask: 'help', style: 'primary' }),
      ...topicButtons(topics, words),
    ]),
  ]);
}

/** One page of the help: a topic, or one word. */
export interface HelpPage {
  readonly title: string;
  readonly lines: readonly ReadyLine[];
  /** Words by which the same is asked for; none on the page of a topic. */
  readonly otherNames: readonly string[];
}

/** What can be typed, for whoever typed something that is not understood: the lines, and a button for the help. */
export function exampleBlocks(lines: readonly ReadyLine[], words: Words): KnownBlock[] {
  return [context(words('refusal.typeThese')), richText([list(lines.map(lineOf))])];
}

function lineOf({ example, does }: ReadyLine): RichTextSection {
  return paragraph(text(typed(example), { code: true }), text(`　${does}`));
}

function typed(example: string): string {
  return `/project ${example}`.trim();
}

function tryButtons(lines: readonly ReadyLine[]) {
  return lines
    .slice(0, mostTries)
    .map(({ example }) =>
      askButton({ id: `try-${example}`, label: typed(example), ask: example === '' ? 'list' : example }),
    );
}

function topicButtons(topics: readonly HelpTopic[], words: Words) {
  return topics.map((topic) =>
    askButton({ id: `help-${topic}`, label: words(`help.topic.${topic}`), ask: `help ${topic}` }),
  );
}
