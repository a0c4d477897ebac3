import type { DigestContent } from './content.ts';
import type { Inclusion } from './subscription.ts';

/** A section with some of its entries. */
export interface DigestSection<Name extends Inclusion = Inclusion> {
  readonly name: Name;
  readonly entries: DigestContent[Name];
  /** How many the section has in all. */
  readonly total: number;
}

/** A digest laid out: what stands in the message, and what follows in its thread. */
export interface DigestLayout {
  readonly first: readonly DigestSection[];
  readonly thread: readonly DigestSection[];
}

/** What needs attention first. */
const order = [
  'overdue',
  'dated',
  'stale',
  'month',
  'season',
  'achieved',
] as const satisfies readonly Inclusion[];

/** How many entries fit on one screen of a phone. */
const screenEntries = 8;

/** No section takes the whole screen while another that matters has something to say. */
const mostOfOne = 4;

/**
 * Lays the content out: `most` entries in the message, the rest in its thread, nothing twice and nothing left out.
 * Sections come in the order in which they ask for attention; each takes at most four entries until all others
 * have had theirs.
 */
export function layOut(content: DigestContent, most: number = screenEntries): DigestLayout {
  const shown = shares(content, most);
  const sections = order.map((name) => {
    const entries: readonly unknown[] = content[name];
    const count = shown.get(name) ?? 0;
    const part = (some: readonly unknown[]) =>
      ({ name, entries: some, total: entries.length }) as DigestSection;
    return { first: part(entries.slice(0, count)), rest: part(entries.slice(count)) };
  });
  return {
    first: sections.map(({ first }) => first).filter(hasEntries),
    thread: sections.map(({ rest }) => rest).filter(hasEntries),
  };
}

/** How many entries of each section stand in the message. */
function shares(content: DigestContent, most: number): ReadonlyMap<Inclusion, number> {
  const shown = new Map<Inclusion, number>();
  let room = most;
  for (const cap of [mostOfOne, Number.POSITIVE_INFINITY]) {
    for (const name of order) {
      const before = shown.get(name) ?? 0;
      const more = Math.max(0, Math.min(content[name].length - before, cap - before, room));
      shown.set(name, before + more);
      room -= more;
    }
  }
  return shown;
}

function hasEntries({ entries }: DigestSection): boolean {
  return entries.length > 0;
}
