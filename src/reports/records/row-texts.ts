import { type CalendarDay, dayAt } from '../../domain/calendar-day.ts';
import type { Author } from '../../domain/change.ts';
import { printDay } from '../../domain/period/print-period.ts';
import type { RecordEntry } from '../../domain/record-entry.ts';
import { looksLikeFormula, storableText } from '../write/safe-text.ts';
import { summaryOf } from './summary.ts';
import { verbWords } from './verb-words.ts';

/** The columns of the records; the last two hold the chain. */
export const recordColumns = [
  '連番',
  '行の種類',
  '日時（和暦）',
  '日時（ISO 8601）',
  '操作',
  '操作コード',
  '対象の種類',
  'プロジェクト',
  '変更前',
  '変更後',
  '操作者',
  '操作者の役職',
  '承認者',
  '承認者の役職',
  '理由',
  '発言へのリンク',
  '入力の方法',
  'チャンネル',
  '取り消した変更',
  '変更の組',
  '対象ID',
  '変更前（全項目）',
  '変更後（全項目）',
  '前の行のハッシュ',
  'この行のハッシュ',
] as const;

const textColumns = recordColumns.length - 2;

/** What the records are of. */
export interface RecordSpan {
  /** Both days included. */
  readonly first: CalendarDay;
  readonly last: CalendarDay;
  readonly timeZone: string;
}

/** The texts of the row with which records begin: period, zone and the moment they were made. */
export function openingTexts({ first, last, timeZone }: RecordSpan, madeAt: Date): readonly string[] {
  const print = (day: CalendarDay) => printDay(day, { language: 'ja', style: 'long' });
  const period = `${print(first)}～${print(last)}（${timeZone}）`;
  return filled([
    '0',
    '開始',
    ...moment(madeAt, timeZone),
    '記録の開始',
    `${first}/${last}`,
    '',
    '',
    '',
    `範囲: ${period}`,
  ]);
}

/** The texts of the row with which records end: without it, rows at the end are missing. */
export function closingTexts(count: number): readonly string[] {
  return filled([String(count + 1), '終了', '', '', '記録の終了', String(count), '', '', '', `全${count}件`]);
}

/** The texts of a thing that was done, guarded so that no spreadsheet takes one for a formula. */
export function recordTexts(
  entry: RecordEntry,
  {
    number,
    timeZone,
    projects,
  }: {
    readonly number: number;
    readonly timeZone: string;
    /** Names of projects by id: `8. 地域産業IoT等導入促進プロジェクト`. */
    readonly projects: ReadonlyMap<string, string>;
  },
): readonly string[] {
  const { at, verb, kind, projectId, before, after, by, approvedBy, origin } = entry;
  return filled([
    String(number),
    '変更',
    ...moment(at, timeZone),
    verbWords[verb] ?? verb,
    verb,
    kind,
    projectId === null ? '' : (projects.get(projectId) ?? projectId),
    summaryOf(before),
    summaryOf(after),
    ...authorTexts(by),
    ...authorTexts(approvedBy),
    entry.reason ?? '',
    origin.permalink ?? '',
    origin.via,
    origin.channelId ?? '',
    entry.undoes ?? '',
    entry.setId,
    entry.targetId,
    jsonOf(before),
    jsonOf(after),
  ]);
}

function filled(texts: readonly string[]): readonly string[] {
  return Array.from({ length: textColumns }, (_, at) => guarded(texts[at] ?? ''));
}

/** As in CSV, in both files: the text of a cell is what its hash is of. Line ends are those of one kind. */
function guarded(text: string): string {
  const plain = storableText(text).replace(/\r\n?/g, '\n');
  return looksLikeFormula(plain) ? `'${plain}` : plain;
}

function authorTexts(author: Author | null): readonly [string, string] {
  return author === null ? ['', ''] : [author.personId, author.posts.join('、')];
}

/** 令和2年8月24日（月）9:00:05 and 2020-08-24T09:00:05.123+09:00, as a clock on the wall of that zone shows it. */
function moment(at: Date, timeZone: string): readonly [string, string] {
  const day = dayAt(at, timeZone);
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'longOffset',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  const time = `${part('hour')}:${part('minute')}:${part('second')}`;
  const offset = part('timeZoneName').replace('GMT', '') || '+00:00';
  const milliseconds = String(at.getUTCMilliseconds()).padStart(3, '0');
  return [
    `${printDay(day, { language: 'ja', style: 'long' })}${time.replace(/^0/, '')}`,
    `${day}T${time}.${milliseconds}${offset}`,
  ];
}

/** Plain data as JSON with its members in alphabetical order; nothing for nothing. */
function jsonOf(value: unknown): string {
  return value === null || value === undefined ? '' : JSON.stringify(sorted(value));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]: [string, unknown]) => [name, sorted(member)]));
}
