import { z } from 'zod';
import { readJson } from '../read-json.ts';

const StateJson = z.object({
  subscription: z.uuid().nullable(),
  /** The version that the person saw. */
  version: z.number().int().nullable(),
  channel: z.string().min(1).max(40),
  /** Where the confirmation goes. */
  respond: z.string().max(500).nullable(),
});

/** What the form remembers, in `private_metadata`; read as something that a stranger wrote. */
export type SettingsState = z.infer<typeof StateJson>;

/** The state as Slack keeps it. */
export function writeSettingsState(state: SettingsState): string {
  return JSON.stringify(state);
}

/** The state that a view came back with, or null where it is none of ours. */
export function readSettingsState(metadata: string): SettingsState | null {
  return readJson(StateJson, metadata);
}
