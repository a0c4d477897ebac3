export interface Keyed {
  readonly key: string;
  /** Two equal signatures draw the same: the standing element is kept, with its focus, selection and open menus. */
  readonly signature: string;
  readonly draw: () => HTMLElement;
}

const drawn = new WeakMap<Element, Map<string, { signature: string; element: HTMLElement }>>();

/** Makes the items the children of `parent`, in order, drawing only those that are new or changed. */
export function showKeyed(parent: HTMLElement, items: readonly Keyed[]): void {
  const before = drawn.get(parent) ?? new Map<string, { signature: string; element: HTMLElement }>();
  const after: typeof before = new Map();
  for (const item of items) {
    const standing = before.get(item.key);
    const element =
      standing?.signature === item.signature ? standing.element : redraw(item, standing?.element);
    after.set(item.key, { signature: item.signature, element });
  }
  drawn.set(parent, after);
  for (const [key, { element }] of before) if (after.get(key)?.element !== element) element.remove();
  let cursor = parent.firstElementChild;
  for (const { element } of after.values()) {
    if (element === cursor) cursor = cursor.nextElementSibling;
    else parent.insertBefore(element, cursor);
  }
}

function redraw(item: Keyed, standing: HTMLElement | undefined): HTMLElement {
  const focused = focusKeyWithin(standing);
  const element = item.draw();
  // The element joins the document only after this call returns.
  if (focused !== null) queueMicrotask(() => refocus(element, focused));
  return element;
}

/**
 * Which control inside the element has the focus, by its `data-focus`, so that a redrawn one can take it over; '' for
 * the element itself or something without a name, null where the focus is elsewhere.
 */
export function focusKeyWithin(element: HTMLElement | undefined): string | null {
  const active = document.activeElement;
  if (element === undefined || !(active instanceof HTMLElement) || !element.contains(active)) return null;
  return active.closest('[data-focus]')?.getAttribute('data-focus') ?? '';
}

/** Gives the focus back to the control with that key; to the element itself, when the control is not there any more. */
export function refocus(root: HTMLElement, key: string): void {
  const candidates = [...root.querySelectorAll<HTMLElement>('[data-focus]')];
  const same = candidates.find(({ dataset }) => dataset.focus === key);
  // Without this a keyboard would start again at the top of the page.
  if (same === undefined) root.tabIndex = -1;
  (same ?? root).focus({ preventScroll: true });
}
