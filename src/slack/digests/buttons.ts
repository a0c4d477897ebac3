import type { Button } from '@slack/types';
import { z } from 'zod';
import { cleanLine } from '../../text/clean.ts';
import { limits } from '../blocks/limits.ts';
import { shorten } from '../blocks/shorten.ts';
import { readJson } from '../read-json.ts';

/** What a button of digests does at once, or opens. */
const digestDeeds = [
  'add',
  'edit',
  'pause',
  'resume',
  'send',
  'resend',
  'was-sent',
  'confirm-shared',
  'preview',
] as const;
export type DigestDeed = (typeof digestDeeds)[number];

/** The prefix of the action ids of these buttons. */
const prefix = 'digest:';

/** What such a button says. Nothing in it is trusted: rows are found and rights asked anew. */
const DigestValue = z.object({
  subscription: z.uuid().optional(),
  version: z.number().int().optional(),
  occurrence: z.uuid().optional(),
});
export type DigestValue = z.infer<typeof DigestValue>;

/** A button that does something with a digest. */
export function digestButton({
  deed,
  label,
  value,
  spoken,
  style,
}: {
  readonly deed: DigestDeed;
  readonly label: string;
  readonly value: DigestValue;
  readonly spoken?: string;
  readonly style?: 'primary' | 'danger';
}): Button {
  return {
    type: 'button',
    action_id: `${prefix}${deed}`,
    value: JSON.stringify(value),
    text: { type: 'plain_text', text: shorten(cleanLine(label), limits.buttonText), emoji: false },
    ...(style ? { style } : {}),
    ...(spoken ? { accessibility_label: shorten(cleanLine(spoken), limits.buttonText) } : {}),
  };
}

/** What a deed needs to be told. */
const needs: Readonly<Record<DigestDeed, readonly (keyof DigestValue)[]>> = {
  add: [],
  edit: ['subscription'],
  pause: ['subscription', 'version'],
  resume: ['subscription', 'version'],
  send: ['subscription'],
  resend: ['occurrence'],
  'was-sent': ['occurrence'],
  'confirm-shared': ['subscription'],
  preview: [],
};

/** Which deed was pressed and on what; null where the button is none of ours. */
export function readDigestButton(
  actionId: string,
  value: string | undefined,
): { readonly deed: DigestDeed; readonly value: DigestValue } | null {
  const deed = digestDeeds.find((each) => actionId === `${prefix}${each}`);
  const read = readJson(DigestValue, value);
  if (deed === undefined || read === null) return null;
  return needs[deed].every((name) => read[name] !== undefined) ? { deed, value: read } : null;
}
