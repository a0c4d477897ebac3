import { beforeAll, describe, expect, test } from '@jest/globals';
import Excel from 'exceljs';
import fc from 'fast-check';
import { calendarDay } from '../../../src/domain/calendar-day.ts';
import type { PersonId } from '../../../src/domain/person.ts';
import type { RecordEntry } from '../../../src/domain/record-entry.ts';
import { readCsv } from '../../../src/reports/records/read-csv.ts';
import { recordColumns } from '../../../src/reports/records/row-texts.ts';
import { verifyRecords } from '../../../src/reports/records/verify-records.ts';
import { type RecordPack, writeRecords } from '../../../src/reports/records/write-records.ts';
import { csvFile } from '../../../src/reports/write/csv.ts';

const span = { first: calendarDay('2020-04-01'), last: calendarDay('2021-03-31'), timeZone: 'Asia/Tokyo' };
const madeAt = new Date('2021-04-01T00:00:00.000Z');

function anEntry(given: Partial<RecordEntry> = {}): RecordEntry {
  return {
    at: new Date('2020-08-24T00:00:05.123Z'),
    verb: 'record-observation',
    kind: 'observation',
    targetId: 'target',
    projectId: 'eight',
    by: { personId: 'U0SATO' as PersonId, posts: ['産業政策課 主任'] },
    approvedBy: null,
    reason: null,
    origin: { via: 'command', channelId: 'C0STRATEGY', permalink: 'https://x.slack.com/archives/C0/p1' },
    setId: 'set',
    undoes: null,
    before: null,
    after: { kind: 'observation', value: { kind: 'number', amount: '15.2' }, asOf: { text: 'R2.7' } },
    ...given,
  };
}

async function* those(entries: readonly RecordEntry[]): AsyncIterable<RecordEntry> {
  yield* entries;
}

const pack = (entries: readonly RecordEntry[]): Promise<RecordPack> =>
  writeRecords(those(entries), { span, madeAt, projects: new Map([['eight', '8. 地域産業IoT等導入促進']]) });

const rowsOf = ({ csv }: RecordPack) => readCsv(Buffer.from(csv).toString('utf8')) ?? [];

describe('the records of a period', () => {
  test('say who, as what, when, what, before and after, where, approved by whom, why', async () => {
    const [header = [], , row = []] = rowsOf(
      await pack([
        anEntry({
          approvedBy: { personId: 'U0SUZUKI' as PersonId, posts: ['課長'] },
          reason: '=cmd',
          undoes: 'earlier',
          before: { text: '実証', dates: [{ period: { text: 'R2.11' } }], state: 'planned' },
        }),
      ]),
    );
    expect(header).toEqual(recordColumns);
    expect(Object.fromEntries(header.map((name, at) => [name, row[at]]))).toMatchObject({
      連番: '1',
      '日時（和暦）': '令和2年8月24日（月）9:00:05',
      '日時（ISO 8601）': '2020-08-24T09:00:05.123+09:00',
      操作: '指標の値の記録',
      プロジェクト: '8. 地域産業IoT等導入促進',
      変更前: '実証（R2.11）［予定］',
      変更後: '15.2（R2.7）',
      操作者: 'U0SATO',
      操作者の役職: '産業政策課 主任',
      承認者: 'U0SUZUKI',
      理由: "'=cmd",
      発言へのリンク: 'https://x.slack.com/archives/C0/p1',
      取り消した変更: 'earlier',
    });
  });

  test('are the same in both files, and sound; of nothing as well', async () => {
    for (const entries of [[], [anEntry(), anEntry({ reason: '改行\nと "引用", コンマ' })]]) {
      const { csv, xlsx, seal } = await pack(entries);
      const sound = { kind: 'sound', count: entries.length, seal };
      expect([await verifyRecords(csv), await verifyRecords(xlsx)]).toEqual([sound, sound]);
    }
  });

  test('hold any text that people write', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }), async (texts) => {
        const entries = texts.map((reason) => anEntry({ reason, after: { text: reason } }));
        const { csv, xlsx } = await pack(entries);
        for (const file of [csv, xlsx]) expect((await verifyRecords(file)).kind).toBe('sound');
      }),
      { numRuns: 4 },
    );
  });
});

describe('whoever tampers is found out', () => {
  let rows: readonly (readonly string[])[];
  beforeAll(async () => {
    rows = rowsOf(await pack([1, 2, 3].map((value) => anEntry({ reason: `理由${value}` }))));
  });
  const verify = (changed: readonly (readonly string[])[]) => verifyRecords(csvFile(changed));
  const reason = recordColumns.indexOf('理由');

  test.each<[string, (all: readonly (readonly string[])[]) => readonly (readonly string[])[], object]>([
    [
      'a text is changed',
      (all) => all.map((row, at) => (at === 3 ? row.with(reason, '別') : row)),
      { row: 4, because: 'changed' },
    ],
    [
      'the period is changed',
      (all) => all.map((row, at) => (at === 1 ? row.with(4, '別') : row)),
      { row: 2, because: 'changed' },
    ],
    ['a row is removed', (all) => all.filter((_, at) => at !== 3), { row: 4, because: 'not-next' }],
    ['a row is there twice', (all) => all.toSpliced(3, 0, all[3] ?? []), { row: 5, because: 'not-next' }],
    [
      'two rows change places',
      (all) => [...all.slice(0, 2), all[3] ?? [], all[2] ?? [], ...all.slice(4)],
      { row: 3, because: 'not-next' },
    ],
    ['the end is cut off', (all) => all.slice(0, -1), { row: 6, because: 'cut-off' }],
    ['something is added', (all) => [...all, all[2] ?? []], { row: 7, because: 'goes-on' }],
    [
      'a column is added',
      (all) => all.map((row, at) => (at === 2 ? [...row, 'x'] : row)),
      { row: 3, because: 'changed' },
    ],
  ])('%s', async (_name, tamper, broken) => {
    expect(await verify(tamper(rows))).toEqual({ kind: 'broken', ...broken });
  });

  test('a cell of the book is changed, or made a formula', async () => {
    for (const value of ['別', { formula: '1+1', result: 2 }]) {
      const book = new Excel.Workbook();
      await book.xlsx.load(new Uint8Array((await pack([anEntry()])).xlsx).buffer);
      const [sheet] = book.worksheets;
      if (sheet === undefined) throw new Error('no sheet');
      sheet.getCell(3, reason + 1).value = value;
      const changed = new Uint8Array(await book.xlsx.writeBuffer());
      expect(await verifyRecords(changed)).toEqual({ kind: 'broken', row: 3, because: 'changed' });
    }
  });

  test.each([
    ['another CSV', Buffer.from('a,b\r\n1,2\r\n')],
    ['a quote that is not closed', Buffer.from('"a')],
    ['a book that is none', Buffer.from('PK\u0003\u0004')],
    ['nothing', Buffer.from('')],
  ])('%s is no file of records', async (_name, bytes) => {
    expect(await verifyRecords(new Uint8Array(bytes))).toEqual({ kind: 'not-records' });
  });
});
