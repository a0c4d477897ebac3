import type { types } from '@slack/bolt';
import type { Ack } from '../delivery/delivery.ts';
import type { Json } from '../json.ts';
import { stateValues } from '../state-values.ts';
import { viewOutput } from '../view-output.ts';
import type { Floor } from './floor.ts';
import { actor } from './floor.ts';

/**
 * A person opens the bot's Home.
 *
 * @returns How the bot took the event; null when it did not subscribe to it.
 */
export async function openHome({ desk, events }: Floor, act: { readonly as: string }): Promise<Ack | null> {
  const person = actor(desk, act.as);
  const home = desk.views.home(person.id);
  const event: Omit<types.AppHomeOpenedEvent, 'view'> & Json = {
    type: 'app_home_opened',
    user: person.id,
    channel: desk.workspace.direct(person.id).id,
    tab: 'home',
    event_ts: desk.stamp(),
    ...(home === null ? {} : { view: viewOutput(desk, home, stateValues(home.view.blocks, home.values)) }),
  };
  return events.send('app_home_opened', event);
}
