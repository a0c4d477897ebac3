import type { ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import { checkView, viewWithIds } from '../blocks/view-check.ts';
import type { Ack } from '../delivery/delivery.ts';
import type { Desk } from '../desk.ts';
import type { Json } from '../json.ts';
import { jsonList, textOf } from '../json.ts';
import type { Values, ViewRecord } from '../state/views.ts';
import { STACK_LIMIT } from '../state/views.ts';
import { stateValues } from '../state-values.ts';
import { viewOutput } from '../view-output.ts';
import { clientWords } from './client-words.ts';
import type { Floor } from './floor.ts';
import { actor, interactionBase } from './floor.ts';
import { Impossible } from './impossible.ts';
import type { FieldErrors } from './required.ts';
import { clientErrors } from './required.ts';

/** How a submission ended for the person. */
export type Submitted =
  /** The modal is gone, changed or covered by another. */
  | { readonly kind: 'taken' }
  /** Messages at fields, by block id: the bot's, or those of Slack's own client. */
  | { readonly kind: 'errors'; readonly errors: FieldErrors }
  /** The bot did not answer, or answered what Slack cannot use. */
  | { readonly kind: 'trouble'; readonly message: string };

const ViewAnswer = z.discriminatedUnion('response_action', [
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.literal('update'), view: z.record(z.string(), z.unknown()) }),
  z.object({ response_action: z.literal('push'), view: z.record(z.string(), z.unknown()) }),
  z.object({ response_action: z.literal('clear') }),
]);

type ViewAnswer = z.infer<typeof ViewAnswer>;

/** The top modal of a person, or the named one if it is the top one. */
export function topModal(desk: Desk, person: string, viewId?: string): ViewRecord {
  const top = desk.views.modals(person).at(-1);
  if (top === undefined || (viewId !== undefined && top.id !== viewId))
    throw new Impossible(`${person} has no such modal open`);
  return top;
}

function trouble({ workspace }: Desk, { person }: ViewRecord): Submitted {
  return { kind: 'trouble', message: clientWords(workspace.person(person)?.locale ?? '').trouble };
}

function refuse(desk: Desk, record: ViewRecord, problem: string): Submitted {
  desk.journal.refuse({ method: 'view_submission', problem });
  return trouble(desk, record);
}

/** Errors must name input blocks of the view: others are shown nowhere. */
function showErrors(desk: Desk, record: ViewRecord, errors: FieldErrors): Submitted {
  const inputs = jsonList(record.view.blocks).filter(({ type }) => type === 'input');
  const known = new Set(inputs.map(({ block_id }) => textOf(block_id)));
  const lost = Object.keys(errors).filter((id) => !known.has(id));
  if (Object.keys(errors).length === 0) return refuse(desk, record, 'errors without any error');
  if (lost.length > 0) return refuse(desk, record, `errors for no input block: ${lost.join(', ')}`);
  return { kind: 'errors', errors };
}

function showView(desk: Desk, record: ViewRecord, view: Json, how: 'update' | 'push'): Submitted {
  const refused = checkView(view, 'modal');
  if (refused !== null) return refuse(desk, record, [refused.error, ...refused.messages].join(': '));
  if (how === 'update') {
    desk.views.replace(desk.views.find(record.id) ?? record, viewWithIds(view));
    return { kind: 'taken' };
  }
  if (desk.views.modals(record.person).length >= STACK_LIMIT)
    return refuse(desk, record, 'push_limit_reached');
  desk.views.open({ person: record.person, view: viewWithIds(view), onTop: true });
  return { kind: 'taken' };
}

function apply(desk: Desk, record: ViewRecord, answer: ViewAnswer): Submitted {
  switch (answer.response_action) {
    case 'errors':
      return showErrors(desk, record, answer.errors);
    case 'clear':
      desk.views.clear(record.person);
      return { kind: 'taken' };
    case 'update':
    case 'push':
      return showView(desk, record, answer.view, answer.response_action);
  }
}

function answered(desk: Desk, record: ViewRecord, ack: Ack): Submitted {
  if (ack.kind !== 'acked') return trouble(desk, record);
  const isEmpty = ack.body === null || JSON.stringify(ack.body) === '{}';
  if (isEmpty) {
    desk.views.close(record);
    return { kind: 'taken' };
  }
  const read = ViewAnswer.safeParse(ack.body);
  return read.success
    ? apply(desk, record, read.data)
    : refuse(desk, record, 'not a response_action that Slack knows');
}

/**
 * A person presses the submit button of the top modal.
 *
 * @param act.values What was typed; fields that are not named hold what they held before.
 * @throws {Impossible} when no such modal lies on top, or it has no submit button.
 */
export async function submit(
  { desk, deliver }: Floor,
  act: { readonly as: string; readonly viewId?: string; readonly values?: Values },
): Promise<Submitted> {
  const person = actor(desk, act.as);
  const top = topModal(desk, person.id, act.viewId);
  if (top.view.submit === undefined) throw new Impossible('this modal has nothing to submit');
  const record = desk.views.keepValues(top, act.values ?? {});
  const errors = clientErrors(record.view.blocks, record.values, clientWords(person.locale));
  if (Object.keys(errors).length > 0) return { kind: 'errors', errors };
  const payload = {
    type: 'view_submission',
    ...interactionBase(desk, person),
    trigger_id: desk.triggers.issue({ person: person.id, viewId: record.id }),
    view: viewOutput(desk, record, stateValues(record.view.blocks, record.values)),
    response_urls: [],
  } satisfies ViewSubmitAction;
  const what = `view_submission ${textOf(record.view.callback_id) ?? ''}`.trim();
  return answered(desk, record, await deliver({ kind: 'interactive', what, payload }));
}
