import type { Offer } from './completion.ts';

/** What the keys of the composer can do. */
export interface ComposerKeys {
  readonly list: {
    readonly isOpen: () => boolean;
    readonly hide: () => void;
    readonly move: (step: 1 | -1) => void;
    readonly active: () => Offer | null;
    readonly first: () => Offer | null;
  };
  readonly take: (offer: Offer) => void;
  readonly recall: (step: 1 | -1) => boolean;
  readonly send: () => void;
}

/** Whether the key meant something to the composer; false leaves it to the browser. */
export function onComposerKey(event: KeyboardEvent, { list, take, recall, send }: ComposerKeys): boolean {
  const open = list.isOpen();
  if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
    const step = event.key === 'ArrowUp' ? -1 : 1;
    if (!open) return recall(step);
    list.move(step);
    return true;
  }
  if (event.key === 'Escape' && open) {
    list.hide();
    return true;
  }
  if (event.key === 'Tab' && !event.shiftKey && open) {
    const offer = list.active() ?? list.first();
    if (offer !== null) take(offer);
    return offer !== null;
  }
  if (event.key !== 'Enter' || event.shiftKey) return false;
  const active = open ? list.active() : null;
  if (active === null) send();
  else take(active);
  return true;
}
