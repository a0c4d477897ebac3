import { z } from 'zod';
import { isWritable, type WritableVerb } from '../../actions/writes/index.ts';
import { changeVerbs, type SnapshotKind } from '../../domain/change.ts';
import { readJson } from '../read-json.ts';

const kinds = [
  'milestone',
  'observation',
  'indicator',
  'project',
  'strand',
  'working-group',
  'programme',
  'initiative',
  'post',
  'occupancy',
  'role',
  'word',
  'synonym',
] as const satisfies readonly SnapshotKind[];

const Target = z.object({ kind: z.enum(kinds), id: z.string().min(1).max(64) });

const ProjectNumber = z.number().int().min(1).max(9_999);

/** What a button that opens a form says of it. */
export const OpenValue = z.object({
  project: ProjectNumber.nullable().default(null),
  /** The id of the row. */
  target: z.string().min(1).max(64).optional(),
  /** What is filled in, as it would be typed behind the command. */
  text: z.string().max(1_500).optional(),
});
export type OpenValue = z.infer<typeof OpenValue>;

/** A proposal, and the message in which somebody was asked to decide on it. */
export const ProposalPlace = z.object({
  id: z.string().min(1).max(64),
  channel: z.string().max(40).nullable(),
  ts: z.string().max(40).nullable(),
});
export type ProposalPlace = z.infer<typeof ProposalPlace>;

const ModalStateJson = z.object({
  verb: z.enum(changeVerbs.filter(isWritable)),
  project: ProjectNumber.nullable(),
  target: Target.nullable(),
  /** The version that the person saw. */
  version: z.number().int().nullable(),
  via: z.enum(['command', 'button', 'message-shortcut', 'global-shortcut']),
  channel: z.string().max(40).nullable(),
  permalink: z.string().max(500).nullable(),
  /** Where the confirmation goes. */
  respond: z.string().max(500).nullable(),
  /** The mark of the warnings that the person has seen. */
  confirmed: z.string().max(60).nullable(),
  /** The proposal that the form amends, and the message that asked for a decision. */
  proposal: ProposalPlace.nullable().default(null),
});

/**
 * What a form remembers between its steps, in `private_metadata`. It is read as something that a stranger wrote: the
 * action authorises, finds the row and compares versions by itself.
 */
export type ModalState = z.infer<typeof ModalStateJson>;

/** The state as Slack keeps it: at most 3,000 characters. */
export function writeState(state: ModalState): string {
  return JSON.stringify(state);
}

/** The state that a view came back with, or null where it is none of ours. */
export function readState(metadata: string): ModalState | null {
  return readJson(ModalStateJson, metadata);
}

/** What a button that opens a form says, or null where it is none of ours. */
export function readOpenValue(value: string | undefined): OpenValue | null {
  return readJson(OpenValue, value);
}

/** The verb that an id of ours names behind its prefix (`open:record-milestone`), or null. */
export function verbIn(id: string, prefix: string): WritableVerb | null {
  if (!id.startsWith(prefix)) return null;
  const [named] = id.slice(prefix.length).split(':');
  return changeVerbs.filter(isWritable).find((verb) => verb === named) ?? null;
}
