import { actions, askButton, context, header } from '../blocks/build.ts';
import { list, paragraph, richText, text } from '../blocks/rich-text.ts';
import { type Reply, reply } from '../reply.ts';
import type { WordKey } from '../words/index.ts';
import type { View } from './parts/view.ts';

/** One line of the help: what to type, what it does. */
export interface HelpLine {
  readonly example: string;
  readonly does: WordKey;
  /** Whether it is the simplest of its sub-command: those can be tried with a button. */
  readonly isFirst: boolean;
}

/** What can be typed, from the same table that answers it. */
export function helpMessage(lines: readonly HelpLine[], { words }: View): Reply {
  const items = lines.map(({ example, does }) =>
    paragraph(text(`/project ${example}`.trim(), { code: true }), text(`　${words(does)}`)),
  );
  return reply(words('help.sentence'), [
    header(words('help.title')),
    context(words('help.intro')),
    richText([list(items)]),
    actions('help', tryButtons(lines)),
  ]);
}

const mostButtons = 5;

function tryButtons(lines: readonly HelpLine[]) {
  const simplest = lines.filter(({ isFirst }) => isFirst);
  return simplest.slice(0, mostButtons).map(({ example }) =>
    askButton({
      id: `try-${example}`,
      label: `/project ${example}`.trim(),
      ask: example === '' ? 'list' : example,
    }),
  );
}
