import type { ActionsBlock, Button } from '@slack/types';
import { actions, askButton } from '../../blocks/build.ts';
import type { Page } from '../../pages.ts';
import type { Words } from '../../words/index.ts';

/** Where the buttons below a page lead: `ask` without page, and further buttons behind the page buttons. */
export interface Navigation {
  readonly ask: string;
  readonly more: readonly Button[];
}

/** Buttons to the neighbouring pages and whatever else; null where there is none. */
export function navigation(page: Page<unknown>, { ask, more }: Navigation, words: Words): ActionsBlock[] {
  const buttons: Button[] = [];
  if (page.before > 0) {
    const label = words('button.previous', { count: page.before });
    buttons.push(askButton({ id: 'previous', label, ask: `${ask} p${page.number - 1}` }));
  }
  if (page.after > 0) {
    const label = words('button.next', { count: page.after });
    buttons.push(askButton({ id: 'next', label, ask: `${ask} p${page.number + 1}`, style: 'primary' }));
  }
  const all = [...buttons, ...more];
  return all.length === 0 ? [] : [actions('navigation', all)];
}

/** So many characters of a project's name stand beside the count. */
export const mostOfName = 150;

/** 1–10 / 45件, and the page where there are several. */
export function pageCount(page: Page<unknown>, words: Words): string {
  const counts = { from: page.from, to: page.to, total: page.total };
  if (page.total === 1) return words('page.only');
  const count = page.from === page.to ? words('page.countOne', counts) : words('page.count', counts);
  return page.of === 1 ? count : `${count}${words('page.of', { number: page.number, of: page.of })}`;
}
