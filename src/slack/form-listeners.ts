import type {
  App,
  BlockAction,
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlackOptionsMiddlewareArgs,
  SlackShortcutMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import type { WritableVerb } from '../actions/writes/index.ts';
import type { Fields } from '../actions/writes/write-verb.ts';
import { digestOptions, onDigestSettings, type SettingsAck } from './digests/listeners.ts';
import { settingsCallbackId } from './digests/settings-view.ts';
import { onImportSubmission } from './imports/submissions.ts';
import { inTime } from './in-time.ts';
import type { ListenerServices, Work } from './listeners.ts';
import { failureMessage } from './messages/failure.ts';
import { keepTheirsActionId } from './modals/conflict-blocks.ts';
import { formOf, fromAnywhere, fromButton, fromLine, fromMessage } from './modals/entrances.ts';
import { formPrefix } from './modals/form-view.ts';
import type { OneLine } from './modals/one-line.ts';
import { openActionPrefix } from './modals/open-button.ts';
import { type Door, openModal, type Prepare, showIn } from './modals/open-modal.ts';
import { rejectCallbackId, submitReject } from './modals/proposal/reject.ts';
import { keptTheirs, optionsFor, redrawn } from './modals/redraw.ts';
import { settleLate } from './modals/settle-late.ts';
import { readOpenValue, verbIn } from './modals/state.ts';
import { type Submitted, submitModal } from './modals/submit-modal.ts';
import { typedBlocks } from './modals/typed-blocks.ts';
import { loadingView, messageView, sentenceBlock } from './modals/views.ts';
import { type Words, wordsIn } from './words/index.ts';

/** Says for each key whether it is the first time. */
type First = (key: string) => boolean;

const messageShortcutId = 'record-message';
/** What each global shortcut of manifest.yml opens. */
const globalShortcuts: ReadonlyMap<string, WritableVerb> = new Map([
  ['record-progress', 'record-milestone'],
  ['record-value', 'record-observation'],
  ['plan-event', 'plan-event'],
]);

/** Registers what forms need: submissions, shortcuts and the options of long selects. */
export function listenForForms(app: App, during: (work: Work) => Promise<void>, first: First): void {
  app.view<ViewSubmitAction>({ type: 'view_submission' }, (args) =>
    during((own) => onSubmission(args, own, first)),
  );
  app.shortcut(/.*/, (args) => during((own) => onShortcut(args, own)));
  app.options<'block_suggestion'>({ type: 'block_suggestion' }, (args) =>
    during((own) => onOptions(args, own)),
  );
}

/** A line that opens a form: acknowledged and opened at once, since nothing is read before. */
export async function onLine(
  { command, ack }: SlackCommandMiddlewareArgs,
  line: OneLine,
  services: ListenerServices,
): Promise<void> {
  await ack();
  const door = { triggerId: command.trigger_id, userId: command.user_id };
  const prepare: Prepare = (person) => fromLine(services, { line, command }, person);
  const typed = { text: `${command.command} ${command.text}` };
  await open(services, door, { verb: line.verb, prepare, typed, respond: command.response_url });
}

interface ToOpen {
  readonly verb: OneLine['verb'];
  readonly prepare: Prepare;
  /** What was typed to open it. */
  readonly typed?: Fields;
  /** Where it is said that nothing could be opened. */
  readonly respond: string | null;
}

/** Where Slack opens nothing (the trigger is too old, or it is down), the person is told in the conversation. */
async function open(
  services: ListenerServices,
  door: Door,
  { verb, prepare, typed = {}, respond }: ToOpen,
): Promise<void> {
  try {
    await openModal(services, door, { title: formOf(verb).title, prepare, typed });
  } catch (problem) {
    const words = await wordsFor(services, door.userId);
    const failure = failureMessage(services.report(problem), words);
    const blocks = [...failure.blocks, ...typedBlocks(typed, words)];
    if (respond) await services.respondTo(respond, { ...failure, blocks });
  }
}

/** In the language of the person; in Japanese where Slack does not say who that is, which is no failure of its own. */
async function wordsFor({ directory }: Pick<ListenerServices, 'directory'>, userId: string): Promise<Words> {
  try {
    return wordsIn((await directory.personOf(userId)).language);
  } catch {
    return wordsIn('ja');
  }
}

type ActionArgs = SlackActionMiddlewareArgs<BlockAction>;

/** What concerns forms among the presses: opens one, or draws the open one anew. False for anything else. */
export function onFormAction({ action, body }: ActionArgs, services: ListenerServices): Promise<void> | null {
  const verb = verbIn(action.action_id, openActionPrefix);
  if (verb !== null) return onOpen({ action, body }, verb, services);
  const { view, user } = body;
  if (view === undefined || !view.callback_id.startsWith(formPrefix)) return null;
  const touched = { userId: user.id, view };
  const next = action.action_id === keepTheirsActionId ? keptTheirs : redrawn;
  return next(services, touched).then((content) =>
    content === null ? undefined : showIn(services, view, content),
  );
}

async function onOpen(
  { action, body }: Pick<ActionArgs, 'action' | 'body'>,
  verb: OneLine['verb'],
  services: ListenerServices,
): Promise<void> {
  const chosen = action.type === 'static_select' ? action.selected_option?.value : undefined;
  const value = readOpenValue(action.type === 'button' ? action.value : chosen);
  if (value === null || body.trigger_id === undefined) return;
  const door = { triggerId: body.trigger_id, userId: body.user.id, onTop: body.view?.type === 'modal' };
  const opening = fromButton(verb, value, body);
  await open(services, door, { verb, prepare: async () => opening, respond: body.response_url || null });
}

async function onShortcut(
  { shortcut, ack }: SlackShortcutMiddlewareArgs,
  services: ListenerServices,
): Promise<void> {
  await ack();
  const door = { triggerId: shortcut.trigger_id, userId: shortcut.user.id };
  if (shortcut.type === 'message_action' && shortcut.callback_id === messageShortcutId) {
    const verb = 'record-milestone';
    const prepare: Prepare = (person) => fromMessage(services, shortcut, person);
    return open(services, door, { verb, prepare, respond: shortcut.response_url });
  }
  const verb = globalShortcuts.get(shortcut.callback_id);
  if (verb !== undefined) {
    await open(services, door, { verb, prepare: async () => fromAnywhere(verb), respond: null });
  }
}

type SubmissionArgs = SlackViewMiddlewareArgs<ViewSubmitAction>;

/** Answers within the acknowledgement, which is the only place for errors at fields; a slow write shows that it works. */
async function onSubmission({ ack, body, view }: SubmissionArgs, services: ListenerServices, first: First) {
  if (view.callback_id === settingsCallbackId) return onSettings({ ack, body, view }, services);
  const ofImport = onImportSubmission({ ack, body, view }, services);
  if (ofImport !== null) return ofImport;
  const submit = view.callback_id === rejectCallbackId ? submitReject : submitModal;
  const work: Promise<Submitted> = submit(services, { userId: body.user.id, view });
  const ready = await inTime(work, services.after);
  if (ready !== 'late') return settle({ submitted: ready, ack }, services, first);
  const words = wordsIn('ja');
  await ack({ response_action: 'update', view: loadingView(view.title.text, words, 'submit.slow') });
  await settleLate(services, { late: await work, view, userId: body.user.id, first });
}

/** The settings of a digest: errors stand at their fields, and a slow write shows that it works. */
async function onSettings(
  { ack, body, view }: Pick<SubmissionArgs, 'ack' | 'body' | 'view'>,
  services: ListenerServices,
): Promise<void> {
  const work = onDigestSettings(services, { userId: body.user.id, view });
  const ready = await inTime(work, services.after);
  if (ready !== 'late') return ack(ready);
  await ack({ response_action: 'update', view: loadingView(view.title.text, wordsIn('ja'), 'submit.slow') });
  const late = await work;
  const words = wordsIn('ja');
  const after =
    late.response_action === 'update'
      ? late.view
      : messageView(view.title.text, words, lateBlocks(late, words));
  await showIn(services, { id: view.id }, after);
}

/** What was late is told as sentences: its fields are gone. */
function lateBlocks(late: Exclude<SettingsAck, { response_action: 'update' }>, words: Words): KnownBlock[] {
  if (late.response_action === 'clear') return [sentenceBlock(words('written.done'))];
  return [words('submit.problems'), ...Object.values(late.errors)].map(sentenceBlock);
}

/** The confirmation is posted where the form came from; where that cannot be, the form shows it. */
async function settle(
  { submitted, ack }: { readonly submitted: Submitted } & Pick<SubmissionArgs, 'ack'>,
  services: ListenerServices,
  first: First,
): Promise<void> {
  if (submitted.kind === 'errors') {
    return ack({ response_action: 'errors', errors: { ...submitted.errors } });
  }
  if (submitted.kind === 'done') {
    const { respond } = submitted.state;
    const isPosted =
      respond !== null && (!first(submitted.key) || (await services.respondTo(respond, submitted.reply)));
    if (isPosted) return ack({ response_action: 'clear' });
  }
  return ack({ response_action: 'update', view: submitted.view });
}

async function onOptions(
  { ack, body }: SlackOptionsMiddlewareArgs<'block_suggestion'>,
  services: ListenerServices,
): Promise<void> {
  const { view, user, block_id: field, value: typed } = body;
  const options =
    view === undefined
      ? []
      : ((await digestOptions(services, { view, typed })) ??
        (await optionsFor(services, { userId: user.id, view, field, typed })));
  await ack({ options });
}
