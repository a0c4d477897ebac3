import type { PicturePort } from '../../actions/pictures.ts';
import type { RecordReader } from '../../actions/records/record-ports.ts';
import type { Report, ReportPlan } from '../../actions/reports/compose-report.ts';
import { reportPictures } from '../../actions/reports/report-pictures.ts';
import type { EditionBook, ReportWriter } from '../../actions/reports/report-ports.ts';
import { printDay, printPeriod } from '../../domain/period/print-period.ts';
import type { Person } from '../../domain/person.ts';
import type { ReportFormat } from '../../domain/report-format.ts';
import { paragraph, richText, text } from '../blocks/rich-text.ts';
import type { DirectMessages } from '../direct-messages.ts';
import type { FileSender, OutgoingFile } from '../files/sender.ts';
import type { InFlight } from '../in-flight.ts';
import { failureMessage } from '../messages/failure.ts';
import { escapeMrkdwn, type Reply, reply } from '../reply.ts';
import type { Words } from '../words/index.ts';

/** Files that somebody ordered. */
export interface ReportOrder {
  readonly person: Person;
  readonly words: Words;
  readonly plan: ReportPlan;
  /** Reads the table; only once its turn has come. */
  readonly compose: () => Promise<Report>;
  readonly formats: readonly ReportFormat[];
  /** The channel they are for; null for the person's own conversation with the bot. */
  readonly channel: string | null;
}

/** Makes files in the background and brings them. */
export interface ReportDesk {
  readonly editions: EditionBook;
  readonly records: RecordReader;
  /** Begins; false where the very same is being made for the person already. */
  order(order: ReportOrder): boolean;
  /** Brings any other files that are made while the person waits. */
  bring(order: FileOrder): boolean;
}

/** Files with what stands over them: our own words only, escaped for mrkdwn. */
export interface MadeFiles {
  readonly files: readonly OutgoingFile[];
  readonly comment: string;
}

/** Files of any kind, made when it is their turn. */
export interface FileOrder {
  /** What is ordered, so that a double click makes it once. */
  readonly key: string;
  readonly person: Person;
  readonly words: Words;
  readonly channel: string | null;
  readonly make: () => Promise<MadeFiles>;
}

export interface ReportDeskParts {
  readonly editions: EditionBook;
  readonly records: RecordReader;
  readonly write: ReportWriter;
  readonly pictures: PicturePort;
  readonly files: FileSender;
  readonly directMessages: DirectMessages;
  readonly inFlight: InFlight;
  /** Notes what went wrong on our side and gives the reference under which it was noted. */
  readonly report: (problem: unknown) => string;
  readonly now: () => Date;
}

/** The desk over its parts. What fails is told to the person with its reference, in the conversation with the bot. */
export function reportDesk(parts: ReportDeskParts): ReportDesk {
  const underWay = new Set<string>();
  const bring = (order: FileOrder): boolean => {
    const key = `${order.person.id} ${order.channel} ${order.key}`;
    if (underWay.has(key)) return false;
    underWay.add(key);
    parts.inFlight.follow(deliver(order, parts).finally(() => underWay.delete(key)));
    return true;
  };
  return {
    editions: parts.editions,
    records: parts.records,
    bring,
    order: ({ plan, compose, formats, ...order }) =>
      bring({
        ...order,
        key: `${plan.key} ${plan.day} ${formats.join(' ')}`,
        make: async () => {
          const report = await compose();
          const comment = commentOf({ report, formats, words: order.words });
          return { files: await makeFiles(report, formats, parts), comment };
        },
      }),
  };
}

async function makeFiles(
  report: Report,
  formats: readonly ReportFormat[],
  { write, now, pictures }: ReportDeskParts,
): Promise<readonly OutgoingFile[]> {
  const { content } = report;
  const month = printPeriod(content.asOf, { language: 'ja', style: 'long' });
  const painted = formats.includes('pdf') ? await reportPictures(report, pictures) : [];
  const files: OutgoingFile[] = [];
  // One after the other: each takes a core and memory of its own.
  for (const format of formats) {
    const bytes = await write(content, { format, at: now(), pictures: format === 'pdf' ? painted : [] });
    files.push({ name: `進捗状況_${month}.${format}`, title: `進捗状況（${month}）`, bytes, alt: null });
  }
  return files;
}

async function deliver(order: FileOrder, parts: ReportDeskParts): Promise<void> {
  const { person, words, channel } = order;
  try {
    const made = await order.make();
    if (channel === null) return await bringTo(order, made, parts);
    const comment = `${made.comment}\n${words('report.by')} <@${person.id}>`;
    const sent = await parts.files.send({ channel }, made.files, comment);
    if (sent.ok) return;
    // What a channel does not take goes to the person, with the reason.
    const why = words(sent.why === 'too-large' ? 'report.tooLarge' : 'report.notInChannel');
    await bringTo(order, { ...made, comment: `${made.comment}\n${why}` }, parts);
  } catch (problem) {
    await parts.directMessages.send(person.id, failureMessage(parts.report(problem), words));
  }
}

async function bringTo(
  { person, words }: FileOrder,
  made: MadeFiles,
  { files, directMessages }: ReportDeskParts,
): Promise<void> {
  const sent = await files.send({ person: person.id }, made.files, made.comment);
  if (sent.ok || sent.why === 'unreachable') return;
  await directMessages.send(person.id, plainSentence(words('report.tooLarge')));
}

function plainSentence(sentence: string): Reply {
  return reply(sentence, [richText([paragraph(text(sentence))])]);
}

function commentOf({
  report,
  formats,
  words,
}: Pick<ReportOrder, 'formats' | 'words'> & { readonly report: Report }): string {
  const { content, day, isPresent, cancelled } = report;
  const style = { language: words.language, style: 'long' } as const;
  const what = words('report.comment', {
    month: printPeriod(content.asOf, style),
    formats: formats.map((format) => words(`report.${format}`)).join(words('report.and')),
  });
  const lines = [
    what,
    isPresent ? words('report.ofNow') : words('report.ofThen', { day: printDay(day, style) }),
    ...(cancelled === 0 ? [] : [words('report.cancelled', { count: cancelled })]),
  ];
  return escapeMrkdwn(lines.join('\n'));
}
