const GAP = 4;
const EDGE = 8;

export interface Floating {
  readonly show: () => void;
  readonly hide: () => void;
  readonly isShown: () => boolean;
}

/**
 * A panel above everything else (also above a modal) that stands below its anchor, or above it when there is no room.
 * It follows the anchor while something scrolls. `wide` makes it at least as wide as the anchor.
 */
export function floating(
  anchor: HTMLElement,
  panel: HTMLElement,
  options: { readonly wide: boolean },
): Floating {
  panel.popover = 'manual';
  const place = () => {
    if (!anchor.isConnected) return hide();
    const box = anchor.getBoundingClientRect();
    if (options.wide) panel.style.minWidth = `${Math.min(box.width, innerWidth - 2 * EDGE)}px`;
    const { offsetHeight: height, offsetWidth: width } = panel;
    const below = box.bottom + GAP + height <= innerHeight - EDGE || box.top < innerHeight - box.bottom;
    const top = below ? box.bottom + GAP : box.top - GAP - height;
    panel.style.top = `${Math.max(EDGE, Math.min(top, innerHeight - EDGE - height))}px`;
    panel.style.left = `${Math.max(EDGE, Math.min(box.left, innerWidth - EDGE - width))}px`;
  };
  const isShown = () => panel.isConnected && panel.matches(':popover-open');
  const hide = () => {
    removeEventListener('resize', place);
    removeEventListener('scroll', place, true);
    if (isShown()) panel.hidePopover();
  };
  const show = () => {
    if (!panel.isConnected) return;
    if (!isShown()) {
      panel.showPopover();
      addEventListener('resize', place);
      addEventListener('scroll', place, { capture: true, passive: true });
    }
    place();
  };
  return { show, hide, isShown };
}
