import { layPicture, type PictureKind, type PictureRefusal } from '../../actions/pictures.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import { readPastDay } from '../../domain/period/read-past-day.ts';
import type { FileGoal, FileRefusal } from '../files/sender.ts';
import { chartSent, chartUnsent, unclearChart, whichIndicator } from '../messages/chart.ts';
import { refusalMessage } from '../messages/refusal.ts';
import type { Reply } from '../reply.ts';
import type { Asked, Subcommand } from '../subcommand.ts';

/**
 * `/project 8 グラフ`, `/project グラフ`: indicators as bars; `… 推移 指標名`: one over time; `… 予定`: what is coming.
 * A file cannot be for one pair of eyes in a channel: it goes into the conversation of the person with the bot, and
 * with 共有 into the channel.
 */
export const chart: Subcommand = {
  name: 'chart',
  names: ['グラフ', 'chart', 'graph', '図', 'チャート'],
  readings: ['ず'],
  of: 'either',
  takesRest: true,
  takesTime: true,
  // Every time it is asked a picture is sent.
  namesAsker: true,
  help: [
    { ja: '{number} グラフ', en: '{number} chart', does: 'help.chart', topic: 'share' },
    { ja: 'グラフ', en: 'chart', does: 'help.chartAll', topic: 'share' },
    {
      ja: '{number} グラフ 推移 {indicator}',
      en: '{number} chart course {indicator}',
      does: 'help.chartCourse',
      topic: 'share',
    },
    { ja: '{number} グラフ 予定', en: '{number} chart timeline', does: 'help.chartTimeline', topic: 'share' },
  ],
  async answer(asked) {
    const wanted = readRest(asked.rest);
    if (wanted === null) return unclearChart(asked.rest, asked.words);
    const at = pastDay(asked);
    return at.ok ? answerWith(asked, { ...wanted, at: at.value }) : at.refusal;
  },
};

/** What was asked for. */
export interface ChartAsk {
  readonly kind: PictureKind;
  readonly name: string;
  /** Whether all in the channel are to see it. */
  readonly shared: boolean;
}

/** What the words behind グラフ ask for; null where they mean nothing. */
export function readRest(rest: string): ChartAsk | null {
  const [, told = '', share] = /^(.*?)(?:(?:^| )(共有|share))?$/iu.exec(rest) ?? [];
  const shared = share !== undefined;
  if (told === '' || /^(?:指標|indicators?)$/iu.test(told)) return { kind: 'indicators', name: '', shared };
  if (/^(?:予定|今後|timeline|upcoming)$/iu.test(told)) return { kind: 'timeline', name: '', shared };
  const [, name] = /^(?:推移|course|trend)(?: (.*))?$/iu.exec(told) ?? [null, null];
  return name === null ? null : { kind: 'course', name: name ?? '', shared };
}

function pastDay({ time, today, project, words }: Asked): Outcome<CalendarDay | null, Reply> {
  if (time === null) return accept(null);
  const day = readPastDay(time, today);
  if (day.ok) return day;
  return refuse(
    refusalMessage({ kind: 'not-past', typed: time, number: project, reason: day.refusal }, words),
  );
}

type Wanted = ChartAsk & { readonly at: CalendarDay | null };

async function answerWith(asked: Asked, wanted: Wanted): Promise<Reply> {
  const { ports, person, project: number, page, today, words, channel } = asked;
  // A course is of one indicator, and names are those of a project.
  if (wanted.kind === 'course' && number === null) return unclearChart(asked.rest, words);
  const laid = await layPicture(ports, { ...wanted, person, number, page, today });
  if (!laid.ok) return refused(laid.refusal, asked, wanted);
  const drawing = laid.value;
  const of = { ...wanted, number, page: drawing.page, pages: drawing.pages, title: drawing.title };
  const goal: FileGoal = wanted.shared && channel !== null ? { channel } : { person: person.id };
  const key = JSON.stringify([person.id, goal, drawing.title, drawing.alt]);
  const sent = await ports.pictures.once<Outcome<null, FileRefusal>>(key, async () => {
    const bytes = await ports.pictures.paint(drawing);
    const file = { name: fileName(of), title: drawing.title, bytes, alt: drawing.alt };
    const comment = words(number === null ? 'chart.commentAll' : 'chart.comment', { number: number ?? 0 });
    const result = await ports.pictures.send(
      goal,
      [file],
      'channel' in goal ? `${comment} <@${person.id}>` : comment,
    );
    return result.ok ? accept(null) : refuse(result.why);
  });
  return sent.ok ? chartSent(of, { words, channel, alt: drawing.alt }) : chartUnsent(sent.refusal, of, words);
}

function refused(refusal: PictureRefusal, { words, project }: Asked, wanted: Wanted): Reply {
  return refusal.kind === 'which-indicator'
    ? whichIndicator(refusal.indicators, { number: project ?? 0, at: wanted.at }, words)
    : refusalMessage(refusal, words);
}

/** A name that every system of files takes: project-8-indicators.png. */
function fileName({
  number,
  kind,
  page,
}: {
  number: number | null;
  kind: PictureKind;
  page: number;
}): string {
  const of = number === null ? 'all' : `project-${number}`;
  return `${of}-${kind}${page > 1 ? `-${page}` : ''}.png`;
}
