import type { WritableVerb } from '../../actions/writes/index.ts';
import { actions } from '../blocks/build.ts';
import { paragraph, richText, text } from '../blocks/rich-text.ts';
import { openButton } from '../modals/open-button.ts';
import { type Reply, reply } from '../reply.ts';
import type { Asked } from '../subcommand.ts';

/** A button that opens the form with what was typed, for where a form cannot be opened at once. */
export function answerWithButton(verb: WritableVerb): (asked: Asked) => Promise<Reply> {
  return async ({ words, project, rest }) => {
    const sentence = words('opens.sentence');
    return reply(sentence, [
      richText([paragraph(text(sentence))]),
      actions('opens', [openButton({ verb, label: words('button.open'), opens: { project, text: rest } })]),
    ]);
  };
}
