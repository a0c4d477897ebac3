import { randomBytes } from 'node:crypto';
import type { EditionWriter } from '../actions/ports.ts';
import type { EditionContent } from '../domain/edition.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { Database } from './database.ts';
import { editionChecksum } from './edition-row.ts';
import { type EditionRows, editionRows } from './edition-rows.ts';
import { inBatches } from './in-batches.ts';
import { countUp, type Revision, takeTurn } from './revision.ts';
import { assertStorable } from './storable.ts';
import { uuidV7 } from './uuid-v7.ts';

type Loaded = Awaited<ReturnType<EditionWriter['loadEdition']>>;

/**
 * Loads an edition as `EditionWriter` says. Of two loads at once the second sees what the first did.
 *
 * @throws RangeError for text that cannot be stored, or names that the edition does not hold
 */
export async function loadEdition({
  database,
  revision,
  content,
  at,
}: {
  database: Database;
  revision: Revision;
  content: EditionContent;
  at: Date;
}): Promise<Loaded> {
  assertStorable(content);
  const checksum = editionChecksum(content);
  const newId = () => uuidV7(at, randomBytes(10));
  return revision.writing(() =>
    database.prisma.$transaction(async (tx) => {
      await takeTurn(tx);
      const there = await whatIsThere(tx, { key: content.key, checksum });
      if (there !== null) return there;
      await insert(tx, editionRows(content, { at, newId }));
      await countUp(tx);
      return 'loaded';
    }),
  );
}

async function whatIsThere(
  tx: Prisma.TransactionClient,
  { key, checksum }: { key: string; checksum: string },
): Promise<Exclude<Loaded, 'loaded'> | null> {
  const edition = await tx.edition.findUnique({ where: { key }, select: { checksum: true } });
  if (edition !== null) return edition.checksum === checksum ? 'already-loaded' : 'differs';
  const project = await tx.project.findFirst({ select: { id: true } });
  return project === null ? null : 'not-empty';
}

async function insert(tx: Prisma.TransactionClient, rows: EditionRows): Promise<void> {
  await tx.edition.createMany({ data: [rows.edition] });
  await inBatches(rows.projects, (data) => tx.project.createMany({ data }));
  await inBatches(rows.aliases, (data) => tx.projectAlias.createMany({ data }));
  await inBatches(rows.initiatives, (data) => tx.initiative.createMany({ data }));
  await inBatches(rows.strands, (data) => tx.strand.createMany({ data }));
  await inBatches(rows.workingGroups, (data) => tx.workingGroup.createMany({ data }));
  await inBatches(rows.milestones, (data) => tx.milestone.createMany({ data }));
  await inBatches(rows.dates, (data) => tx.milestoneDate.createMany({ data }));
  await inBatches(rows.indicators, (data) => tx.indicator.createMany({ data }));
  await inBatches(rows.observations, (data) => tx.observation.createMany({ data }));
  await inBatches(rows.programmes, (data) => tx.programme.createMany({ data }));
}
