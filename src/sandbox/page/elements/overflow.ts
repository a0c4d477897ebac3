import { el } from '../parts/dom.ts';
import { icon } from '../parts/icons.ts';
import { type Json, objectsIn, stringIn, wordsIn } from '../parts/json.ts';
import { attachMenu } from '../parts/menu.ts';
import { isOpenable } from '../text/nodes.ts';
import { askFirst } from './confirm.ts';
import { controlAttributes, type Place } from './surface.ts';

/** The ⋯ menu of an overflow element. */
export function drawOverflow(element: Json, place: Place): HTMLElement {
  const name = stringIn(element, 'accessibility_label') || 'その他の操作';
  const button = el(
    'button',
    { type: 'button', class: 'button overflow', ...controlAttributes(place, name) },
    icon('more'),
  );
  const menu = attachMenu(button, () =>
    objectsIn(element, 'options').map((option) => ({
      label: wordsIn(option, 'text'),
      detail: wordsIn(option, 'description'),
      checked: null,
      onPick: () => void pick(option, element, place),
    })),
  );
  return el('span', { class: 'overflow-box' }, button, menu);
}

async function pick(option: Json, element: Json, place: Place): Promise<void> {
  if (!(await askFirst(element, place.surface.state))) return;
  const url = stringIn(option, 'url');
  if (isOpenable(url)) window.open(url, '_blank', 'noopener');
  const { blockId, actionId } = place;
  await place.surface.act({ blockId, actionId, chosen: { selected_option: option } });
}
