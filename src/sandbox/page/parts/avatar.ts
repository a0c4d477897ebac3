import type { PageState } from '../protocol.ts';
import { personName } from '../text/person-name.ts';
import { el } from './dom.ts';

const COLOURS = 8;

/** A coloured square with the first letter of the name; the colour belongs to the id. The bot has its own mark. */
export function avatar(id: string, state: PageState): HTMLElement {
  if (id === state.bot.id) return appMark();
  const name = personName(id, state) ?? '?';
  const colour =
    Array.from(id, (letter) => letter.codePointAt(0) ?? 0).reduce((sum, code) => sum + code, 0) % COLOURS;
  return el('span', { class: `avatar colour-${colour}`, 'aria-hidden': 'true' }, Array.from(name)[0] ?? '?');
}

/** The bot's picture: the character 進 on its colour. */
export function appMark(): HTMLElement {
  return el('span', { class: 'avatar app-mark', 'aria-hidden': 'true' }, '進');
}
