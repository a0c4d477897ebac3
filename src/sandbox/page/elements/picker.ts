import { el } from '../parts/dom.ts';
import { icon } from '../parts/icons.ts';
import { createListbox, type Listbox, type ListItem } from '../parts/listbox.ts';

export interface Choice extends ListItem {
  readonly value: string;
  /** The option object or id that goes to the bot. */
  readonly raw: unknown;
}

export interface PickerParts {
  readonly multi: boolean;
  readonly most: number | null;
  readonly placeholder: string;
  readonly attributes: Readonly<Record<string, string | null>>;
  readonly chosen: readonly Choice[];
  /** The choices for what is typed: at once, or as a promise that shows 検索中 meanwhile; null when it failed. */
  readonly load: (typed: string) => readonly Choice[] | Promise<readonly Choice[] | null>;
  /** Below this many characters an external select asks for more. */
  readonly fewest: number;
  readonly onChange: (chosen: readonly Choice[]) => void;
}

/** A select in which one can type to search, for one or many choices: an ARIA combobox with chips. */
export function drawPicker(parts: PickerParts): HTMLElement {
  const input = el('input', {
    ...parts.attributes,
    class: 'picker-input',
    type: 'text',
    autocomplete: 'off',
  });
  const chips = el('span', { class: 'chips' });
  const box = el(
    'div',
    { class: 'picker' },
    chips,
    input,
    el('span', { class: 'picker-arrow' }, icon('down')),
  );
  const choosing = createChoosing(parts, { input, chips });
  const pick = (choice: Choice) => {
    list.hide();
    choosing.pick(choice);
  };
  const label = parts.placeholder || '候補';
  const list = createListbox<Choice>({ input, anchor: box, host: box, label, onPick: pick });
  const search = createSearch({ parts, list, input, isChosen: choosing.isChosen });

  input.oninput = () => search(input.value.trim());
  input.onclick = () => (list.isOpen() ? undefined : search(''));
  input.onfocus = () => input.select();
  input.onblur = () => {
    list.hide();
    choosing.settle();
  };
  input.onkeydown = (event) => {
    if (event.isComposing) return;
    const active = list.active();
    const handled = onPickerKey(event.key, list, () => search(''));
    if (handled === 'pick' && active !== null) pick(active);
    const dropped = ['Backspace', 'Delete'].includes(event.key) && choosing.drop();
    if (handled === null && !(dropped && !parts.multi)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  choosing.settle();
  return box;
}

interface Choosing {
  readonly isChosen: (choice: Choice) => boolean;
  readonly pick: (choice: Choice) => void;
  /** Takes the last choice away when the caret asks for it; whether it did. */
  readonly drop: () => boolean;
  /** Writes the choices into the field again, in place of what was typed to search. */
  readonly settle: () => void;
}

function createChoosing(
  parts: PickerParts,
  { input, chips }: { readonly input: HTMLInputElement; readonly chips: HTMLElement },
): Choosing {
  let chosen = parts.chosen;
  const isChosen = (choice: Choice) => chosen.some(({ value }) => value === choice.value);
  const without = (choice: Choice) => chosen.filter(({ value }) => value !== choice.value);
  const settle = () => {
    input.value = parts.multi ? '' : (chosen[0]?.label ?? '');
    input.placeholder = parts.multi && chosen.length > 0 ? '' : parts.placeholder;
    const remove = (choice: Choice) => change(without(choice));
    chips.replaceChildren(...(parts.multi ? chosen.map((choice) => drawChip(choice, remove)) : []));
  };
  const change = (next: readonly Choice[]) => {
    chosen = next;
    settle();
    parts.onChange(chosen);
  };
  return {
    isChosen,
    settle,
    pick(choice) {
      if (!parts.multi) change([choice]);
      else if (isChosen(choice)) change(without(choice));
      else if (parts.most === null || chosen.length < parts.most) change([...chosen, choice]);
    },
    drop() {
      const asks = parts.multi ? input.value === '' : isAllSelected(input);
      if (!asks || chosen.length === 0) return false;
      change(chosen.slice(0, -1));
      return true;
    },
  };
}

/** Shows the choices for what is typed; the answer to an older question never replaces that to a newer one. */
function createSearch(scene: {
  readonly parts: PickerParts;
  readonly list: Listbox<Choice>;
  readonly input: HTMLInputElement;
  readonly isChosen: (choice: Choice) => boolean;
}): (typed: string) => void {
  const { parts, list, input, isChosen } = scene;
  let asked = 0;
  const note = (words: string) => list.show([], { active: -1, note: words });
  const show = (choices: readonly Choice[] | null) => {
    if (choices === null) note('候補を取得できませんでした。もう一度お試しください。');
    else if (choices.length === 0) note('一致する候補はありません');
    else {
      const marked = choices.map((choice) => ({ ...choice, selected: isChosen(choice) }));
      list.show(marked, { active: 0, note: null });
    }
  };
  return (typed) => {
    asked += 1;
    const mine = asked;
    if (typed.length < parts.fewest) return note(`${parts.fewest}文字以上入力すると検索します`);
    const found = parts.load(typed);
    if (!(found instanceof Promise)) return show(found);
    note('検索中…');
    void found.then((choices) => {
      if (mine === asked && document.activeElement === input) show(choices);
    });
  };
}

function isAllSelected(input: HTMLInputElement): boolean {
  return input.selectionStart === 0 && input.selectionEnd === input.value.length;
}

type OpenList = { isOpen: () => boolean; hide: () => void; move: (step: 1 | -1) => void };

function onPickerKey(key: string, list: OpenList, open: () => void): 'done' | 'pick' | null {
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    if (list.isOpen()) list.move(key === 'ArrowDown' ? 1 : -1);
    else open();
    return 'done';
  }
  if (!list.isOpen()) return null;
  if (key === 'Enter') return 'pick';
  // Escape belongs to the list while it is open; the modal behind it stays.
  if (key !== 'Escape') return null;
  list.hide();
  return 'done';
}

function drawChip(choice: Choice, remove: (choice: Choice) => void): HTMLElement {
  return el(
    'span',
    { class: 'chip' },
    choice.label,
    el(
      'button',
      {
        type: 'button',
        class: 'chip-close',
        'aria-label': `${choice.label}を外す`,
        onclick: () => remove(choice),
      },
      icon('close'),
    ),
  );
}
