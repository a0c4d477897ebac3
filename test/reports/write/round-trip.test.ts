import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { EditionContent, EditionEntry } from '../../../src/domain/edition.ts';
import { readEditionFile, shippedEditionFile } from '../../../src/reports/edition-file.ts';
import { readTableFile } from '../../../src/reports/read/read-table-file.ts';
import { understand } from '../../../src/reports/review/understand.ts';
import { contentOf } from '../../../src/reports/review/understood.ts';
import type { TableGrid } from '../../../src/reports/table/grid.ts';
import { gridOfContent } from '../../../src/reports/table/grid-of-content.ts';
import { writeReport } from '../../../src/reports/write/report-file.ts';
import { anAchievement, anEdition, anIndicator, aPlan, aProject } from '../../support/editions.ts';
import { period } from '../../support/factories.ts';

const formats = ['docx', 'xlsx'] as const;
const at = new Date('2020-08-24T00:00:00.000Z');

/** The edition that is understood of a table; it has to be read without a problem. */
function understood(grid: TableGrid, aliasesOf: EditionContent): EditionContent {
  const read = understand(grid);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  expect(read.value.problems).toEqual([]);
  return contentOf(read.value, new Map(aliasesOf.projects.map(({ name, aliases }) => [name, aliases])));
}

async function throughFile(content: EditionContent, format: (typeof formats)[number]): Promise<TableGrid> {
  const bytes = await writeReport(content, { format, at });
  const read = await readTableFile({ name: `表.${format}`, bytes });
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  expect(read.value.problems).toEqual([]);
  return read.value.grid;
}

describe.each(formats)('exported as %s and imported again', (format) => {
  let edition: EditionContent;
  beforeAll(async () => {
    const read = readEditionFile(await shippedEditionFile());
    if (!read.ok) throw new Error('the shipped edition is wrong');
    edition = read.value;
  });

  test('the edition of August 2020 is the same, without a difference', async () => {
    expect(understood(await throughFile(edition, format), edition)).toEqual(edition);
  });

  test('any edition is the same', async () => {
    await fc.assert(
      fc.asyncProperty(anyEdition, async (written) => {
        // What a table can say: dates, figures and groups as they are read from its lines.
        const content = understood(gridOfContent(written), written);
        expect(understood(await throughFile(content, format), content)).toEqual(content);
      }),
      { numRuns: 12 },
    );
  });
});

const word = fc.constantFrom(
  '港湾の整備',
  'R&D ラボ',
  '<b>太字</b>',
  '=1+1 の式',
  '"引用"、\'単引用\'',
  '𠮷野家',
  'a | b',
  'スマート★づくり研究会',
  '5G・IoT 等',
  '_x0041_',
);
const date = fc.constantFrom(
  '',
  '（R2.9）',
  '(R元.12～R2.3)',
  '（①R2.6、②R2.10）',
  '（R2.秋頃）',
  '（通年）',
);
const figure = fc.constantFrom('', '[64社、約120名参加]');
const line = fc
  .tuple(word, fc.nat(999), figure, date)
  .map(([text, number, figures, when]) => `${text}${number}${figures}${when}`);

const entry = (make: (text: string) => EditionEntry): fc.Arbitrary<EditionEntry> =>
  fc.tuple(line, fc.array(line, { maxLength: 3 }), fc.option(line)).map(([text, below, note]) => ({
    ...make(text),
    notes: note === null ? [] : [note],
    entries: below.map((each) => ({ ...make(each), mark: '・' as const })),
  }));

const anyProject = (number: number) =>
  fc
    .record({
      name: word.map((text) => `${text}プロジェクト${number}`),
      initiatives: fc.array(line, { maxLength: 3 }),
      progress: fc.array(
        entry((text) => anAchievement(text)),
        { maxLength: 4 },
      ),
      upcoming: fc.array(
        entry((text) => aPlan(text, [])),
        { maxLength: 4 },
      ),
      indicators: fc
        .uniqueArray(fc.nat(99), { maxLength: 3 })
        .map((numbers) => numbers.map((each) => anIndicator(`参加企業数${each}`))),
    })
    .map((project) => aProject(number, project));

const anyEdition = fc
  .integer({ min: 1, max: 4 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => anyProject(index + 1))))
  .map((projects) =>
    anEdition(projects, {
      title: '産業戦略プロジェクトの進捗状況について（令和2年（2020年）8月）',
      asOf: period('令和2年8月'),
      footer: ['関連事業については産業戦略部所管について記載'],
    }),
  );
