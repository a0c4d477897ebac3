import { randomBytes } from 'node:crypto';
import type { EditionWriter } from '../actions/ports.ts';
import type { EditionContent } from '../domain/edition.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { Database } from './database.ts';
import { type EditionRows, editionRows } from './edition-rows.ts';
import { countUp, type Revision, takeTurn } from './revision.ts';
import { assertStorable, checksumOf } from './storable.ts';
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
  const checksum = checksumOf(content);
  const newId = () => uuidV7(at, randomBytes(10));
  return revision.writing(() =>
    database.prisma.$transaction(async (tx) => {
      await takeTurn(tx);
      const there = await whatIsThere(tx, { key: content.key, checksum });
      if (there !== null) return there;
      await insert(tx, editionRows(content, { at, checksum, newId }));
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

/** One statement per table, or a few where the rows are many. */
async function insert(tx: Prisma.TransactionClient, rows: EditionRows): Promise<void> {
  await tx.edition.createMany({ data: [rows.edition] });
  await tx.project.createMany({ data: rows.projects });
  await tx.projectAlias.createMany({ data: rows.aliases });
  await tx.initiative.createMany({ data: rows.initiatives });
  await tx.strand.createMany({ data: rows.strands });
  await tx.workingGroup.createMany({ data: rows.workingGroups });
  await tx.milestone.createMany({ data: rows.milestones });
  await tx.milestoneDate.createMany({ data: rows.dates });
  await tx.indicator.createMany({ data: rows.indicators });
  await tx.observation.createMany({ data: rows.observations });
  await tx.programme.createMany({ data: rows.programmes });
}
