import type { Button } from '@slack/types';
import { z } from 'zod';
import { cleanLine } from '../../text/clean.ts';
import { limits } from '../blocks/limits.ts';
import { shorten } from '../blocks/shorten.ts';
import { readJson } from '../read-json.ts';

/** day, week: tell me again then. pause: nothing for a week. off, on: none, or all, from now on. */
const reminderDeeds = ['day', 'week', 'pause', 'off', 'on'] as const;
export type ReminderDeed = (typeof reminderDeeds)[number];

/** The prefix of the action ids of these buttons. */
const prefix = 'reminder:';

/** What such a button says. Nothing in it is trusted: whose message it is, is asked anew. */
const ReminderValue = z.object({ reminder: z.uuid().optional() });
export type ReminderValue = z.infer<typeof ReminderValue>;

/** A button that says when or whether to be reminded. */
export function reminderButton({
  deed,
  label,
  value = {},
  spoken,
}: {
  readonly deed: ReminderDeed;
  readonly label: string;
  readonly value?: ReminderValue;
  readonly spoken?: string;
}): Button {
  return {
    type: 'button',
    action_id: `${prefix}${deed}`,
    value: JSON.stringify(value),
    text: { type: 'plain_text', text: shorten(cleanLine(label), limits.buttonText), emoji: false },
    ...(spoken ? { accessibility_label: shorten(cleanLine(spoken), limits.buttonText) } : {}),
  };
}

/** Which deed was pressed and on what; null where the button is none of ours. */
export function readReminderButton(
  actionId: string,
  value: string | undefined,
): { readonly deed: ReminderDeed; readonly value: ReminderValue } | null {
  const deed = reminderDeeds.find((each) => actionId === `${prefix}${each}`);
  const read = readJson(ReminderValue, value);
  if (deed === undefined || read === null) return null;
  const needsMessage = deed === 'day' || deed === 'week';
  return needsMessage && read.reminder === undefined ? null : { deed, value: read };
}
