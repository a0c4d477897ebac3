import { limits } from './blocks/limits.ts';

/** A page of a long list. Counts are 1-based and count items, not blocks. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly number: number;
  readonly of: number;
  /** Position of the first and last item of this page among all. */
  readonly from: number;
  readonly to: number;
  readonly total: number;
  /** How many items the neighbouring pages hold; 0 where there is none. */
  readonly before: number;
  readonly after: number;
}

/** What one page may hold besides its heading, navigation and buttons. */
const room = { items: 10, characters: limits.message.characters - 2_000 } as const;

/**
 * The page of that number, or the nearest there is. A page ends before the item that would make it longer than a
 * message may be; an item longer than that stands alone.
 */
export function pageOf<Item>(
  items: readonly Item[],
  wanted: number,
  lengthOf: (item: Item) => number,
  most: number = room.items,
): Page<Item> {
  const pages = split(items, lengthOf, most);
  const index = Math.min(Math.max(Math.trunc(wanted) || 1, 1), pages.length) - 1;
  const before = pages.slice(0, index).reduce((sum, page) => sum + page.length, 0);
  const shown = pages[index] ?? [];
  return {
    items: shown,
    number: index + 1,
    of: pages.length,
    from: shown.length === 0 ? 0 : before + 1,
    to: before + shown.length,
    total: items.length,
    before: pages[index - 1]?.length ?? 0,
    after: pages[index + 1]?.length ?? 0,
  };
}

function split<Item>(items: readonly Item[], lengthOf: (item: Item) => number, most: number): Item[][] {
  const pages: Item[][] = [[]];
  let used = 0;
  for (const item of items) {
    const length = lengthOf(item);
    const current = pages.at(-1) ?? [];
    if (current.length > 0 && (current.length >= most || used + length > room.characters)) {
      pages.push([item]);
      used = length;
    } else {
      current.push(item);
      used += length;
    }
  }
  return pages;
}
