import type { Button, SectionBlock } from '@slack/types';
import { cleanLine } from '../../../text/clean.ts';

/** A line, what stands below it, and a button beside them. Texts are taken literally. */
export function rowWithButton({
  id,
  line,
  below,
  button,
}: {
  readonly id: string;
  readonly line: string;
  readonly below?: string;
  readonly button: Button;
}): SectionBlock {
  const told = [line, ...(below === undefined ? [] : [below])].map(cleanLine).join('\n');
  return {
    type: 'section',
    block_id: id,
    text: { type: 'plain_text', text: told, emoji: false },
    accessory: button,
  };
}
