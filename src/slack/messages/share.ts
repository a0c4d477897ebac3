import type { PersonId } from '../../domain/person.ts';
import type { Project } from '../../domain/project.ts';
import { actions, askButton, context, header } from '../blocks/build.ts';
import { paragraph, richText, text } from '../blocks/rich-text.ts';
import { type Reply, reply } from '../reply.ts';
import { wordsIn } from '../words/index.ts';
import type { View } from './parts/view.ts';
import { cardBody } from './project-card.ts';

/** The very message that others will see, with the question whether to post it. */
export function sharePreview(project: Project, sharer: PersonId, view: View): Reply {
  const { words } = view;
  const { number } = project;
  return reply(words('share.preview'), [
    header(words('share.previewTitle')),
    context(words('share.preview')),
    { type: 'divider' },
    ...sharedBody(project, sharer, view),
    { type: 'divider' },
    actions('share', [
      askButton({ id: 'post', label: words('share.confirm'), ask: `${number} post`, style: 'primary' }),
      askButton({ id: 'cancel', label: words('share.cancel'), ask: String(number) }),
    ]),
  ]);
}

/** The card for everybody in the channel, with who shared it. */
export function sharedCard(project: Project, sharer: PersonId, view: View): Reply {
  const { number, name } = project;
  const sentence = wordsIn('ja')('card.sentence', { number, name });
  return { ...reply(sentence, sharedBody(project, sharer, view)), audience: 'channel' };
}

/** What the person who shared sees afterwards. */
export function shareDone(number: number, { words }: View): Reply {
  const sentence = words('share.done', { number });
  return reply(sentence, [
    richText([paragraph(text(sentence))]),
    actions('shared', [
      askButton({ id: 'card', label: words('button.card', { number }), ask: String(number) }),
    ]),
  ]);
}

function sharedBody(project: Project, sharer: PersonId, view: View) {
  // Others read it: in the language of the table, whatever that of the person who shares it.
  const words = wordsIn('ja');
  const by = [text(`${words('share.by')} `), [{ type: 'user' as const, user_id: sharer }]];
  return [
    ...cardBody(project, { ...view, words }, { withButtons: false }),
    richText([paragraph(...by)]),
    context(words('share.hint', { number: project.number })),
  ];
}
