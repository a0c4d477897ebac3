import type { BlockAction, RespondFn, SlackActionMiddlewareArgs, ViewOutput } from '@slack/bolt';
import type { ModalView, Option } from '@slack/types';
import type { Person } from '../../domain/person.ts';
import { fold } from '../../text/fold.ts';
import { limits } from '../blocks/limits.ts';
import { failureMessage } from '../messages/failure.ts';
import { openModal } from '../modals/open-modal.ts';
import type { ModalServices } from '../modals/services.ts';
import { messageView, sentenceBlock } from '../modals/views.ts';
import type { Reply } from '../reply.ts';
import { wordsIn } from '../words/index.ts';
import { readDigestButton } from './buttons.ts';
import { actOnDigest } from './deeds.ts';
import { previewDraft } from './preview-draft.ts';
import { prepareSettings, submitSettings } from './settings.ts';
import { projectOption, settingsCallbackId } from './settings-view.ts';

type Args = Pick<SlackActionMiddlewareArgs<BlockAction>, 'action' | 'body' | 'respond'>;

/** What concerns digests among the presses; null for anything else. */
export function onDigestAction(
  { action, body, respond }: Args,
  services: ModalServices,
): Promise<void> | null {
  const pressed = action.type === 'button' ? readDigestButton(action.action_id, action.value) : null;
  if (pressed === null) return null;
  const { deed, value } = pressed;
  const { trigger_id: triggerId, user, response_url: respondUrl } = body;
  const channel = body.channel?.id ?? null;
  if (deed === 'preview') return openPreview(services, { triggerId, userId: user.id, view: body.view });
  if (deed === 'add' || deed === 'edit') {
    const asked = { subscription: value.subscription ?? null, channel, respond: respondUrl || null };
    const prepare = (person: Person): Promise<ModalView> => prepareSettings(services, asked, person);
    const opening = openModal(services, { triggerId, userId: user.id }, { title: 'digests.modal', prepare });
    return opening.catch((problem: unknown) => {
      const message = failureMessage(services.report(problem), wordsIn('ja'));
      return answerWith(message, { respond, url: respondUrl, services });
    });
  }
  const act = actOnDigest(services, { userId: user.id, deed, value, channel, requestKey: triggerId });
  return act.then((message) => answerWith(message, { respond, url: respondUrl, services }));
}

/** この設定でプレビュー: on top of the form, which stays as it is. */
async function openPreview(
  services: ModalServices,
  { view, ...door }: { triggerId: string; userId: string; view: ViewOutput | undefined },
): Promise<void> {
  if (view === undefined) return;
  const prepare = (person: Person) => previewDraft(services, { person, view });
  await openModal(services, { ...door, onTop: true }, { title: 'digests.previewTitle', prepare });
}

/** What the list of projects of the form offers for what is typed, at most a hundred; null for another view. */
export async function digestOptions(
  { ports }: ModalServices,
  { view, typed }: { readonly view: ViewOutput; readonly typed: string },
): Promise<Option[] | null> {
  if (view.callback_id !== settingsCallbackId) return null;
  const word = fold(typed);
  const all = (await ports.reader.listProjects()).map(projectOption);
  return all.filter(({ text }) => fold(text.text).includes(word)).slice(0, limits.options);
}

/** The answer takes the place of the buttons. */
async function answerWith(
  { text, blocks }: Reply,
  { respond, url, services }: { respond: RespondFn; url: string; services: ModalServices },
): Promise<void> {
  if (!services.trusts(url))
    throw new Error('a response_url on a host that is not the configured Slack was not called');
  await respond({ text, blocks: [...blocks], replace_original: true });
}

/** What an acknowledgement of the settings says. */
export type SettingsAck =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: ModalView }
  | { readonly response_action: 'clear' };

/** Reads the form and writes; never rejects: what fails on our side is reported, and told in the view. */
export async function onDigestSettings(
  services: ModalServices & { readonly respondTo: (url: string, reply: Reply) => Promise<boolean> },
  { userId, view }: { readonly userId: string; readonly view: ViewOutput },
): Promise<SettingsAck> {
  let words = wordsIn('ja');
  try {
    const person = await services.directory.personOf(userId);
    words = wordsIn(person.language);
    const submitted = await submitSettings(services, { person, view });
    if (submitted.kind === 'errors') {
      return { response_action: 'errors', errors: { ...submitted.errors } };
    }
    const { respond, reply } = submitted;
    if (respond !== null && (await services.respondTo(respond, reply))) return { response_action: 'clear' };
    return { response_action: 'update', view: messageView(view.title.text, words, reply.blocks) };
  } catch (problem) {
    const sentence = words('digests.failedAct', { reference: services.report(problem) });
    return {
      response_action: 'update',
      view: messageView(view.title.text, words, [sentenceBlock(sentence)]),
    };
  }
}
