import type { ActionsBlock, Button, ContextBlock, HeaderBlock } from '@slack/types';
import { cleanLine } from '../../text/clean.ts';
import { limits } from './limits.ts';
import { shorten } from './shorten.ts';

/** A heading; what does not fit is shortened with an ellipsis. */
export function header(content: string): HeaderBlock {
  return {
    type: 'header',
    text: { type: 'plain_text', text: shorten(cleanLine(content), limits.header), emoji: false },
  };
}

/** A line of small print, taken literally. */
export function context(content: string): ContextBlock {
  return {
    type: 'context',
    elements: [{ type: 'plain_text', text: shorten(cleanLine(content), limits.text), emoji: false }],
  };
}

/** A row of buttons. */
export function actions(blockId: string, buttons: readonly Button[]): ActionsBlock {
  return { type: 'actions', block_id: blockId, elements: [...buttons] };
}

/** What a button says and does: `ask` is the text that a person could have typed behind the command. */
export interface AskButton {
  readonly label: string;
  readonly ask: string;
  /** Distinguishes buttons of one message. */
  readonly id: string;
  readonly style?: 'primary' | 'danger';
  /** Read out instead of the label, where the label alone is not unique on the page. */
  readonly spoken?: string;
}

/** The prefix of every action id that asks; what follows it only makes ids unique. */
export const askActionPrefix = 'ask:';

/** A button that asks as if its text had been typed, so that pressing it needs no right that typing does not. */
export function askButton({ label, ask, id, style, spoken }: AskButton): Button {
  return {
    type: 'button',
    action_id: `${askActionPrefix}${id}`,
    value: ask,
    text: { type: 'plain_text', text: shorten(cleanLine(label), limits.buttonText), emoji: false },
    ...(style ? { style } : {}),
    ...(spoken ? { accessibility_label: shorten(cleanLine(spoken), limits.buttonText) } : {}),
  };
}
