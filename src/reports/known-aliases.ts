import { readEditionFile, shippedEditionFile } from './edition-file.ts';
import type { KnownAliases } from './review/understood.ts';

/** The other names by which people ask for the projects of the shipped edition; empty where it is not right. Rejects where it is not there. */
export async function knownAliases(): Promise<KnownAliases> {
  const edition = readEditionFile(await shippedEditionFile());
  return new Map(edition.ok ? edition.value.projects.map(({ name, aliases }) => [name, aliases]) : []);
}
