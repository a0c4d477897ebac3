import type { Json } from '../json.ts';
import type { Check, Problem, Shape } from './check.ts';
import { boolean, integer, list, object, oneOf, pattern, problem, string } from './check.ts';
import {
  confirm,
  imageSource,
  initialAmongOffered,
  option,
  optionGroups,
  plainText,
  url,
} from './composition.ts';
import { LIMITS } from './limits.ts';
import { richTextBlock } from './rich-text.ts';

const actionId = { action_id: string({ min: 1, max: LIMITS.actionId }) };
const focus = { focus_on_load: boolean };
const placeholder = { placeholder: plainText(LIMITS.placeholder) };
const dispatch = {
  dispatch_action_config: object({
    optional: {
      trigger_actions_on: list(oneOf(['on_enter_pressed', 'on_character_entered']), { max: 2 }),
    },
  }),
};
const menu = { ...actionId, ...focus, ...placeholder, confirm };
const many = { max_selected_items: integer({ min: 1, max: LIMITS.select }) };
const id = string({ min: 1, max: 255 });
const ids = list(id, { min: 0, max: LIMITS.select });
const responseUrl = { response_url_enabled: boolean };
const conversations = {
  default_to_current_conversation: boolean,
  filter: object({
    optional: {
      include: list(oneOf(['im', 'mpim', 'private', 'public']), { max: 4 }),
      exclude_external_shared_channels: boolean,
      exclude_bot_users: boolean,
    },
  }),
};
const date = pattern(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a date of the form YYYY-MM-DD');
const time = pattern(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of the form HH:mm');
const number = pattern(/^-?\d+(\.\d+)?$/, 'a number as a string');
const menuOption = option('menu');
const choice = option('choice');

/** A select has options or groups, one of both. */
function offersOnce(element: Json, at: string): readonly Problem[] {
  const both = (element.options === undefined) === (element.option_groups === undefined);
  return both ? problem(at, 'must have either options or option_groups') : initialAmongOffered(element, at);
}

function choices(max: number, initial: Readonly<Record<string, Check>>): Shape {
  return {
    required: { options: list(choice, { max }) },
    optional: { ...actionId, ...focus, confirm, ...initial },
    also: initialAmongOffered,
  };
}

const selects: Record<string, Shape> = {
  static_select: {
    optional: {
      ...menu,
      options: list(menuOption, { max: LIMITS.select }),
      option_groups: optionGroups,
      initial_option: menuOption,
    },
    also: offersOnce,
  },
  multi_static_select: {
    optional: {
      ...menu,
      ...many,
      options: list(menuOption, { max: LIMITS.select }),
      option_groups: optionGroups,
      initial_options: list(menuOption, { max: LIMITS.select }),
    },
    also: offersOnce,
  },
  external_select: {
    optional: { ...menu, initial_option: menuOption, min_query_length: integer({ min: 0, max: 255 }) },
  },
  multi_external_select: {
    optional: {
      ...menu,
      ...many,
      initial_options: list(menuOption, { max: LIMITS.select }),
      min_query_length: integer({ min: 0, max: 255 }),
    },
  },
  users_select: { optional: { ...menu, initial_user: id } },
  multi_users_select: { optional: { ...menu, ...many, initial_users: ids } },
  conversations_select: {
    optional: { ...menu, ...conversations, ...responseUrl, initial_conversation: id },
  },
  multi_conversations_select: {
    optional: { ...menu, ...many, ...conversations, initial_conversations: ids },
  },
  channels_select: { optional: { ...menu, ...responseUrl, initial_channel: id } },
  multi_channels_select: { optional: { ...menu, ...many, initial_channels: ids } },
};

const pickers: Record<string, Shape> = {
  datepicker: { optional: { ...menu, initial_date: date } },
  timepicker: { optional: { ...menu, initial_time: time, timezone: string({ min: 1, max: 255 }) } },
  datetimepicker: {
    optional: {
      ...actionId,
      ...focus,
      confirm,
      initial_date_time: integer({ min: 1_000_000_000, max: 9_999_999_999 }),
    },
  },
  radio_buttons: choices(LIMITS.radio, { initial_option: choice }),
  checkboxes: choices(LIMITS.checkboxes, { initial_options: list(choice, { max: LIMITS.checkboxes }) }),
};

const presses: Record<string, Shape> = {
  button: {
    required: { text: plainText(LIMITS.button.text) },
    optional: {
      ...actionId,
      confirm,
      url,
      value: string({ max: LIMITS.button.value }),
      style: oneOf(['primary', 'danger']),
      accessibility_label: string({ min: 1, max: LIMITS.button.accessibilityLabel }),
    },
  },
  overflow: {
    required: { options: list(option('overflow'), { max: LIMITS.overflow }) },
    optional: { ...actionId, confirm },
  },
};

function textInput(extra: Readonly<Record<string, Check>>, also?: Shape['also']): Shape {
  const optional = { ...actionId, ...focus, ...placeholder, ...dispatch, ...extra };
  return also === undefined ? { optional } : { optional, also };
}

/** A text that stands in the field at first must itself be one that the field takes. */
function plainTextFits(element: Json, at: string): readonly Problem[] {
  const { initial_value, min_length = 0, max_length = LIMITS.plainTextInput } = element;
  if (Number(min_length) > Number(max_length)) return problem(at, 'min_length is over max_length');
  const length = typeof initial_value === 'string' ? initial_value.length : 0;
  return length > Number(max_length) ? problem(at, 'initial_value is longer than max_length') : [];
}

const inputs: Record<string, Shape> = {
  plain_text_input: textInput(
    {
      initial_value: string({ max: LIMITS.plainTextInput }),
      multiline: boolean,
      min_length: integer({ min: 0, max: LIMITS.plainTextInput }),
      max_length: integer({ min: 1, max: LIMITS.plainTextInput }),
    },
    plainTextFits,
  ),
  number_input: {
    required: { is_decimal_allowed: boolean },
    optional: {
      ...actionId,
      ...focus,
      ...placeholder,
      ...dispatch,
      initial_value: number,
      min_value: number,
      max_value: number,
    },
    also: ({ min_value, max_value }, at) =>
      Number(min_value) > Number(max_value) ? problem(at, 'min_value is over max_value') : [],
  },
  email_text_input: textInput({ initial_value: string({ max: LIMITS.emailInput }) }),
  url_text_input: textInput({ initial_value: url }),
  rich_text_input: textInput({
    initial_value: richTextBlock,
    min_lines: integer({ min: 1, max: LIMITS.richTextLines }),
    max_lines: integer({ min: 1, max: LIMITS.richTextLines }),
  }),
  file_input: {
    optional: {
      ...actionId,
      filetypes: list(string({ min: 1, max: 255 }), { max: 255 }),
      max_files: integer({ min: 1, max: LIMITS.fileInput }),
    },
  },
};

const feedback = object({
  required: { text: plainText(LIMITS.button.text), value: string({ max: LIMITS.button.value }) },
  optional: { accessibility_label: string({ min: 1, max: LIMITS.button.accessibilityLabel }) },
});

/** What stands in a `context_actions` block. */
export const contextActionElements: Record<string, Shape> = {
  feedback_buttons: {
    required: { positive_button: feedback, negative_button: feedback },
    optional: actionId,
  },
  icon_button: {
    required: { icon: string({ min: 1, max: 255 }), text: plainText(LIMITS.button.text) },
    optional: {
      ...actionId,
      confirm,
      value: string({ max: LIMITS.button.value }),
      accessibility_label: string({ min: 1, max: LIMITS.button.accessibilityLabel }),
      visible_to_user_ids: ids,
    },
  },
};

export const imageElement: Record<string, Shape> = { image: imageSource };

/** What may stand in an `actions` block. */
export const actionElements: Record<string, Shape> = { ...presses, ...selects, ...pickers };

/** What may stand beside a section; a `datetimepicker` may not. */
export const accessories: Record<string, Shape> = Object.fromEntries(
  Object.entries({ ...actionElements, ...imageElement }).filter(([type]) => type !== 'datetimepicker'),
);

/** What may stand in an `input` block. */
export const inputElements: Record<string, Shape> = { ...inputs, ...selects, ...pickers };
