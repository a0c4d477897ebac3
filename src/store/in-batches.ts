/** Small enough that a statement holds the one thread of an embedded store for milliseconds only. */
const batchSize = 200;

/** Writes the rows some hundred at a time. Rows that name each other have to stand in order: one that is named, before or in the same batch. */
export async function inBatches<Row>(
  rows: readonly Row[],
  write: (batch: Row[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += batchSize) {
    await write(rows.slice(start, start + batchSize));
  }
}
