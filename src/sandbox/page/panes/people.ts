import { avatar } from '../parts/avatar.ts';
import { byId, el } from '../parts/dom.ts';
import { icon } from '../parts/icons.ts';
import { attachMenu } from '../parts/menu.ts';
import type { PageState } from '../protocol.ts';

/** The switch between the people of the demonstration: 「あなた: 名前（役割）」 with a menu of all. */
export function createPersonSwitch(watchAs: (person: string) => void): (state: PageState) => void {
  const button = el('button', { type: 'button', class: 'person-switch', 'aria-label': 'あなたが誰かを選ぶ' });
  let state: PageState | null = null;
  const menu = attachMenu(button, () =>
    (state?.people ?? []).map((person) => ({
      label: person.realName,
      detail: person.role,
      checked: person.id === state?.me,
      ...(state === null ? {} : { picture: avatar(person.id, state) }),
      onPick: () => watchAs(person.id),
    })),
  );
  byId('person').append(button, menu);
  return (next) => {
    const same = state !== null && state.me === next.me;
    state = next;
    if (same) return;
    const me = next.people.find(({ id }) => id === next.me);
    button.ariaLabel = `あなた: ${me?.realName ?? ''}（${me?.role ?? ''}）。別の人に替わる`;
    button.replaceChildren(
      avatar(next.me, next),
      el('span', { class: 'person-name' }, `あなた: ${me?.realName ?? ''}`),
      el('span', { class: 'person-role' }, me?.role ?? ''),
      icon('down'),
    );
  };
}
