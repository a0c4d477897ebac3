import { composeReport, planReport } from '../../actions/reports/compose-report.ts';
import { compareWithLast } from '../../actions/reports/editions.ts';
import { type ReportFormat, reportFormats } from '../../domain/report-format.ts';
import { fold } from '../../text/fold.ts';
import { differencePage } from '../messages/difference.ts';
import { refusalMessage } from '../messages/refusal.ts';
import { noEditionMessage, reportChoice, reportMaking } from '../messages/report.ts';
import type { Reply } from '../reply.ts';
import type { Asked, Subcommand } from '../subcommand.ts';

/** `/project 報告書 R3.2 word`: the table as a file; without a format it offers them. `差分`: what changed in it. */
export const report: Subcommand = {
  name: 'report',
  names: ['報告書', 'report', '書出', '出力', 'export'],
  readings: ['ほうこくしょ', 'かきだし', 'しゅつりょく'],
  of: 'all',
  takesRest: true,
  takesTime: true,
  namesAsker: true,
  help: [
    { ja: '報告書 {month} word', en: 'report {month} word', does: 'help.report', topic: 'share' },
    { ja: '報告書 差分', en: 'report diff', does: 'help.reportDiff', topic: 'share' },
  ],
  async answer(asked) {
    const { ports, words, today, channel } = asked;
    const { typed, formats, toChannel, isDifference } = readOrder(asked);
    const from = { reader: ports.reader, editions: ports.reports.editions };
    if (isDifference) return difference(asked, typed);
    const planned = planReport({ typed, today });
    if (!planned.ok) return refusalMessage(refusalOf(planned.refusal), words);
    const plan = planned.value;
    if (formats.length === 0) return reportChoice(plan, { typed, words, channel });
    const to = toChannel && channel !== null && !channel.startsWith('D') ? channel : null;
    const { person } = asked;
    const compose = async () => {
      const composed = await composeReport(from, { typed, today });
      if (!composed.ok) throw new Error(`a table that was planned cannot be made: ${composed.refusal.kind}`);
      return composed.value;
    };
    const isBegun = ports.reports.order({ person, words, plan, compose, formats, channel: to });
    return reportMaking(plan, { formats, words, channel: to, isBegun });
  },
};

async function difference({ ports, words, today, page }: Asked, typed: string): Promise<Reply> {
  const from = { reader: ports.reader, editions: ports.reports.editions };
  const compared = await compareWithLast(from, { typed, today });
  if (compared.ok) return differencePage(compared.value, { typed, words, page });
  const { refusal } = compared;
  return refusal.kind === 'no-edition' ? noEditionMessage(words) : refusalMessage(refusalOf(refusal), words);
}

type Composed = Awaited<ReturnType<typeof composeReport>>;

/** A time is refused as everywhere; it is asked of no project. */
export function refusalOf(refusal: Extract<Composed, { ok: false }>['refusal']) {
  return refusal.kind === 'not-past' ? { ...refusal, number: null, unmarked: true } : refusal;
}

const formatWords: Readonly<Record<ReportFormat, readonly string[]>> = {
  docx: ['docx', 'word', 'ワード', 'doc'],
  xlsx: ['xlsx', 'excel', 'エクセル', 'xls'],
  pdf: ['pdf', 'ピーディーエフ'],
  csv: ['csv'],
  md: ['md', 'markdown', 'マークダウン'],
  json: ['json'],
};
const channelWords = ['チャンネル', 'channel', '共有', 'share'];
const differenceWords = ['差分', 'diff', '変更点', 'changes'];

/** What stands behind the word: formats, 差分 and チャンネル in any order; the rest is the time. */
export function readOrder({ rest, time }: Pick<Asked, 'rest' | 'time'>) {
  const isOneOf = (names: readonly string[], word: string) => names.some((name) => fold(name) === fold(word));
  const typed = rest.split(/[\s、,]+/u).filter(Boolean);
  const formats = reportFormats.filter((format) => typed.some((word) => isOneOf(formatWords[format], word)));
  const known = [...Object.values(formatWords).flat(), ...channelWords, ...differenceWords];
  return {
    typed: time ?? typed.filter((word) => !isOneOf(known, word)).join(' '),
    formats,
    toChannel: typed.some((word) => isOneOf(channelWords, word)),
    isDifference: typed.some((word) => isOneOf(differenceWords, word)),
  };
}
