import { el, freshId } from '../parts/dom.ts';
import { type Json, objectIn, objectsIn, stringIn } from '../parts/json.ts';
import { drawTextObject } from '../text/draw-text.ts';
import { beginValue, changeValue, controlAttributes, type Place } from './surface.ts';

/** Radio buttons or checkboxes with their descriptions. */
export function drawChoices(element: Json, place: Place): HTMLElement {
  const type = stringIn(element, 'type');
  const many = type === 'checkboxes';
  const options = objectsIn(element, 'options');
  const begun = beginValue(
    place,
    many
      ? { type, selected_options: objectsIn(element, 'initial_options') }
      : { type, selected_option: objectIn(element, 'initial_option') },
  );
  const chosen = many ? objectsIn(begun, 'selected_options') : [objectIn(begun, 'selected_option') ?? {}];
  const chosenValues = new Set(chosen.map((option) => stringIn(option, 'value')));
  const group = freshId('choice');
  const boxes = options.map((option) => {
    const checked = chosenValues.has(stringIn(option, 'value'));
    const value = stringIn(option, 'value');
    return el('input', {
      type: many ? 'checkbox' : 'radio',
      name: group,
      value,
      checked,
      'data-focus': `${place.blockId}/${place.actionId}/${value}`,
    });
  });
  const read = () => {
    const picked = options.filter((_, at) => boxes[at]?.checked === true);
    return many ? { type, selected_options: picked } : { type, selected_option: picked[0] ?? null };
  };
  for (const box of boxes) box.onchange = () => changeValue(place, read());
  const rows = options.map((option, at) => drawRow(option, boxes[at] ?? el('input'), place));
  const attributes = controlAttributes(place, '選択肢');
  return el(
    'div',
    { ...attributes, class: 'choices', role: many ? 'group' : 'radiogroup', tabindex: -1 },
    ...rows,
  );
}

function drawRow(option: Json, box: HTMLInputElement, { surface }: Place): HTMLElement {
  const description = objectIn(option, 'description');
  return el(
    'label',
    { class: 'choice' },
    box,
    el(
      'span',
      {},
      drawTextObject(objectIn(option, 'text'), surface.state),
      description === null
        ? null
        : el('span', { class: 'choice-detail' }, drawTextObject(description, surface.state)),
    ),
  );
}
