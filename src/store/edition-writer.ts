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
  // Without the footer, so that an edition is the same as one that was loaded before footers were kept.
  const { footer: _footer, ...table } = content;
  const checksum = checksumOf(table);
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

/** Small enough that a statement holds the one thread of an embedded store for milliseconds only. */
const batchSize = 500;

/** Rows that name each other have to stand in order: one that is named, before or in the same batch. */
async function inBatches<Row>(rows: Row[], write: (batch: Row[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += batchSize) {
    await write(rows.slice(start, start + batchSize));
  }
}
