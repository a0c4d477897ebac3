import type { Language } from '../../src/domain/person.ts';
import { isJson, type Json, jsonList } from '../../src/sandbox/slack/json.ts';
import type { Submitted } from '../../src/sandbox/slack/people/submit.ts';
import type { Message } from '../../src/sandbox/slack/state/messages.ts';
import type { ViewRecord } from '../../src/sandbox/slack/state/views.ts';
import { en } from '../../src/slack/words/en.ts';
import type { Words } from '../../src/slack/words/index.ts';
import { ja } from '../../src/slack/words/ja.ts';
import { type Filled, valuesOf } from '../e2e/roles-and-people.ts';
import { CHANNEL, type Running } from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';
import type { Scene } from './camera.ts';

/** How a picture is kept. */
export interface Kept {
  /** What is to be seen, in the language of the book's readers. */
  readonly caption: string;
  /** Taken on a phone as well. */
  readonly phone?: boolean;
}

/** Where the chapters of the book act: the real bot in our own Slack, and the shutter. */
export interface Stage {
  readonly running: Running;
  readonly opened: OpenedStore;
  readonly language: Language;
  readonly words: Words;
  /** Keeps a picture under this name. */
  take(name: string, scene: Scene, kept: Kept): Promise<void>;
}

/** What a person types behind `/project`, which answers in the conversation: the newest message there. */
export async function ask(stage: Stage, as: string, text: string, conversation = CHANNEL): Promise<Message> {
  const { slack } = stage.running;
  await slack.command({ as, conversation, text: `/project ${text}` });
  // What takes longer than a second is announced first.
  return slack.until(() => {
    const last = newest(stage, as, conversation);
    return last.text === ja['waiting.sentence'] ? null : last;
  });
}

/** Types and keeps a picture of the answer. */
export async function askAndTake(
  stage: Stage,
  {
    as,
    text,
    conversation = CHANNEL,
  }: { readonly as: string; readonly text: string; readonly conversation?: string },
  name: string,
  kept: Partial<Kept> = {},
): Promise<Message> {
  const message = await ask(stage, as, text, conversation);
  await takeMessage(stage, as, message, name, { caption: `/project ${text}`.trim(), ...kept });
  return message;
}

/** Keeps a picture of a message. */
export async function takeMessage(
  stage: Stage,
  as: string,
  { ts }: Message,
  name: string,
  kept: Kept,
): Promise<void> {
  await stage.take(name, { kind: 'message', as, ts }, kept);
}

/** The newest message that the person sees there. */
export function newest({ running }: Stage, as: string, conversation = CHANNEL): Message {
  const message = running.slack.messages(conversation, as).at(-1);
  if (message === undefined) throw new Error(`${as} sees no message in ${conversation}`);
  return message;
}

/** The first message there of which the text or the blocks say so, once it is there. */
export function saying(stage: Stage, as: string, said: RegExp, conversation = CHANNEL): Promise<Message> {
  const { slack } = stage.running;
  return slack.until(() =>
    slack
      .messages(conversation, as)
      .findLast(({ text, blocks }) => said.test(text) || said.test(JSON.stringify(blocks))),
  );
}

/** Does something, and gives the message that is new or other then, in the conversation of `message`. */
export async function answerTo(
  { running }: Stage,
  as: string,
  { conversation }: Pick<Message, 'conversation'>,
  act: () => Promise<unknown>,
): Promise<Message> {
  const written = () =>
    new Map(running.slack.messages(conversation, as).map((each) => [each.ts, JSON.stringify(each)]));
  const before = written();
  await act();
  return running.slack.until(() =>
    running.slack.messages(conversation, as).findLast((each) => before.get(each.ts) !== JSON.stringify(each)),
  );
}

interface Pressable {
  readonly actionId: string;
  readonly blockId: string;
  readonly told: string;
}

/** All that can be pressed in blocks, with what it says and asks. */
function pressables(blocks: unknown): readonly Pressable[] {
  return jsonList(blocks).flatMap((block) => {
    const inside = [...jsonList(block.elements), ...(isJson(block.accessory) ? [block.accessory] : [])];
    return inside
      .filter(({ type }) => type === 'button')
      .map((button: Json) => ({
        actionId: String(button.action_id),
        blockId: String(block.block_id),
        told: [
          button.action_id,
          button.value,
          isJson(button.text) ? button.text.text : '',
          block.block_id,
        ].join(' '),
      }));
  });
}

function pressable(blocks: unknown, which: RegExp): Pressable {
  const all = pressables(blocks);
  const found = all.find(({ told }) => which.test(told));
  if (found === undefined)
    throw new Error(`no button ${which} among ${all.map(({ told }) => told).join(' | ')}`);
  return found;
}

/** Presses the button of a message of which id, value, label or block say so. */
export async function press(stage: Stage, as: string, message: Message, which: RegExp): Promise<void> {
  const { conversation, ts, blocks } = message;
  const { actionId, blockId } = pressable(blocks, which);
  await stage.running.slack.press({ as, actionId, blockId, from: { kind: 'message', conversation, ts } });
}

/** The same in the top modal. */
export async function pressInModal(stage: Stage, as: string, which: RegExp): Promise<void> {
  const top = topOf(stage, as);
  const { actionId, blockId } = pressable(top.view.blocks, which);
  await stage.running.slack.press({ as, actionId, blockId, from: { kind: 'view', viewId: top.id } });
}

/** The same on Home. */
export async function pressOnHome(stage: Stage, as: string, which: RegExp): Promise<void> {
  const home = stage.running.slack.home(as);
  if (home === null) throw new Error(`${as} has no Home`);
  const { actionId, blockId } = pressable(home.view.blocks, which);
  await stage.running.slack.press({ as, actionId, blockId, from: { kind: 'view', viewId: home.id } });
}

function topOf({ running }: Stage, as: string): ViewRecord {
  const top = running.slack.modals(as).at(-1);
  if (top === undefined) throw new Error(`${as} has no modal open`);
  return top;
}

/** The top modal once it shows more than that it is loading. */
export function loaded({ running }: Stage, as: string): Promise<ViewRecord> {
  const waiting = ([ja, en] as const).flatMap((words) => [words['modal.loading'], words['submit.slow']]);
  return running.slack.until(() => {
    const top = running.slack.modals(as).at(-1);
    const told = JSON.stringify(top?.view.blocks);
    return top !== undefined && !waiting.some((each) => told.includes(each)) ? top : null;
  });
}

/** The top modal once its words say so. */
export function modalSaying({ running }: Stage, as: string, said: RegExp): Promise<ViewRecord> {
  return running.slack.until(() => {
    const top = running.slack.modals(as).at(-1);
    return top !== undefined && said.test(JSON.stringify(top.view)) ? top : null;
  });
}

/** Waits for the modal and keeps a picture of it. */
export async function takeModal(stage: Stage, as: string, name: string, kept: Kept): Promise<ViewRecord> {
  const top = await loaded(stage, as);
  await stage.take(name, { kind: 'modal', as, values: top.values }, kept);
  return top;
}

/** Fills in the top modal and sends it. */
export async function send(
  stage: Stage,
  as: string,
  filling: Readonly<Record<string, Filled>> = {},
): Promise<Submitted> {
  const top = topOf(stage, as);
  return stage.running.slack.submit({ as, viewId: top.id, values: valuesOf(top, filling) });
}

/** Sends what is wrong and keeps a picture of the errors at their fields. */
export async function takeErrors(
  stage: Stage,
  as: string,
  filling: Readonly<Record<string, Filled>>,
  name: string,
  kept: Kept,
): Promise<void> {
  const sent = await send(stage, as, filling);
  if (sent.kind !== 'errors') throw new Error(`${name}: nothing was wrong: ${JSON.stringify(sent)}`);
  const values = valuesOf(topOf(stage, as), filling);
  await stage.take(
    name,
    { kind: 'modal', as, errors: sent.errors, values: { ...topOf(stage, as).values, ...values } },
    kept,
  );
}

/** Opens Home and keeps a picture of it. */
export async function takeHome(stage: Stage, as: string, name: string, kept: Kept): Promise<void> {
  const { slack } = stage.running;
  await slack.openHome({ as });
  await slack.until(() => slack.home(as));
  await stage.take(name, { kind: 'home', as }, kept);
}

/** Closes all modals of the person. */
export async function close(stage: Stage, as: string): Promise<void> {
  if (stage.running.slack.modals(as).length > 0) await stage.running.slack.closeView({ as, all: true });
}
