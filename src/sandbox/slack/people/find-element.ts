import { elementsOf } from '../blocks/blocks.ts';
import type { Desk } from '../desk.ts';
import type { Json } from '../json.ts';
import { jsonList, textOf } from '../json.ts';
import type { Message } from '../state/messages.ts';
import type { ViewRecord } from '../state/views.ts';
import { Impossible } from './impossible.ts';

/** Where something to press stands. */
export type From =
  | { readonly kind: 'message'; readonly conversation: string; readonly ts: string }
  | { readonly kind: 'view'; readonly viewId: string };

export type Place =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'view'; readonly record: ViewRecord };

/** What is looked for; without a place, the top modal, the newest message and Home are looked through, in that order. */
export interface Wanted {
  readonly as: string;
  readonly from?: From;
  readonly blockId?: string;
  readonly actionId: string;
}

export interface FoundElement {
  readonly place: Place;
  readonly blockId: string;
  readonly block: Json;
  readonly element: Json;
}

/** The blocks of a place. */
function blocksOf(place: Place): readonly Json[] {
  return place.kind === 'message' ? (place.message.blocks ?? []) : jsonList(place.record.view.blocks);
}

function allPlaces(desk: Desk, person: string): Place[] {
  const top = desk.views.modals(person).at(-1);
  const home = desk.views.home(person);
  const view = (record: ViewRecord): Place => ({ kind: 'view', record });
  return [
    ...(top === undefined ? [] : [view(top)]),
    ...desk.messages
      .visibleTo(person)
      .toReversed()
      .map((message): Place => ({ kind: 'message', message })),
    ...(home === null ? [] : [view(home)]),
  ];
}

/** The place that was named, if this person sees it: only the top modal can be used. */
function namedPlace(desk: Desk, person: string, from: From): Place | undefined {
  return allPlaces(desk, person).find((place) =>
    from.kind === 'view'
      ? place.kind === 'view' && place.record.id === from.viewId
      : place.kind === 'message' &&
        place.message.ts === from.ts &&
        place.message.conversation === from.conversation,
  );
}

/**
 * Finds what a person wants to press or type into.
 *
 * @throws {Impossible} when the person sees no such element.
 */
export function findElement(desk: Desk, wanted: Wanted): FoundElement {
  const { from, as } = wanted;
  const places = from === undefined ? allPlaces(desk, as) : [namedPlace(desk, as, from)];
  for (const place of places) {
    if (place === undefined) continue;
    for (const block of blocksOf(place)) {
      const blockId = textOf(block.block_id) ?? '';
      if (wanted.blockId !== undefined && wanted.blockId !== blockId) continue;
      const element = elementsOf(block).find(({ action_id }) => action_id === wanted.actionId);
      if (element !== undefined) return { place, blockId, block, element };
    }
  }
  throw new Impossible(`${as} sees no element ${[wanted.blockId, wanted.actionId].join(' / ')}`);
}
