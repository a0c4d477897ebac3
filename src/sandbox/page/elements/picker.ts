import { el } from '../parts/dom.ts';
import { icon } from '../parts/icons.ts';
import { createListbox, type ListItem } from '../parts/listbox.ts';

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
  let chosen = parts.chosen;
  let asked = 0;

  const list = createListbox<Choice>({
    input,
    anchor: box,
    host: box,
    label: parts.placeholder || '候補',
    onPick: (choice) => pick(choice),
  });
  const isChosen = (choice: Choice) => chosen.some(({ value }) => value === choice.value);
  const settle = () => {
    input.value = parts.multi ? '' : (chosen[0]?.label ?? '');
    input.placeholder = parts.multi && chosen.length > 0 ? '' : parts.placeholder;
    const remove = (choice: Choice) => change(chosen.filter((other) => other !== choice));
    chips.replaceChildren(...(parts.multi ? chosen.map((choice) => drawChip(choice, remove)) : []));
  };
  const change = (next: readonly Choice[]) => {
    chosen = next;
    settle();
    parts.onChange(chosen);
  };
  const pick = (choice: Choice) => {
    list.hide();
    if (!parts.multi) change([choice]);
    else if (isChosen(choice)) change(chosen.filter(({ value }) => value !== choice.value));
    else if (parts.most === null || chosen.length < parts.most) change([...chosen, choice]);
  };
  const show = (choices: readonly Choice[] | null) => {
    const marked = (choices ?? []).map((choice) => ({ ...choice, selected: isChosen(choice) }));
    const none =
      choices === null ? '候補を取得できませんでした。もう一度お試しください。' : '一致する候補はありません';
    list.show(marked, { active: 0, note: marked.length === 0 ? none : null });
  };
  const search = async (typed: string) => {
    asked += 1;
    const mine = asked;
    if (typed.length < parts.fewest)
      return list.show([], { active: -1, note: `${parts.fewest}文字以上入力すると検索します` });
    const found = parts.load(typed);
    if (!(found instanceof Promise)) return show(found);
    list.show([], { active: -1, note: '検索中…' });
    const choices = await found;
    if (mine === asked && document.activeElement === input) show(choices);
  };

  input.oninput = () => void search(input.value.trim());
  input.onclick = () => void (list.isOpen() ? null : search(''));
  input.onfocus = () => input.select();
  input.onblur = () => {
    list.hide();
    settle();
  };
  input.onkeydown = (event) => {
    if (event.isComposing) return;
    const handled = onPickerKey(event.key, list, () => void search(''));
    if (handled === 'pick') {
      const active = list.active();
      if (active !== null) pick(active);
    }
    const clears =
      ['Backspace', 'Delete'].includes(event.key) &&
      (parts.multi ? input.value === '' : isAllSelected(input));
    if (clears && chosen.length > 0) change(chosen.slice(0, -1));
    if (handled === null && !(clears && !parts.multi)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  settle();
  return box;
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
