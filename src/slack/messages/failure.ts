import { context } from '../blocks/build.ts';
import { paragraph, richText, text } from '../blocks/rich-text.ts';
import { type Reply, reply } from '../reply.ts';
import type { Words } from '../words/index.ts';

/** What a person sees when we failed: what happened, that the data is safe, what to do, and the reference. */
export function failureMessage(reference: string, words: Words): Reply {
  return reply(words('failure.sentence', { reference }), [
    richText([
      paragraph(text(words('failure.title'), { bold: true })),
      paragraph(text(words('failure.sentence', { reference }))),
      paragraph(text(words('failure.whatToDo'))),
    ]),
  ]);
}

/** What a person sees while an answer takes longer than a moment. */
export function waitingMessage(words: Words): Reply {
  const sentence = words('waiting.sentence');
  return reply(sentence, [context(sentence)]);
}
