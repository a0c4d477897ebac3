import { z } from 'zod';
import type { Corrections } from '../../reports/review/understand.ts';
import { limits } from '../blocks/limits.ts';
import { readJson } from '../read-json.ts';

const StateJson = z.object({
  /** The file as Slack knows it. */
  file: z.string().regex(/^F\w{1,40}$/),
  page: z.number().int().min(1).max(10_000).default(1),
  lines: z.array(z.tuple([z.string().max(40), z.string().max(limits.inputText)])).default([]),
  owners: z.array(z.tuple([z.number().int(), z.number().int()])).default([]),
  /** What was chosen on the pages of `list`: the places of rows in it. */
  chosen: z.array(z.number().int().min(0).max(100_000)).default([]),
  /** Tells whether the list of rows is still the one in which they were chosen. */
  list: z.string().max(20).default(''),
  /** Where the result is told beside the view. */
  respond: z.string().max(500).nullable().default(null),
});

/** Which file is looked at, from where on, and what was put right. Read as something that a stranger wrote. */
export type ImportState = z.infer<typeof StateJson>;

/** The state as Slack keeps it in `private_metadata`; null where the corrections are more than Slack keeps. */
export function writeImportState(state: ImportState): string | null {
  const json = JSON.stringify(state);
  return json.length <= limits.privateMetadata ? json : null;
}

/** The state that a view came back with, or null where it is none of ours. */
export function readImportState(metadata: string): ImportState | null {
  return readJson(StateJson, metadata);
}

/** What was put right, as the reading takes it. */
export function correctionsOf({ lines, owners }: ImportState): Corrections {
  return { lines: new Map(lines), owners: new Map(owners) };
}
