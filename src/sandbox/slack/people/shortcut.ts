import type { GlobalShortcut, MessageShortcut } from '@slack/bolt';
import type { Ack } from '../delivery/delivery.ts';
import type { Desk } from '../desk.ts';
import type { Person } from '../options.ts';
import { messageObject } from '../web-api/chat.ts';
import type { Floor } from './floor.ts';
import { actor, channelOf, conversationOf, interactionBase } from './floor.ts';
import { Impossible } from './impossible.ts';

export interface ShortcutUse {
  readonly as: string;
  readonly callbackId: string;
  /** The message, for a shortcut of the message menu. */
  readonly on?: { readonly conversation: string; readonly ts: string };
}

function globalPayload(desk: Desk, person: Person, callbackId: string) {
  return {
    type: 'shortcut',
    ...interactionBase(desk, person),
    callback_id: callbackId,
    trigger_id: desk.triggers.issue({ person: person.id, viewId: null }),
    action_ts: desk.stamp(),
  } satisfies GlobalShortcut;
}

function messagePayload(desk: Desk, person: Person, use: ShortcutUse) {
  const { on, callbackId } = use;
  const message = on === undefined ? null : desk.messages.find(on);
  // The menu of an ephemeral message offers no shortcuts.
  if (message === null || message.ephemeralTo !== null) throw new Impossible('there is no such message');
  const conversation = conversationOf(desk, person, message.conversation);
  const context = {
    person: person.id,
    conversation: conversation.id,
    threadTs: message.threadTs,
    original: null,
  };
  return {
    type: 'message_action',
    ...interactionBase(desk, person),
    callback_id: callbackId,
    trigger_id: desk.triggers.issue({ person: person.id, viewId: null }),
    action_ts: desk.stamp(),
    message_ts: message.ts,
    channel: channelOf(conversation),
    message: { ...messageObject(desk, message), type: 'message', ts: message.ts },
    response_url: desk.url + desk.responseUrls.issue('actions', context),
  } satisfies MessageShortcut;
}

/**
 * A person uses a shortcut, from the composer or from the menu of a message.
 *
 * @throws {Impossible} when the app has no such shortcut, or there is no such message.
 */
export async function useShortcut({ desk, deliver }: Floor, use: ShortcutUse): Promise<Ack> {
  const person = actor(desk, use.as);
  const shortcut = desk.options.app.shortcuts.find(({ callbackId }) => callbackId === use.callbackId);
  if (shortcut === undefined) throw new Impossible(`the app has no shortcut ${use.callbackId}`);
  const payload =
    shortcut.type === 'global'
      ? globalPayload(desk, person, use.callbackId)
      : messagePayload(desk, person, use);
  return deliver({ kind: 'interactive', what: `${payload.type} ${use.callbackId}`, payload });
}
