import type { Json } from '../json.ts';
import { isJson, jsonList } from '../json.ts';
import { checkBlocks } from './blocks.ts';
import type { Check, Problem } from './check.ts';
import { boolean, object, oneOf, problem, string } from './check.ts';
import { plainText } from './composition.ts';
import { LIMITS } from './limits.ts';
import type { BlockRefusal } from './message-check.ts';
import { inSlackWords, withIds } from './message-check.ts';

const common = {
  private_metadata: string({ max: LIMITS.view.privateMetadata }),
  callback_id: string({ max: LIMITS.view.callbackId }),
  external_id: string({ max: LIMITS.view.externalId }),
};

/** Blocks are looked at on their own: their limits depend on the surface. */
const blocks: Check = () => [];

const shapes: Record<'modal' | 'home', Check> = {
  modal: object({
    required: { type: oneOf(['modal']), title: plainText(LIMITS.view.title), blocks },
    optional: {
      ...common,
      submit: plainText(LIMITS.view.button),
      close: plainText(LIMITS.view.button),
      clear_on_close: boolean,
      notify_on_close: boolean,
    },
    also: needsSubmit,
  }),
  home: object({ required: { type: oneOf(['home']), blocks }, optional: common }),
};

/** Fields without a button to send them make no sense; Slack refuses them. */
function needsSubmit(view: Json, at: string): readonly Problem[] {
  const hasInput = jsonList(view.blocks).some(({ type }) => type === 'input');
  return hasInput && view.submit === undefined
    ? problem(at, 'missing required field: submit, as there is an input block')
    : [];
}

/**
 * Looks at a view as `views.open` and its kin do.
 *
 * @returns The refusal, or null when Slack takes it.
 */
export function checkView(view: unknown, type: 'modal' | 'home'): BlockRefusal | null {
  const problems = shapes[type](view, '/view');
  const inBlocks = isJson(view) ? checkBlocks(view.blocks, type, '/view/blocks') : [];
  const all = [...problems, ...inBlocks];
  if (all.length > 0) return { error: 'invalid_arguments', messages: all.map(inSlackWords) };
  return Buffer.byteLength(JSON.stringify(view)) > LIMITS.viewBytes
    ? { error: 'view_too_large', messages: [] }
    : null;
}

/** A view with the ids that Slack fills in where the bot named none. */
export function viewWithIds(view: Json): Json {
  return { ...view, blocks: withIds(view.blocks) };
}
