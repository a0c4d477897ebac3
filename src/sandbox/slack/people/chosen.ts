import { offeredOptions } from '../blocks/composition.ts';
import type { Json } from '../json.ts';
import { isJson, textOf } from '../json.ts';
import { HOLDINGS } from '../state-values.ts';
import { Impossible } from './impossible.ts';

/** Elements whose options the bot sent with them: nothing else can be chosen. */
const CLOSED = new Set(['static_select', 'multi_static_select', 'radio_buttons', 'checkboxes', 'overflow']);

/** The option of the element that bears this value, whole. */
function offered(element: Json, chosen: unknown): Json {
  const value = isJson(chosen) ? chosen.value : undefined;
  const option = offeredOptions(element).find((each) => each.value === value);
  if (option === undefined) throw new Impossible(`${String(value)} is not among the options`);
  return option;
}

/** What a choice says about itself in `actions[0]`, besides its ids. */
function choice(element: Json, chosen: Json): Json {
  const type = textOf(element.type) ?? '';
  if (type === 'button') {
    const { text, value, url, style } = element;
    return Object.fromEntries(
      Object.entries({ text, value, url, style }).filter(([, held]) => held !== undefined),
    );
  }
  if (!CLOSED.has(type)) return chosen;
  if (Array.isArray(chosen.selected_options))
    return { selected_options: chosen.selected_options.map((each: unknown) => offered(element, each)) };
  return {
    selected_option: chosen.selected_option === null ? null : offered(element, chosen.selected_option),
  };
}

/** Fields of the element that Slack repeats in the action. */
const REPEATED = ['placeholder', 'initial_option', 'initial_options', 'initial_date', 'confirm'];

/**
 * The action as the bot is told of it.
 *
 * @param chosen What was chosen: `{ selected_option: { value } }`, `{ selected_date }`, `{}` for a button.
 * @throws {Impossible} when it is not among what the element offers.
 */
export function actionOf(element: Json, chosen: Json): Json {
  const repeated = REPEATED.filter((field) => element[field] !== undefined);
  return {
    type: element.type,
    action_id: element.action_id,
    ...choice(element, chosen),
    ...Object.fromEntries(repeated.map((field) => [field, element[field]])),
  };
}

/** What then stands in the field, or null for an element that holds nothing. */
export function heldAfter(element: Json, action: Json): Json | null {
  const type = textOf(element.type) ?? '';
  const field = Object.hasOwn(HOLDINGS, type) ? HOLDINGS[type]?.field : undefined;
  return field === undefined ? null : { type, [field]: action[field] ?? null };
}
