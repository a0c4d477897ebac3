import type { Button } from '@slack/types';
import { z } from 'zod';
import { limits } from '../blocks/limits.ts';
import { shorten } from '../blocks/shorten.ts';

/** What of Home is shown: all of it at a glance, or one list by pages. */
export const HomeState = z.object({
  tab: z.enum(['top', 'todo', 'mine', 'all']).catch('top'),
  page: z.number().int().min(1).max(9_999).catch(1),
});
export type HomeState = z.infer<typeof HomeState>;

export const atFirst: HomeState = { tab: 'top', page: 1 };

/** The prefix of the action ids of buttons that turn Home to something else. */
const prefix = 'home:';

/** A button that turns Home. */
export function turnButton({
  id,
  label,
  to,
  style,
}: {
  readonly id: string;
  readonly label: string;
  readonly to: HomeState;
  readonly style?: 'primary';
}): Button {
  return {
    type: 'button',
    action_id: `${prefix}${id}`,
    value: JSON.stringify(to),
    text: { type: 'plain_text', text: shorten(label, limits.buttonText), emoji: false },
    ...(style ? { style } : {}),
  };
}

/** Where a pressed button turns Home; null where the button is none of ours. */
export function readTurn(actionId: string, value: string | undefined): HomeState | null {
  if (!actionId.startsWith(prefix)) return null;
  try {
    return HomeState.catch(atFirst).parse(JSON.parse(value ?? ''));
  } catch {
    return atFirst;
  }
}
