import type { BlockAction } from '@slack/bolt';
import type { Ack } from '../delivery/delivery.ts';
import type { Desk } from '../desk.ts';
import type { Json } from '../json.ts';
import type { Person } from '../options.ts';
import type { Message } from '../state/messages.ts';
import type { Values, ViewRecord } from '../state/views.ts';
import { stateValues } from '../state-values.ts';
import { viewOutput } from '../view-output.ts';
import { messageObject } from '../web-api/chat.ts';
import { actionOf, heldAfter } from './chosen.ts';
import type { FoundElement, Place, Wanted } from './find-element.ts';
import { findElement } from './find-element.ts';
import type { Floor } from './floor.ts';
import { actor, channelOf, conversationOf, interactionBase } from './floor.ts';

export interface Press extends Wanted {
  /** What was chosen; nothing for a button. */
  readonly chosen?: Json;
  /** What else was typed into the view or message before. */
  readonly values?: Values;
}

/** Bolt's own declaration, but for the actions, whose fields follow from the element. */
type Base = Omit<BlockAction, 'actions' | 'container' | 'response_url'> & {
  readonly actions: readonly Json[];
};

function withMessage(desk: Desk, person: Person, base: Base, message: Message) {
  const { conversation: id, ts, ephemeralTo, threadTs } = message;
  const context = { person: person.id, conversation: id, threadTs, original: ts };
  const isEphemeral = ephemeralTo !== null;
  return {
    ...base,
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: id,
      is_ephemeral: isEphemeral,
      ...(threadTs === null ? {} : { thread_ts: threadTs }),
    },
    channel: channelOf(conversationOf(desk, person, id)),
    // Slack tells nothing of what an ephemeral message says.
    ...(isEphemeral ? {} : { message: { ...messageObject(desk, message), type: 'message' as const, ts } }),
    state: { values: stateValues(message.blocks, message.values) },
    response_url: desk.url + desk.responseUrls.issue('actions', context),
  };
}

function withView(desk: Desk, base: Base, record: ViewRecord) {
  return {
    ...base,
    container: { type: 'view', view_id: record.id },
    view: viewOutput(desk, record, stateValues(record.view.blocks, record.values)),
  };
}

/** Remembers what stands in the fields now: Slack sends it with the next press, and keeps it over an update. */
function keep(desk: Desk, place: Place, values: Values): Place {
  if (place.kind === 'view') return { kind: 'view', record: desk.views.keepValues(place.record, values) };
  const merged = { ...place.message.values, ...values };
  return { kind: 'message', message: desk.messages.edit(place.message, { values: merged }) };
}

function valuesAfter(found: FoundElement, action: Json, typed: Values): Values {
  const held = heldAfter(found.element, action);
  if (held === null) return typed;
  const fields = { ...typed[found.blockId], [String(found.element.action_id)]: held };
  return { ...typed, [found.blockId]: fields };
}

/**
 * A person presses a button, or chooses in a menu or picker that tells the bot at once.
 *
 * @throws {Impossible} when the person sees no such element, or it offers no such choice.
 */
export async function press({ desk, deliver }: Floor, act: Press): Promise<Ack> {
  const person = actor(desk, act.as);
  const found = findElement(desk, act);
  const action = actionOf(found.element, act.chosen ?? {});
  const place = keep(desk, found.place, valuesAfter(found, action, act.values ?? {}));
  const viewId = place.kind === 'view' ? place.record.id : null;
  const base: Base = {
    type: 'block_actions',
    ...interactionBase(desk, person),
    trigger_id: desk.triggers.issue({ person: person.id, viewId }),
    actions: [{ ...action, block_id: found.blockId, action_ts: desk.stamp() }],
  };
  const payload =
    place.kind === 'view'
      ? withView(desk, base, place.record)
      : withMessage(desk, person, base, place.message);
  return deliver({ kind: 'interactive', what: `block_actions ${act.actionId}`, payload });
}
