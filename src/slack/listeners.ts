import type {
  AnyMiddlewareArgs,
  App,
  BlockAction,
  RespondArguments,
  RespondFn,
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
} from '@slack/bolt';
import type { PersonId } from '../domain/person.ts';
import { answer } from './answer.ts';
import { askActionPrefix } from './blocks/build.ts';
import { onDigestAction } from './digests/listeners.ts';
import { listenForForms, onFormAction, onLine } from './form-listeners.ts';
import { type HomeListening, onHomeAction } from './home/listeners.ts';
import type { ImportServices } from './imports/deeds.ts';
import { onImportAction, onImportLine } from './imports/listeners.ts';
import { type After, inTime } from './in-time.ts';
import { failureMessage, waitingMessage } from './messages/failure.ts';
import { restoreActionId } from './messages/retired.ts';
import { shareDone } from './messages/share.ts';
import { undoActionId } from './messages/written.ts';
import { readOneLine } from './modals/one-line.ts';
import { showIn } from './modals/open-modal.ts';
import { messageView } from './modals/views.ts';
import { onProposalAction } from './proposal-listeners.ts';
import { onReminderAction } from './reminders/deeds.ts';
import type { Reply } from './reply.ts';
import { ofRequest, type RequestServices } from './request.ts';
import { restorePressed } from './restore.ts';
import { subcommandNamed } from './subcommand-named.ts';
import { importEdition } from './subcommands/import.ts';
import { undoPressed } from './undo.ts';
import { type WelcomeServices, welcome } from './welcome.ts';
import { wordsIn } from './words/index.ts';

/** What the listeners need; Slack's contract (acknowledge in time, answer late, once for a double click) is here. */
export interface ListenerServices extends HomeListening, ImportServices, WelcomeServices, RequestServices {
  readonly after: After;
  readonly acksMayBeJson: boolean;
}

/** Registers the one listener for each kind of request. */
export function listen(app: App, services: ListenerServices): void {
  const first = services.isFirst;
  const ackOf = services.acksMayBeJson ? rememberedJson() : toMessage;
  const during = (work: Work) => underWay(services, work);
  // A command is taken before Bolt's own list, which would ask each of the listeners whether it is theirs.
  app.use(async (args) => {
    if (!isCommand(args)) return args.next();
    return during((own) => onCommand(args, own, ackOf));
  });
  app.action<BlockAction>({ type: 'block_actions' }, (args) => during((own) => onAction(args, own, first)));
  app.event('app_home_opened', ({ event }) => during((own) => onHome(own, event)));
  listenForForms(app, during, first);
}

/** `manifest.yml` gives us this one. */
function isCommand(args: AnyMiddlewareArgs): args is SlackCommandMiddlewareArgs {
  return 'command' in args && args.command.command === '/project';
}

/** What is done for one request, with services of its own. */
export type Work = (own: ListenerServices) => Promise<void>;

/** Stopping waits for it: a socket that is closed takes no acknowledgement. */
function underWay(services: ListenerServices, work: Work): Promise<void> {
  const own = ofRequest(services);
  const done = work(own).catch((problem: unknown) => void own.report(problem));
  services.inFlight.follow(done);
  return done;
}

/** Home is drawn when its tab is opened; whoever comes for the first time, by whichever tab, is welcomed. */
async function onHome(
  services: ListenerServices,
  { tab, user }: { readonly tab?: string; readonly user: string },
): Promise<void> {
  if (tab !== 'messages') await services.home.show(user as PersonId);
  await welcome(services, user);
}

/** What fails before the acknowledgement is acknowledged with its reference: Slack would only say that we failed. */
async function onCommand(
  args: SlackCommandMiddlewareArgs,
  services: ListenerServices,
  ackOf: (reply: Reply) => string | Message,
): Promise<void> {
  try {
    await answerCommand(args, services, ackOf);
  } catch (problem) {
    await args.ack(ackOf(failureMessage(services.report(problem), wordsIn('ja'))));
  }
}

/** Answers within the acknowledgement where it can, since that costs Slack and us one request less. */
async function answerCommand(
  args: SlackCommandMiddlewareArgs,
  services: ListenerServices,
  ackOf: (reply: Reply) => string | Message,
) {
  const { command, ack, respond } = args;
  const line = readOneLine(command.text, services.table.subcommands);
  if (line !== null) return onLine(args, line, services);
  if (subcommandNamed(command.text.trim(), services.table.subcommands) === importEdition) {
    await ack();
    return onImportLine(args.command, services);
  }
  const work = answer(services, {
    userId: command.user_id,
    text: command.text,
    channel: command.channel_id,
  });
  const ready = await inTime(work, services.after);
  if (ready !== 'late') return ack(ackOf(ready));
  await ack(ackOf(waitingMessage(wordsIn('ja'))));
  services.inFlight.follow(
    work.then((late) =>
      send(respond, command.response_url, { ...toMessage(late), replace_original: true }, services),
    ),
  );
}

type ActionArgs = SlackActionMiddlewareArgs<BlockAction>;

async function onAction(args: ActionArgs, services: ListenerServices, first: (key: string) => boolean) {
  const { ack, action, body, respond } = args;
  await ack();
  const ofHome = onHomeAction(args, services);
  if (ofHome !== null) return ofHome;
  const atOnce = actsAtOnce.get(action.action_id);
  if (atOnce !== undefined) return onDeed(args, services, atOnce);
  const ofProposal = onProposalAction(args, services);
  // Of a proposal on Home nothing tells that it is decided but that it is gone from there.
  if (ofProposal !== null) return ofProposal.then(() => afterHome(args, services));
  const ofDigest = onDigestAction(args, services);
  if (ofDigest !== null) return ofDigest;
  const ofReminder = onReminderAction(args, services);
  if (ofReminder !== null) return ofReminder;
  const ofImport = onImportAction(args, services);
  if (ofImport !== null) return ofImport;
  const ofForm = onFormAction(args, services);
  if (ofForm !== null) return ofForm;
  if (action.type !== 'button' || !action.action_id.startsWith(askActionPrefix)) return;
  const text = action.value ?? '';
  const postKey = `${body.container.message_ts} ${body.user.id} ${text}`;
  const isPost = /^\d+ post$/.test(text);
  if (isPost && !first(postKey)) return;
  const channel = body.channel?.id ?? null;
  const work = answer(services, { userId: body.user.id, text, channel }).then((reply) =>
    deliver({ reply, respond, body, text }, services),
  );
  services.inFlight.follow(isPost ? work.catch((problem) => onUnposted(problem, postKey, services)) : work);
}

async function afterHome({ body }: ActionArgs, { home }: ListenerServices): Promise<void> {
  if (body.view?.type === 'home') await home.again(body.user.id as PersonId);
}

/** What was not posted may be pressed again. */
function onUnposted(problem: unknown, key: string, { isFirst }: ListenerServices): never {
  isFirst.forget(key);
  throw problem;
}

type Deed = typeof undoPressed;

/** Buttons that need no form. */
const actsAtOnce: ReadonlyMap<string, Deed> = new Map([
  [undoActionId, undoPressed],
  [restoreActionId, restorePressed],
]);

/** The answer takes the place of the button, so that it is pressed once. */
async function onDeed(
  { action, body, respond }: ActionArgs,
  services: ListenerServices,
  deed: Deed,
): Promise<void> {
  if (action.type !== 'button') return;
  const { view, container, user, channel } = body;
  const reply = await deed(services, {
    userId: user.id,
    value: action.value,
    place: String(view?.id ?? container.message_ts),
    channelId: channel?.id ?? null,
  });
  if (reply === null) return;
  if (view !== undefined) {
    const { language } = await services.directory.personOf(user.id);
    return showIn(services, { id: view.id }, messageView(view.title.text, wordsIn(language), reply.blocks));
  }
  const replaces = container.is_ephemeral === true;
  await send(respond, body.response_url, { ...toMessage(reply), replace_original: replaces }, services);
}

interface Delivery {
  readonly reply: Reply;
  readonly respond: RespondFn;
  readonly body: BlockAction;
  readonly text: string;
}

/** A private message is replaced by the answer; a public one stays, and only the person who pressed sees it. */
async function deliver({ reply, respond, body, text }: Delivery, services: ListenerServices): Promise<void> {
  const isPrivate = body.container.is_ephemeral === true;
  if (reply.audience === 'asker') {
    await send(respond, body.response_url, { ...toMessage(reply), replace_original: isPrivate }, services);
    return;
  }
  await send(respond, body.response_url, { ...toMessage(reply), replace_original: false }, services);
  const { language } = await services.directory.personOf(body.user.id);
  const done = shareDone(Number.parseInt(text, 10), { words: wordsIn(language), today: services.today() });
  await send(respond, body.response_url, { ...toMessage(done), replace_original: isPrivate }, services);
}

async function send(
  respond: RespondFn,
  url: string,
  message: RespondArguments,
  { trusts }: ListenerServices,
): Promise<void> {
  if (!trusts(url))
    throw new Error('a response_url on a host that is not the configured Slack was not called');
  await respond(message);
}

interface Message {
  readonly text: string;
  readonly blocks: Reply['blocks'][number][];
  readonly response_type: 'in_channel' | 'ephemeral';
}

/** Writes each reply as JSON once, for as long as it is remembered: writing costs more than finding it. */
function rememberedJson(): (reply: Reply) => string {
  const written = new WeakMap<Reply, string>();
  return (reply) => {
    const json = written.get(reply) ?? JSON.stringify(toMessage(reply));
    written.set(reply, json);
    return json;
  };
}

function toMessage({ text, blocks, audience }: Reply): Message {
  return { text, blocks: [...blocks], response_type: audience === 'channel' ? 'in_channel' : 'ephemeral' };
}
