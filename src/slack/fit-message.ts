import type { KnownBlock } from '@slack/types';
import { lengthOf } from './blocks/length.ts';
import { limits } from './blocks/limits.ts';
import { shorten } from './blocks/shorten.ts';

/**
 * The blocks in a length that Slack takes. Messages are laid out to fit; this is for stored texts of a length that
 * nobody reckoned with: the longest are cut to one length and end with an ellipsis, all others stay as they are.
 */
export function fitMessage(blocks: readonly KnownBlock[]): readonly KnownBlock[] {
  if (lengthOf(blocks) <= limits.message.characters) return blocks;
  const most = mostOfEach(lengthsIn(blocks), limits.message.characters);
  const fitting = structuredClone(blocks);
  cutTexts(fitting, most);
  return fitting;
}

/** The length to which all longer ones have to be cut for the sum to be within `total`. */
function mostOfEach(lengths: readonly number[], total: number): number {
  let left = total;
  for (const [index, length] of lengths.toSorted((a, b) => a - b).entries()) {
    const share = Math.floor(left / (lengths.length - index));
    if (length > share) return share;
    left -= length;
  }
  return total;
}

function lengthsIn(part: unknown): readonly number[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === 'text' && typeof value === 'string' ? [value.length] : lengthsIn(value),
  );
}

function cutTexts(part: unknown, most: number): void {
  if (typeof part !== 'object' || part === null) return;
  for (const value of Object.values(part)) cutTexts(value, most);
  if ('text' in part && typeof part.text === 'string') part.text = shorten(part.text, most);
}
