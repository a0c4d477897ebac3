import { el } from '../parts/dom.ts';
import { type Json, stringIn, wordsIn } from '../parts/json.ts';
import { drawPlain } from '../text/draw-text.ts';
import { isOpenable } from '../text/nodes.ts';
import { askFirst } from './confirm.ts';
import { controlAttributes, type Place } from './surface.ts';

/** A button; with a `url` it also opens the address, and it tells the bot in either case, as Slack does. */
export function drawButton(element: Json, place: Place): HTMLElement {
  const style = stringIn(element, 'style');
  const button = el(
    'button',
    {
      type: 'button',
      class: ['primary', 'danger'].includes(style) ? `button ${style}` : 'button',
      ...controlAttributes(place, stringIn(element, 'accessibility_label')),
      onclick: () => void press(button, element, place),
    },
    ...drawPlain(wordsIn(element, 'text')),
  );
  return button;
}

async function press(button: HTMLButtonElement, element: Json, place: Place): Promise<void> {
  // A second press while the first is under way would be a second action for the bot.
  if (button.ariaBusy === 'true') return;
  if (!(await askFirst(element, place.surface.state))) return;
  const url = stringIn(element, 'url');
  if (isOpenable(url)) window.open(url, '_blank', 'noopener');
  button.ariaBusy = 'true';
  const { blockId, actionId } = place;
  await place.surface.act({ blockId, actionId, chosen: {} });
  button.ariaBusy = 'false';
}
