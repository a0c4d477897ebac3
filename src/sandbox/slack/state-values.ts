import { elementsOf } from './blocks/blocks.ts';
import type { Json } from './json.ts';
import { jsonList, textOf } from './json.ts';
import type { Values } from './state/views.ts';

/** How a field tells what stands in it: the name of its value, of its initial value, and what it says when empty. */
interface Holding {
  readonly field: string;
  readonly initial: string;
  readonly empty: unknown;
}

const holds = (field: string, initial: string, empty: unknown): Holding => ({ field, initial, empty });

/** By element type, from https://docs.slack.dev/reference/views#state; buttons and overflow menus hold nothing. */
export const HOLDINGS: Readonly<Record<string, Holding>> = {
  plain_text_input: holds('value', 'initial_value', null),
  number_input: holds('value', 'initial_value', null),
  email_text_input: holds('value', 'initial_value', null),
  url_text_input: holds('value', 'initial_value', null),
  rich_text_input: holds('rich_text_value', 'initial_value', undefined),
  file_input: holds('files', 'initial_files', []),
  datepicker: holds('selected_date', 'initial_date', null),
  timepicker: holds('selected_time', 'initial_time', null),
  datetimepicker: holds('selected_date_time', 'initial_date_time', null),
  static_select: holds('selected_option', 'initial_option', null),
  external_select: holds('selected_option', 'initial_option', null),
  radio_buttons: holds('selected_option', 'initial_option', null),
  users_select: holds('selected_user', 'initial_user', null),
  conversations_select: holds('selected_conversation', 'initial_conversation', null),
  channels_select: holds('selected_channel', 'initial_channel', null),
  checkboxes: holds('selected_options', 'initial_options', []),
  multi_static_select: holds('selected_options', 'initial_options', []),
  multi_external_select: holds('selected_options', 'initial_options', []),
  multi_users_select: holds('selected_users', 'initial_users', []),
  multi_conversations_select: holds('selected_conversations', 'initial_conversations', []),
  multi_channels_select: holds('selected_channels', 'initial_channels', []),
};

/** What a field holds: what was put in, or what it began with, or nothing in the way its type says nothing. */
function held(element: Json, given: Json | undefined): Json | null {
  const type = textOf(element.type) ?? '';
  const holding = Object.hasOwn(HOLDINGS, type) ? HOLDINGS[type] : undefined;
  if (holding === undefined) return null;
  const { field, initial, empty } = holding;
  const value = given !== undefined && field in given ? given[field] : element[initial];
  const isEmpty = value === undefined || value === null || value === '';
  return { type, [field]: isEmpty ? empty : value };
}

/**
 * What stands in every field of a view or message, as Slack sends it: block id → action id → value.
 *
 * @param given What was typed or chosen; other fields hold their initial values, or null.
 */
export function stateValues(blocks: unknown, given: Values): Values {
  const all = jsonList(blocks).map((block) => {
    const id = textOf(block.block_id) ?? '';
    const fields = elementsOf(block).flatMap((element) => {
      const action = textOf(element.action_id) ?? '';
      const value = held(element, given[id]?.[action]);
      return value === null ? [] : [[action, value] as const];
    });
    return [id, Object.fromEntries(fields)] as const;
  });
  return Object.fromEntries(all.filter(([, fields]) => Object.keys(fields).length > 0));
}
