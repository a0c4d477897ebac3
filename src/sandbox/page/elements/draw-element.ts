import { el } from '../parts/dom.ts';
import { type Json, stringIn } from '../parts/json.ts';
import { drawButton } from './button.ts';
import { drawChoices } from './choices.ts';
import { drawFileInput } from './file-input.ts';
import { drawOverflow } from './overflow.ts';
import { drawPicture } from './picture.ts';
import { drawSelect } from './selects.ts';
import type { Place } from './surface.ts';
import { drawDateInput, drawRichTextInput, drawTextInput } from './text-inputs.ts';

const DRAWERS: Readonly<Record<string, (element: Json, place: Place) => HTMLElement>> = {
  button: drawButton,
  overflow: drawOverflow,
  image: (element) => drawPicture(element, 'thumbnail'),
  plain_text_input: drawTextInput,
  number_input: drawTextInput,
  email_text_input: drawTextInput,
  url_text_input: drawTextInput,
  rich_text_input: drawRichTextInput,
  file_input: drawFileInput,
  datepicker: drawDateInput,
  timepicker: drawDateInput,
  radio_buttons: drawChoices,
  checkboxes: drawChoices,
  static_select: drawSelect,
  multi_static_select: drawSelect,
  external_select: drawSelect,
  multi_external_select: drawSelect,
  users_select: drawSelect,
  multi_users_select: drawSelect,
  conversations_select: drawSelect,
  multi_conversations_select: drawSelect,
  channels_select: drawSelect,
  multi_channels_select: drawSelect,
};

/** An element of Block Kit as a control; a red note for one that this page does not know. */
export function drawElement(element: Json, place: Omit<Place, 'actionId'>): HTMLElement {
  const type = stringIn(element, 'type');
  const draw = Object.hasOwn(DRAWERS, type) ? DRAWERS[type] : undefined;
  if (draw === undefined) return unknownNote(`この画面が知らない部品です: ${type}`);
  return draw(element, { ...place, actionId: stringIn(element, 'action_id') });
}

/** The red note in place of something that cannot be drawn. */
export function unknownNote(words: string): HTMLElement {
  return el('span', { class: 'unknown' }, words);
}
