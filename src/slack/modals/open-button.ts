import type { Button } from '@slack/types';
import type { WritableVerb } from '../../actions/writes/index.ts';
import { cleanLine } from '../../text/clean.ts';
import { limits } from '../blocks/limits.ts';
import { shorten } from '../blocks/shorten.ts';
import type { OpenValue } from './state.ts';

/** The prefix of the action ids of buttons that open a form. */
export const openActionPrefix = 'open:';

/** What a button opens. */
export interface OpenButton {
  readonly verb: WritableVerb;
  readonly label: string;
  readonly opens: OpenValue;
  /** Read out instead of the label, where the label alone is not unique on the page. */
  readonly spoken?: string;
  readonly style?: 'primary' | 'danger';
}

/** A button that opens the form of a verb. Whether the person may write is asked at the moment of writing. */
export function openButton({ verb, label, opens, spoken, style }: OpenButton): Button {
  return {
    type: 'button',
    action_id: `${openActionPrefix}${verb}`,
    value: JSON.stringify(opens),
    text: { type: 'plain_text', text: shorten(cleanLine(label), limits.buttonText), emoji: false },
    ...(style ? { style } : {}),
    ...(spoken ? { accessibility_label: shorten(cleanLine(spoken), limits.buttonText) } : {}),
  };
}
