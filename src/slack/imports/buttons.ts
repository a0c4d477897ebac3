import type { Button } from '@slack/types';
import { cleanLine } from '../../text/clean.ts';
import { limits } from '../blocks/limits.ts';
import { shorten } from '../blocks/shorten.ts';

/** What a button of an import does. */
export const importDeeds = [
  'open',
  'certain',
  'likely',
  'choose',
  'choices',
  'page',
  'accept',
  'correct',
  'stop',
] as const;
export type ImportDeed = (typeof importDeeds)[number];

const prefix = 'import:';

/** A button of an import. `value` says which row or page; nothing in it is trusted. */
export function importButton({
  deed,
  label,
  value = '',
  id = '',
  style,
  spoken,
}: {
  readonly deed: ImportDeed;
  readonly label: string;
  readonly value?: string;
  /** Tells buttons of one deed apart. */
  readonly id?: string;
  readonly style?: 'primary' | 'danger';
  readonly spoken?: string;
}): Button {
  return {
    type: 'button',
    action_id: `${prefix}${deed}:${id}`,
    value: value === '' ? deed : value,
    text: { type: 'plain_text', text: shorten(cleanLine(label), limits.buttonText), emoji: false },
    ...(style ? { style } : {}),
    ...(spoken ? { accessibility_label: shorten(cleanLine(spoken), limits.buttonText) } : {}),
  };
}

/** What a press asks for, or null where it is none of ours. */
export function readImportDeed(actionId: string): ImportDeed | null {
  if (!actionId.startsWith(prefix)) return null;
  const [named] = actionId.slice(prefix.length).split(':');
  return importDeeds.find((deed) => deed === named) ?? null;
}
