import { el } from '../parts/dom.ts';
import {
  isJson,
  type Json,
  numberIn,
  objectIn,
  objectsIn,
  stringIn,
  stringsIn,
  wordsIn,
} from '../parts/json.ts';
import { beginValue, changeValue, controlAttributes, keepValue, type Place, tellBot } from './surface.ts';

const INPUT_TYPES: Readonly<Record<string, { readonly type: string; readonly inputmode: string }>> = {
  plain_text_input: { type: 'text', inputmode: 'text' },
  // Free text, so that "15.2％" gets an answer at its field instead of being swallowed by the browser.
  number_input: { type: 'text', inputmode: 'decimal' },
  email_text_input: { type: 'text', inputmode: 'email' },
  url_text_input: { type: 'text', inputmode: 'url' },
};

/** One line or many lines of text, a number, an address; the value is null while the field is empty. */
export function drawTextInput(element: Json, place: Place): HTMLElement {
  const type = stringIn(element, 'type');
  const initial = stringIn(element, 'initial_value') || null;
  const { value } = beginValue(place, { type, value: initial });
  const attributes = {
    ...controlAttributes(place, wordsIn(element, 'placeholder')),
    ...INPUT_TYPES[type],
    class: 'input',
    placeholder: wordsIn(element, 'placeholder'),
    maxlength: type === 'plain_text_input' ? (numberIn(element, 'max_length') ?? 3000) : null,
    autocomplete: 'off',
  };
  const multiline = element.multiline === true;
  const input = multiline ? el('textarea', { ...attributes, type: null, rows: 4 }) : el('input', attributes);
  input.value = typeof value === 'string' ? value : '';
  const current = () => ({ type, value: input.value === '' ? null : input.value });
  const onEach = stringsIn(objectIn(element, 'dispatch_action_config') ?? {}, 'trigger_actions_on');
  input.oninput = () => {
    keepValue(place, current());
    if (place.dispatches && onEach.includes('on_character_entered')) tellBot(place, current());
  };
  const onEnter = onEach.length === 0 || onEach.includes('on_enter_pressed');
  input.onkeydown = (event) => {
    if (event.key !== 'Enter' || event.isComposing || multiline || !place.dispatches || !onEnter) return;
    event.preventDefault();
    tellBot(place, current());
  };
  return input;
}

/** Slack's formatted text field, here as plain text: each line becomes text of one section. */
export function drawRichTextInput(element: Json, place: Place): HTMLElement {
  const type = 'rich_text_input';
  const begun = beginValue(place, { type, rich_text_value: element.initial_value ?? null });
  const input = el('textarea', {
    ...controlAttributes(place, wordsIn(element, 'placeholder')),
    class: 'input',
    rows: 4,
    placeholder: wordsIn(element, 'placeholder'),
  });
  input.value = isJson(begun.rich_text_value) ? plainOf(begun.rich_text_value) : '';
  input.oninput = () => keepValue(place, { type, rich_text_value: richOf(input.value) });
  return input;
}

function plainOf(rich: Json): string {
  const inner = objectsIn(rich, 'elements').map(plainOf).join('');
  return stringIn(rich, 'type') === 'text' ? stringIn(rich, 'text') : inner;
}

function richOf(text: string): Json | null {
  if (text === '') return null;
  const section = { type: 'rich_text_section', elements: [{ type: 'text', text }] };
  return { type: 'rich_text', elements: [section] };
}

const DATE_FIELDS: Readonly<
  Record<string, { readonly input: string; readonly field: string; readonly name: string }>
> = {
  datepicker: { input: 'date', field: 'date', name: '日付を選択' },
  timepicker: { input: 'time', field: 'time', name: '時刻を選択' },
};

/** A date (2020-08-24) or a time (09:30) with the browser's own picker. */
export function drawDateInput(element: Json, place: Place): HTMLElement {
  const type = stringIn(element, 'type');
  const kind = DATE_FIELDS[type] ?? { input: 'date', field: 'date', name: '' };
  const field = `selected_${kind.field}`;
  const begun = beginValue(place, { type, [field]: element[`initial_${kind.field}`] ?? null });
  const name = wordsIn(element, 'placeholder') || kind.name;
  const input = el('input', { ...controlAttributes(place, name), class: 'input short', type: kind.input });
  input.value = stringIn(begun, field);
  input.onchange = () => changeValue(place, { type, [field]: input.value === '' ? null : input.value });
  return input;
}
