import type { KnownBlock } from '@slack/types';
import type { Inclusion } from '../../digests/subscription.ts';
import { lengthOf } from '../blocks/length.ts';
import { limits } from '../blocks/limits.ts';

/** Blocks that belong together, below the heading of a section. */
export interface Unit {
  readonly section: Inclusion;
  readonly blocks: readonly KnownBlock[];
  /** Whether an entry begins with it: a very long one has several units. */
  readonly begins: boolean;
}

/** What of a message its head, its end and headings take: the rest is for units. */
const reserved = { blocks: 12, characters: 1_500 } as const;
const headingLength = 80;

/**
 * The units in as many messages as they need, in their order: none has more blocks or characters than Slack takes,
 * reckoned with a heading wherever the section changes. Nothing is left out.
 */
export function pack(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const pages: Unit[][] = [];
  let used = { blocks: 0, characters: 0 };
  for (const unit of units) {
    const page = pages.at(-1);
    const cost = costOf(unit, page?.at(-1));
    const fits =
      used.blocks + cost.blocks <= limits.message.blocks - reserved.blocks &&
      used.characters + cost.characters <= limits.message.characters - reserved.characters;
    if (page !== undefined && fits) {
      page.push(unit);
      used = { blocks: used.blocks + cost.blocks, characters: used.characters + cost.characters };
    } else {
      pages.push([unit]);
      used = costOf(unit, undefined);
    }
  }
  return pages;
}

function costOf(unit: Unit, before: Unit | undefined): { blocks: number; characters: number } {
  const heading = before?.section === unit.section ? 0 : 1;
  return {
    blocks: unit.blocks.length + heading,
    characters: lengthOf(unit.blocks) + heading * headingLength,
  };
}
