import type { EditionWriter } from '../actions/ports.ts';
import { keepPublished } from '../actions/reports/editions.ts';
import type { EditionBook } from '../actions/reports/report-ports.ts';
import type { Clock } from '../domain/clock.ts';
import { readEditionFile, shippedEditionFile } from '../reports/edition-file.ts';

/** How loading the shipped edition ended, for the operator. */
export interface SeedResult {
  readonly ok: boolean;
  readonly line: string;
}

/**
 * Loads the edition that the repository ships into the store and keeps it as it was published; a second time it changes
 * nothing.
 */
export async function seed(
  store: EditionWriter & { readonly editions?: EditionBook },
  clock: Clock,
): Promise<SeedResult> {
  const edition = readEditionFile(await shippedEditionFile());
  if (!edition.ok)
    throw new Error(`the shipped edition is wrong: ${JSON.stringify(edition.refusal.slice(0, 5))}`);
  const { key, title, projects } = edition.value;
  const name = `${title}: ${projects.length} projects`;
  const loaded = await store.loadEdition(edition.value, clock.now());
  if (store.editions && (loaded === 'loaded' || loaded === 'already-loaded'))
    await keepPublished(store.editions, { content: edition.value, at: clock.now() });
  switch (loaded) {
    case 'loaded':
      return { ok: true, line: `Loaded edition ${key} (${name}).` };
    case 'already-loaded':
      return { ok: true, line: `Edition ${key} is there already; nothing was changed.` };
    case 'differs':
      return {
        ok: false,
        line: `The store holds an edition ${key} with another content; nothing was changed.`,
      };
    case 'not-empty':
      return {
        ok: false,
        line: 'The store holds projects that are not from this edition; nothing was changed.',
      };
  }
}
