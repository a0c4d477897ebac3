import { isJson, jsonList } from '../../src/sandbox/slack/json.ts';
import type { Submitted } from '../../src/sandbox/slack/people/submit.ts';
import type { Message } from '../../src/sandbox/slack/state/messages.ts';
import type { Values, ViewRecord } from '../../src/sandbox/slack/state/views.ts';
import { demoAdministrator, seedDemoRoles } from '../../src/start/sandbox-roles.ts';
import { seed } from '../../src/start/seed.ts';
import type { Store } from '../../src/store/open-store.ts';
import { freshStore } from '../support/fresh-stores.ts';
import { MONDAY, type Running, STAFF } from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';
import { actionOf } from './talk.ts';

export const ADMINISTRATOR = demoAdministrator;

/** The conversation of a person with the bot. */
export function directOf(person: string): string {
  return `D${person.slice(1)}`;
}

/** A store with the shipped edition and the roles of the demonstration: 田中 leads project 8, 鈴木 administers. */
export function openDemoStore(): Promise<OpenedStore> {
  return freshStore({ name: 'demo', load: loadDemo });
}

async function loadDemo(store: Store): Promise<void> {
  const clock = { now: () => MONDAY };
  await seed(store, clock);
  const ports = { store, reader: store, administrators: [ADMINISTRATOR] };
  await seedDemoRoles(ports, { clock, timeZone: 'Asia/Tokyo' });
}

/** What the bot has said to a person in their own conversation, once there are so many. */
export async function toldDirectly(
  { slack }: Running,
  person: string,
  count = 1,
): Promise<readonly Message[]> {
  return slack.until(() => {
    const told = slack.messages(directOf(person), person).filter(({ ephemeralTo }) => ephemeralTo === null);
    return told.length >= count ? told : null;
  });
}

/** A person presses a button of a message in their own conversation with the bot. */
export async function pressDirect(
  { slack }: Running,
  message: Message,
  { as, label }: { readonly as: string; readonly label: string },
): Promise<void> {
  const { conversation, ts } = message;
  const actionId = actionOf(message, label);
  await slack.press({ as, actionId, from: { kind: 'message', conversation, ts } });
}

/** The message once it says something else than before. */
export async function changedMessage({ slack }: Running, before: Message, person: string): Promise<Message> {
  return slack.until(() =>
    slack
      .messages(before.conversation, person)
      .find(({ ts, blocks }) => ts === before.ts && JSON.stringify(blocks) !== JSON.stringify(before.blocks)),
  );
}

/** What stands in a field: typed words, a choice, a person, or a box that is ticked or not. */
export type Filled =
  | string
  | { readonly chosen: string }
  | { readonly person: string }
  | { readonly ticked: boolean };

/** A person fills in the top modal and submits it. */
export async function fillIn(
  { slack }: Running,
  filling: Readonly<Record<string, Filled>>,
  as: string = STAFF,
): Promise<Submitted> {
  const top = slack.modals(as).at(-1);
  if (top === undefined) throw new Error(`${as} has no modal open`);
  return slack.submit({ as, viewId: top.id, values: valuesOf(top, filling) });
}

/** The field as Slack keeps it. */
export function valuesOf({ view }: ViewRecord, filling: Readonly<Record<string, Filled>>): Values {
  return Object.fromEntries(
    Object.entries(filling).map(([block, filled]) => {
      const input = jsonList(view.blocks).find(({ block_id }) => block_id === block);
      if (input === undefined) throw new Error(`there is no field ${block}`);
      const element = isJson(input.element) ? input.element : {};
      return [block, { [String(element.action_id)]: { type: element.type, ...heldFor(filled) } }];
    }),
  );
}

function heldFor(filled: Filled) {
  if (typeof filled === 'string') return { value: filled };
  if ('chosen' in filled) return { selected_option: { value: filled.chosen } };
  if ('person' in filled) return { selected_user: filled.person };
  return { selected_options: filled.ticked ? [{ value: 'true' }] : [] };
}
