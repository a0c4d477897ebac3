import type { ReportPlan } from '../../actions/reports/compose-report.ts';
import { printDay, printPeriod } from '../../domain/period/print-period.ts';
import { type ReportFormat, reportFormats } from '../../domain/report-format.ts';
import { actions, askButton, context } from '../blocks/build.ts';
import { paragraph, richText, text } from '../blocks/rich-text.ts';
import { type Reply, reply } from '../reply.ts';
import type { Words } from '../words/index.ts';

/** Which file it is to be, and where it is to go. */
export function reportChoice(
  plan: ReportPlan,
  { typed, words, channel }: { typed: string; words: Words; channel: string | null },
): Reply {
  const sentence = words('report.choose', { month: monthOf(plan, words) });
  const buttons = (to: string, formats: readonly ReportFormat[], place: string) =>
    actions(
      `report-${place}`,
      formats.map((format) =>
        askButton({
          id: `report-${place}-${format}`,
          label: words(`report.${format}`),
          spoken: `${words(`report.${format}`)} ${words(place === 'me' ? 'report.toMe' : 'report.toChannel')}`,
          ask: ['report', typed, format, to].filter(Boolean).join(' '),
        }),
      ),
    );
  const isChannel = channel !== null && !channel.startsWith('D');
  return reply(sentence, [
    richText([paragraph(text(sentence, { bold: true }))]),
    context(stateOf(plan, words)),
    richText([paragraph(text(words('report.toMe')))]),
    buttons('', reportFormats, 'me'),
    ...(isChannel
      ? [
          richText([paragraph(text(words('report.toChannel')))]),
          buttons('channel', ['docx', 'xlsx', 'pdf'], 'channel'),
        ]
      : []),
    actions('report-more', [
      askButton({
        id: 'report-diff',
        label: words('report.diff'),
        ask: ['report', typed, 'diff'].filter(Boolean).join(' '),
      }),
      askButton({ id: 'report-editions', label: words('report.editions'), ask: 'editions' }),
    ]),
  ]);
}

/** Said at once, while the files are made. */
export function reportMaking(
  plan: ReportPlan,
  {
    formats,
    words,
    channel,
    isBegun,
  }: { formats: readonly ReportFormat[]; words: Words; channel: string | null; isBegun: boolean },
): Reply {
  if (!isBegun) return plain(words('report.running'));
  return plain(
    words(channel === null ? 'report.making' : 'report.makingForChannel', {
      month: monthOf(plan, words),
      formats: formats.map((format) => words(`report.${format}`)).join(words('report.and')),
    }),
  );
}

/** There is no edition of that month or before to compare with. */
export function noEditionMessage(words: Words): Reply {
  const sentence = words('report.noEdition');
  return reply(sentence, [
    richText([paragraph(text(sentence))]),
    actions('no-edition', [
      askButton({ id: 'report-editions', label: words('report.editions'), ask: 'editions' }),
    ]),
  ]);
}

function plain(sentence: string): Reply {
  return reply(sentence, [richText([paragraph(text(sentence))])]);
}

function monthOf({ asOf }: ReportPlan, { language }: Words): string {
  return printPeriod(asOf, { language, style: 'long' });
}

function stateOf({ day, isPresent }: ReportPlan, words: Words): string {
  const { language } = words;
  return isPresent
    ? words('report.ofNow')
    : words('report.ofThen', { day: printDay(day, { language, style: 'long' }) });
}
