import type { PersonId } from '../../domain/person.ts';
import { actions } from '../blocks/build.ts';
import { paragraph, richText, text } from '../blocks/rich-text.ts';
import { importButton } from '../imports/buttons.ts';
import { openButton } from '../modals/open-button.ts';
import { type Reply, reply } from '../reply.ts';
import type { Words } from '../words/index.ts';
import { people } from './roles.ts';

/** There are no projects yet: administrators add the first one, others learn whom to ask. */
export function emptyMessage(
  words: Words,
  { mayAdminister, ask }: { readonly mayAdminister: boolean; readonly ask: readonly PersonId[] },
): Reply {
  const sentence = words('empty.sentence');
  if (!mayAdminister) {
    const whom =
      ask.length === 0
        ? paragraph(text(words('empty.nobody')))
        : paragraph(text(`${words('empty.ask')} `), people(ask, words));
    return reply(sentence, [richText([paragraph(text(sentence, { bold: true })), whom])]);
  }
  return reply(sentence, [
    richText([paragraph(text(sentence, { bold: true })), paragraph(text(words('empty.administrator')))]),
    actions('empty', [
      importButton({ deed: 'open', label: words('import.open'), style: 'primary' }),
      openButton({
        verb: 'add-project',
        label: words('empty.button'),
        opens: { project: null },
      }),
    ]),
  ]);
}
