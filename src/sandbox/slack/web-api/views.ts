import { z } from 'zod';
import { checkView, viewWithIds } from '../blocks/view-check.ts';
import type { Desk } from '../desk.ts';
import type { Json } from '../json.ts';
import { textOf } from '../json.ts';
import type { Trigger } from '../state/triggers.ts';
import type { ViewRecord } from '../state/views.ts';
import { STACK_LIMIT } from '../state/views.ts';
import { viewOutput } from '../view-output.ts';
import type { Answer, Method } from './method.ts';
import { method } from './method.ts';

const View = z.record(z.string(), z.unknown());

/** Whether another view already bears the external id: they are unique within a team. */
function externalIdTaken(desk: Desk, view: Json, by?: ViewRecord): boolean {
  const externalId = textOf(view.external_id) ?? '';
  const holder = externalId === '' ? null : desk.views.findExternal(externalId);
  return holder !== null && holder.id !== by?.id;
}

/** Whether the trigger came out of a modal that is still open: a modal opened with it lies on top. */
function fromModal(desk: Desk, { person, viewId }: Trigger): boolean {
  return desk.views.modals(person).some(({ id }) => id === viewId);
}

function shown(desk: Desk, record: ViewRecord): Answer {
  return { ok: { view: viewOutput(desk, record, {}) } };
}

function open(desk: Desk, args: { trigger_id: string; view: Json }, how: 'open' | 'push'): Answer {
  const refused = checkView(args.view, 'modal');
  if (refused !== null) return refused;
  const looked = desk.triggers.look(args.trigger_id);
  if ('error' in looked) return looked;
  const { person } = looked.trigger;
  const onTop = fromModal(desk, looked.trigger);
  if (how === 'push' && !onTop) return { error: 'invalid_trigger_id' };
  if (onTop && desk.views.modals(person).length >= STACK_LIMIT) return { error: 'push_limit_reached' };
  if (externalIdTaken(desk, args.view)) return { error: 'duplicate_external_id' };
  desk.triggers.exchange(args.trigger_id);
  return shown(desk, desk.views.open({ person, view: viewWithIds(args.view), onTop }));
}

const Opening = z.object({ trigger_id: z.string(), view: View });

const update = method({
  scope: null,
  args: z
    .object({
      view: View,
      view_id: z.string().optional(),
      external_id: z.string().optional(),
      hash: z.string().optional(),
    })
    .refine(({ view_id, external_id }) => (view_id ?? external_id) !== undefined, {
      message: 'missing required field: view_id or external_id',
    }),
  run: (desk, { view, view_id, external_id, hash }) => {
    const found =
      view_id === undefined ? desk.views.findExternal(external_id ?? '') : desk.views.find(view_id);
    if (found === null) return { error: 'not_found' };
    const refused = checkView(view, found.view.type === 'home' ? 'home' : 'modal');
    if (refused !== null) return refused;
    if (hash !== undefined && hash !== found.hash) return { error: 'hash_conflict' };
    if (externalIdTaken(desk, view, found)) return { error: 'duplicate_external_id' };
    return shown(desk, desk.views.replace(found, viewWithIds(view)));
  },
});

const publish = method({
  scope: null,
  args: z.object({ user_id: z.string(), view: View, hash: z.string().optional() }),
  run: (desk, { user_id, view, hash }) => {
    const refused = checkView(view, 'home');
    if (refused !== null) return refused;
    if (desk.workspace.person(user_id) === null)
      return { error: 'invalid_arguments', messages: ['[ERROR] invalid `user_id`'] };
    const before = desk.views.home(user_id);
    if (hash !== undefined && before !== null && hash !== before.hash) return { error: 'hash_conflict' };
    return shown(desk, desk.views.publish(user_id, viewWithIds(view)));
  },
});

/** `views.*`: modals and Home. */
export const viewMethods: Readonly<Record<string, Method>> = {
  'views.open': method({ scope: null, args: Opening, run: (desk, args) => open(desk, args, 'open') }),
  'views.push': method({ scope: null, args: Opening, run: (desk, args) => open(desk, args, 'push') }),
  'views.update': update,
  'views.publish': publish,
};
