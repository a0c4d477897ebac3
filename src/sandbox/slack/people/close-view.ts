import type { ViewClosedAction } from '@slack/bolt';
import type { ViewRecord } from '../state/views.ts';
import { stateValues } from '../state-values.ts';
import { viewOutput } from '../view-output.ts';
import type { Floor } from './floor.ts';
import { actor, interactionBase } from './floor.ts';
import { topModal } from './submit.ts';

/**
 * A person closes the top modal, or the whole stack; the bot hears of it when it asked to (`notify_on_close`).
 *
 * @throws {Impossible} when no such modal lies on top.
 */
export async function closeView(
  { desk, deliver }: Floor,
  act: { readonly as: string; readonly viewId?: string; readonly all?: boolean },
): Promise<void> {
  const person = actor(desk, act.as);
  const top = topModal(desk, person.id, act.viewId);
  const isCleared = act.all === true || top.view.clear_on_close === true;
  const closed = isCleared ? desk.views.modals(person.id).toReversed() : [top];
  if (isCleared) desk.views.clear(person.id);
  else desk.views.close(top);
  const tell = (record: ViewRecord) => {
    const payload = {
      type: 'view_closed',
      ...interactionBase(desk, person),
      view: viewOutput(desk, record, stateValues(record.view.blocks, record.values)),
      is_cleared: isCleared,
    } satisfies ViewClosedAction;
    return deliver({ kind: 'interactive', what: 'view_closed', payload });
  };
  await Promise.all(closed.filter(({ view }) => view.notify_on_close === true).map(tell));
}
