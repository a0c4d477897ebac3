import { exportRecords, mayExportRecords } from '../../actions/records/export-records.ts';
import { recordSpan } from '../../actions/records/record-span.ts';
import type { Span } from '../../domain/period/period.ts';
import { printDay } from '../../domain/period/print-period.ts';
import { manageRefusedMessage } from '../messages/manage.ts';
import { recordsMaking, recordsRefused } from '../messages/records.ts';
import type { MadeFiles } from '../reports/desk.ts';
import type { Asked, Subcommand } from '../subcommand.ts';
import type { Words } from '../words/index.ts';

/** `/project 監査 R2.4.1 R3.3.31`: everything that was done in a period, chained by hashes; for administrators alone. */
export const records: Subcommand = {
  name: 'records',
  names: ['監査', 'records', '監査記録', 'audit'],
  readings: ['かんさ', 'かんさきろく'],
  of: 'all',
  takesRest: true,
  worksEmpty: true,
  namesAsker: true,
  help: [{ ja: '監査 {fiscalYear}', en: 'records {fiscalYear}', does: 'help.records', topic: 'admin' }],
  async answer(asked) {
    const { ports, person, words, today, rest } = asked;
    const may = await mayExportRecords(ports, person);
    if (!may.ok) return manageRefusedMessage({ who: 'administrators', ask: may.refusal.ask }, words);
    const [from = '', to = ''] = rest.split(/[\s～~]+/u).filter(Boolean);
    const span = recordSpan({ from, to }, today);
    if (!span.ok) return recordsRefused(span.refusal, words);
    const isBegun = ports.reports.bring({
      key: `records ${span.value.first} ${span.value.last}`,
      person,
      words,
      // Who did what is for the eyes of the administrator who asks.
      channel: null,
      make: () => recordFiles(asked, span.value),
    });
    return recordsMaking(periodWords(span.value, words), isBegun, words);
  },
};

function periodWords({ first, last }: Span, { language }: Words): string {
  const days = [first, last].map((day) => printDay(day, { language, style: 'long' }));
  return days.join(language === 'ja' ? '～' : ' – ');
}

async function recordFiles({ ports, timeZone, now, words }: Asked, span: Span): Promise<MadeFiles> {
  const { store, reports } = ports;
  const pack = await exportRecords({ records: reports.records, store }, { span, timeZone, now });
  const name = `監査記録_${span.first}_${span.last}`;
  const title = words('records.fileTitle', { count: pack.count, seal: pack.seal.slice(0, 16) });
  return {
    files: [
      { name: `${name}.csv`, title, bytes: pack.csv, alt: null },
      { name: `${name}.xlsx`, title, bytes: pack.xlsx, alt: null },
    ],
    comment: words('records.comment', { period: periodWords(span, words) }),
  };
}
