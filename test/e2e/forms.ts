import { isJson, type Json, jsonList } from '../../src/sandbox/slack/json.ts';
import type { Submitted } from '../../src/sandbox/slack/people/submit.ts';
import type { Message } from '../../src/sandbox/slack/state/messages.ts';
import type { Values, ViewRecord } from '../../src/sandbox/slack/state/views.ts';
import { CHANNEL, type Running } from '../support/running.ts';
import { wordsOf } from './read-message.ts';

/** What a person fills in, by block id: a text, or what is chosen. */
export type Filling = Readonly<Record<string, string | { readonly chosen: string }>>;

/** The top modal once it is more than its loading view. */
export async function formOf({ slack }: Running, person: string): Promise<ViewRecord> {
  return slack.until(() => {
    const top = slack.modals(person).at(-1);
    return top !== undefined && !isLoading(top) ? top : null;
  });
}

function isLoading({ view }: ViewRecord): boolean {
  return wordsOf({ blocks: jsonList(view.blocks) }).includes('読み込んでいます');
}

/** What a view says, but for its fields. */
export function saidIn({ view }: ViewRecord): string {
  return wordsOf({ blocks: jsonList(view.blocks) });
}

/** What stands in the fields of a view at first or as typed since. */
export function fieldsIn({ view, values }: ViewRecord): Readonly<Record<string, string>> {
  const inputs = jsonList(view.blocks).filter(({ type }) => type === 'input');
  return Object.fromEntries(
    inputs.map((block) => {
      const id = String(block.block_id);
      const element = isJson(block.element) ? block.element : {};
      const held = values[id]?.[String(element.action_id)];
      return [id, held === undefined ? initialOf(element) : heldIn(held)];
    }),
  );
}

function initialOf({ initial_value, initial_option }: Json): string {
  return typeof initial_value === 'string' ? initial_value : optionValue(initial_option);
}

function heldIn({ value, selected_option }: Json): string {
  return typeof value === 'string' ? value : optionValue(selected_option);
}

function optionValue(option: unknown): string {
  return isJson(option) ? String(option.value) : '';
}

/** The option of a select that bears this label. */
export function optionOf({ view }: ViewRecord, block: string, label: string | RegExp): string {
  const input = jsonList(view.blocks).find(({ block_id }) => block_id === block);
  const element = isJson(input?.element) ? input.element : {};
  const found = jsonList(element.options).find(({ text }) => {
    const told = isJson(text) ? String(text.text) : '';
    return typeof label === 'string' ? told === label : label.test(told);
  });
  if (found === undefined) throw new Error(`${block} offers no ${label}`);
  return String(found.value);
}

/** A person fills in the top modal and submits it. */
export async function submit({ slack }: Running, person: string, filling: Filling = {}): Promise<Submitted> {
  const top = slack.modals(person).at(-1);
  if (top === undefined) throw new Error(`${person} has no modal open`);
  return slack.submit({ as: person, viewId: top.id, values: valuesOf(top, filling) });
}

/** The values as Slack keeps them. */
export function valuesOf({ view }: ViewRecord, filling: Filling): Values {
  return Object.fromEntries(
    Object.entries(filling).map(([block, filled]) => {
      const input = jsonList(view.blocks).find(({ block_id }) => block_id === block);
      const element = isJson(input?.element) ? input.element : {};
      const held =
        typeof filled === 'string'
          ? { type: element.type, value: filled }
          : { type: element.type, selected_option: { value: filled.chosen } };
      return [block, { [String(element.action_id)]: held }];
    }),
  );
}

/** The newest message that the person sees. */
export function newestFor({ slack }: Running, person: string, conversation = CHANNEL): Message | undefined {
  return slack.messages(conversation, person).at(-1);
}

/** A person presses the button that opens the form of a verb, for a row or for the project. */
export async function pressIn(
  { slack }: Running,
  { conversation, ts }: Message,
  { as, verb, id }: { readonly as: string; readonly verb: string; readonly id?: string | undefined },
): Promise<void> {
  await slack.press({
    as,
    actionId: `open:${verb}`,
    blockId: id === undefined ? 'record' : `event-${id}`,
    from: { kind: 'message', conversation, ts },
  });
}
