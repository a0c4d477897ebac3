import { el, freshId } from './dom.ts';
import { floating } from './floating.ts';

export interface MenuItem {
  readonly label: string;
  readonly detail: string;
  /** true or false for one of a group, null for an item that only acts. */
  readonly checked: boolean | null;
  readonly picture?: Node;
  readonly onPick: () => void;
}

/**
 * Makes the button open a menu of these items (asked for at each opening), with the keyboard of an ARIA menu button:
 * arrows, Home, End, Enter, Escape, Tab.
 */
export function attachMenu(button: HTMLButtonElement, items: () => readonly MenuItem[]): HTMLElement {
  const panel = el('div', {
    id: freshId('menu'),
    role: 'menu',
    class: 'menu',
    'aria-label': button.ariaLabel ?? '',
  });
  const place = floating(button, panel, { wide: false });
  button.setAttribute('aria-haspopup', 'menu');
  button.setAttribute('aria-expanded', 'false');
  const outside = (event: Event) => {
    if (event.target instanceof Node && !panel.contains(event.target) && !button.contains(event.target))
      close(false);
  };
  const close = (returnFocus: boolean) => {
    place.hide();
    button.setAttribute('aria-expanded', 'false');
    removeEventListener('pointerdown', outside, true);
    if (returnFocus) button.focus();
  };
  const open = (from: 'first' | 'last') => {
    panel.replaceChildren(...items().map((item) => drawItem(item, close)));
    place.show();
    button.setAttribute('aria-expanded', 'true');
    addEventListener('pointerdown', outside, true);
    rowsOf(panel)
      .at(from === 'first' ? 0 : -1)
      ?.focus();
  };
  button.addEventListener('click', () => (place.isShown() ? close(true) : open('first')));
  button.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    open(event.key === 'ArrowDown' ? 'first' : 'last');
  });
  panel.addEventListener('keydown', (event) => onMenuKey(event, panel, close));
  return panel;
}

function rowsOf(panel: HTMLElement): readonly HTMLElement[] {
  return [...panel.querySelectorAll<HTMLElement>('.menu-row')];
}

function drawItem(item: MenuItem, close: (returnFocus: boolean) => void): HTMLElement {
  const row = el(
    'button',
    {
      type: 'button',
      class: 'menu-row',
      tabindex: -1,
      role: item.checked === null ? 'menuitem' : 'menuitemradio',
      'aria-checked': item.checked === null ? null : String(item.checked),
      onclick: () => {
        close(true);
        item.onPick();
      },
    },
    item.picture ?? null,
    el('span', { class: 'menu-label' }, item.label),
    item.detail === '' ? null : el('span', { class: 'menu-detail' }, item.detail),
  );
  return row;
}

function onMenuKey(event: KeyboardEvent, panel: HTMLElement, close: (returnFocus: boolean) => void): void {
  const rows = rowsOf(panel);
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (target !== undefined) rows.at(target % rows.length)?.focus();
  else if (event.key === 'Escape' || event.key === 'Tab') close(event.key === 'Escape');
  if (event.key === 'Tab' || (target === undefined && event.key !== 'Escape')) return;
  event.preventDefault();
  event.stopPropagation();
}
