import { el, freshId } from './dom.ts';
import { floating } from './floating.ts';

export interface ListItem {
  readonly label: string;
  readonly hint: string;
  readonly group: string | null;
  readonly selected: boolean;
}

export interface Listbox<Item extends ListItem> {
  /** Shows the items, or only the note when there are none. `active` is the highlighted one, -1 for none. */
  readonly show: (
    items: readonly Item[],
    options: { readonly active: number; readonly note: string | null },
  ) => void;
  readonly hide: () => void;
  readonly isOpen: () => boolean;
  readonly move: (step: 1 | -1) => void;
  readonly active: () => Item | null;
  readonly first: () => Item | null;
}

/**
 * The list of an ARIA combobox: the focus stays in the input, aria-activedescendant walks.
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function createListbox<Item extends ListItem>(parts: {
  readonly input: HTMLInputElement | HTMLTextAreaElement;
  readonly anchor: HTMLElement;
  readonly host: HTMLElement;
  readonly label: string;
  readonly onPick: (item: Item) => void;
}): Listbox<Item> {
  const { input, host } = parts;
  const panel = el('div', {
    id: freshId('list'),
    role: 'listbox',
    class: 'listbox',
    'aria-label': parts.label,
  });
  const panelPlace = floating(parts.anchor, panel, { wide: true });
  host.append(panel);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', panel.id);
  input.setAttribute('aria-expanded', 'false');
  let shown: readonly Item[] = [];
  let rows: readonly HTMLElement[] = [];
  let at = -1;

  const highlight = (next: number) => {
    rows[at]?.classList.remove('active');
    at = next;
    const row = rows[at];
    row?.classList.add('active');
    row?.scrollIntoView({ block: 'nearest' });
    if (row === undefined) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', row.id);
  };

  return {
    show(items, { active, note }) {
      shown = items;
      rows = items.map((item) => drawRow(item, parts.onPick));
      const below = note === null ? null : el('div', { class: 'list-note', role: 'status' }, note);
      panel.replaceChildren(...withGroups(items, rows), ...(below === null ? [] : [below]));
      input.setAttribute('aria-expanded', 'true');
      panelPlace.show();
      highlight(Math.min(active, items.length - 1));
    },
    hide() {
      panelPlace.hide();
      highlight(-1);
      shown = [];
      input.setAttribute('aria-expanded', 'false');
    },
    isOpen: panelPlace.isShown,
    move(step) {
      if (rows.length > 0)
        highlight(at < 0 && step < 0 ? rows.length - 1 : (at + step + rows.length) % rows.length);
    },
    active: () => shown[at] ?? null,
    first: () => shown[0] ?? null,
  };
}

function drawRow<Item extends ListItem>(item: Item, onPick: (item: Item) => void): HTMLElement {
  const attributes = {
    id: freshId('option'),
    role: 'option',
    class: 'list-row',
    'aria-selected': String(item.selected),
    // The press must not take the focus out of the input.
    onpointerdown: (event: Event) => event.preventDefault(),
    onclick: () => onPick(item),
  };
  const hint = item.hint === '' ? null : el('span', { class: 'list-hint' }, item.hint);
  return el('div', attributes, el('span', { class: 'list-label' }, item.label), hint);
}

function withGroups(items: readonly ListItem[], rows: readonly HTMLElement[]): readonly HTMLElement[] {
  return rows.flatMap((row, at) => {
    const group = items[at]?.group ?? null;
    const starts = group !== null && group !== items[at - 1]?.group;
    return starts ? [el('div', { class: 'list-group', role: 'presentation' }, group), row] : [row];
  });
}
