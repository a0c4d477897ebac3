import { cpSync, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { isJson, jsonList } from '../../src/sandbox/slack/json.ts';
import type { Submitted } from '../../src/sandbox/slack/people/submit.ts';
import type { Message } from '../../src/sandbox/slack/state/messages.ts';
import type { Values, ViewRecord } from '../../src/sandbox/slack/state/views.ts';
import { demoAdministrator, seedDemoRoles } from '../../src/start/sandbox-roles.ts';
import { seed } from '../../src/start/seed.ts';
import { openEmbeddedDatabase } from '../../src/store/embedded-database.ts';
import { storeOver } from '../../src/store/open-store.ts';
import { MONDAY, type Running, STAFF } from '../support/running.ts';
import { copyOfEmptyFolder, newFolder, type OpenedStore } from '../support/stores.ts';
import { actionOf } from './talk.ts';

export const ADMINISTRATOR = demoAdministrator;

/** The conversation of a person with the bot. */
export function directOf(person: string): string {
  return `D${person.slice(1)}`;
}

const folderName = 'with-demo-roles';

/**
 * A store with the shipped edition and the roles of the demonstration: 田中 leads project 8, 鈴木 administers. It is
 * a copy of one that the first test of the run made.
 */
export async function openDemoStore(): Promise<OpenedStore> {
  const template = await demoTemplate();
  const dataDir = await newFolder();
  cpSync(template, dataDir, { recursive: true });
  return openStoreIn(dataDir);
}

/** Makes what `openDemoStore` copies, where no other test file has; for `beforeAll`, since it takes a while. */
export async function demoTemplate(): Promise<string> {
  const made = await newFolder();
  const template = path.join(path.dirname(made), folderName);
  if (existsSync(template)) return template;
  const dataDir = await copyOfEmptyFolder();
  const { store, close } = await openStoreIn(dataDir);
  await seed(store, { now: () => MONDAY });
  const ports = { store, reader: store, administrators: [ADMINISTRATOR] };
  await seedDemoRoles(ports, { clock: { now: () => MONDAY }, timeZone: 'Asia/Tokyo' });
  await close();
  // Another test file may have been faster: then its template serves.
  await rename(dataDir, template).catch(() => {});
  return template;
}

async function openStoreIn(dataDir: string) {
  const database = await openEmbeddedDatabase({
    dataDir,
    onLockLost: (error) => {
      throw error;
    },
  });
  const close = () => database.close();
  const cleanUp = async () => {
    await close();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { store: storeOver(database), database, close, cleanUp };
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
function valuesOf({ view }: ViewRecord, filling: Readonly<Record<string, Filled>>): Values {
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
