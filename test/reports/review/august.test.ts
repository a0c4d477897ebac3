import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { decodeText } from '../../../src/reports/read/decode-text.ts';
import { findGrid } from '../../../src/reports/read/find-grid.ts';
import { readTextTable } from '../../../src/reports/read/read-text-table.ts';
import { understand } from '../../../src/reports/review/understand.ts';
import { contentOf } from '../../../src/reports/review/understood.ts';
import { augustEdition } from '../edition-2020-08.ts';

const fixture = new URL('../../fixtures/progress-report-2020-08.txt', import.meta.url);

test('the published text gives the shipped edition, field by field', async () => {
  const shipped = await augustEdition();
  const text = decodeText(await readFile(fixture));
  if (!text.ok) throw new Error(text.refusal.kind);
  const raw = readTextTable(text.value);
  if (!raw.ok) throw new Error(raw.refusal.kind);
  const grid = findGrid(raw.value);
  if (!grid.ok) throw new Error(grid.refusal.kind);
  const read = understand(grid.value.grid);
  if (!read.ok) throw new Error(read.refusal.kind);
  const aliases = new Map(shipped.projects.map((project) => [project.name, project.aliases]));
  expect(read.value.problems).toEqual([]);
  expect(contentOf(read.value, aliases)).toStrictEqual(shipped);
});
