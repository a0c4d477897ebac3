import { byId } from '../parts/dom.ts';

const NARROW = matchMedia('(max-width: 900px)');

/**
 * The panels at the sides: the conversations, and the log of deliveries. On a wide window the log stands open until it
 * is folded; on a narrow one both lie over the messages and one is open at a time.
 */
export function prepareDrawers(): { readonly closeSidebar: () => void } {
  const page = byId('page');
  const sidebarButton = byId('sidebar-toggle');
  const logButton = byId('log-toggle');
  const set = (panel: 'sidebar' | 'log', open: boolean) => {
    page.classList.toggle(`${panel}-open`, open);
    (panel === 'sidebar' ? sidebarButton : logButton).setAttribute('aria-expanded', String(open));
  };
  const isOpen = (panel: 'sidebar' | 'log') => page.classList.contains(`${panel}-open`);
  const toggle = (panel: 'sidebar' | 'log', other: 'sidebar' | 'log') => {
    if (NARROW.matches) set(other, false);
    set(panel, !isOpen(panel));
  };
  sidebarButton.onclick = () => toggle('sidebar', 'log');
  logButton.onclick = () => toggle('log', 'sidebar');
  byId('log-close').onclick = () => {
    set('log', false);
    logButton.focus();
  };
  page.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && NARROW.matches && !event.defaultPrevented) {
      set('sidebar', false);
      set('log', false);
    }
  });
  const settle = () => {
    set('sidebar', false);
    set('log', !NARROW.matches);
  };
  NARROW.addEventListener('change', settle);
  settle();
  return { closeSidebar: () => set('sidebar', false) };
}
