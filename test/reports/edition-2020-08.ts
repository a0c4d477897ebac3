import type { EditionContent, EditionEntry, EditionProject } from '../../src/domain/edition.ts';
import { readEditionFile, shippedEditionFile } from '../../src/reports/edition-file.ts';

/** The shipped edition; throws with its problems when it has any. */
export async function augustEdition(): Promise<EditionContent> {
  const read = readEditionFile(await shippedEditionFile());
  if (!read.ok) throw new Error(JSON.stringify(read.refusal, null, 2));
  return read.value;
}

/** The entries with all that stands below them, a parent before its children. */
export function flatten(entries: readonly EditionEntry[]): readonly EditionEntry[] {
  return entries.flatMap((entry) => [entry, ...flatten(entry.entries)]);
}

/** All entries of both columns. */
export function entriesOf(project: EditionProject): readonly EditionEntry[] {
  return [...flatten(project.progress), ...flatten(project.upcoming)];
}
