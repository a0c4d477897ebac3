import { actions, askButton } from '../blocks/build.ts';
import { paragraph, richText, text } from '../blocks/rich-text.ts';
import { type Reply, reply } from '../reply.ts';
import type { Words } from '../words/index.ts';

/** What a person sees who opens the conversation with the bot for the first time: what it does, and one button. */
export function welcomeMessage(words: Words): Reply {
  return reply(words('welcome.sentence'), [
    richText([
      paragraph(text(words('welcome.sentence'), { bold: true })),
      paragraph(text(words('welcome.what'))),
    ]),
    actions('welcome', [askButton({ id: 'try', label: words('welcome.try'), ask: '', style: 'primary' })]),
  ]);
}
