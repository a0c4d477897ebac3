type Data = Readonly<Record<string, unknown>>;

/**
 * What a snapshot says in a line, for people who read the records; all of it stands in the columns behind. The records
 * hold what was written years ago: nothing is taken for granted but that it is plain data.
 */
export function summaryOf(snapshot: unknown): string {
  if (!isData(snapshot)) return '';
  const { text, name, number, section, value, from, written } = snapshot;
  if (isData(value)) return `${valueText(value)}${inBrackets(textIn(snapshot.asOf))}`;
  if (typeof text === 'string')
    return `${text}${inBrackets(datesOf(snapshot.dates))}${stateOf(snapshot.state)}`;
  if (typeof name === 'string')
    return [numberOf(number), section, name, targetOf(snapshot)].filter(isText).join(' ');
  if (isText(written)) return written;
  if (isText(from)) return from;
  if (isText(snapshot.channelId)) return digestOf(snapshot);
  return [snapshot.role, snapshot.personId, snapshot.title].filter(isText).join(' ');
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function textIn(value: unknown): string {
  return isData(value) && isText(value.text) ? value.text : '';
}

function inBrackets(text: string): string {
  return text === '' ? '' : `（${text}）`;
}

function datesOf(dates: unknown): string {
  if (!Array.isArray(dates)) return '';
  return dates
    .map((date: unknown) => (isData(date) ? textIn(date.period) : ''))
    .filter(isText)
    .join('、');
}

const states: Readonly<Record<string, string>> = {
  planned: '［予定］',
  achieved: '［実施済み］',
  postponed: '［延期］',
  cancelled: '［中止］',
};

function stateOf(state: unknown): string {
  return isText(state) ? (states[state] ?? '') : '';
}

function valueText(value: Data): string {
  return [value.amount, value.state].filter(isText).join('');
}

function targetOf({ target, unit }: Data): string {
  return isData(target) ? `目標 ${valueText(target)}${isText(unit) ? unit : ''}` : '';
}

function numberOf(number: unknown): string {
  return typeof number === 'number' ? `${number}.` : '';
}

const weekdays = ['月', '火', '水', '木', '金', '土', '日'] as const;

/** A digest's settings, or one period of it: 月・木 09:00 4週間 C0STRATEGY. */
function digestOf({ channelId, weekdays: days, time, weeksAhead, isPaused, period }: Data): string {
  const on = Array.isArray(days) ? days.map((day) => weekdays[Number(day) - 1]).filter(isText) : [];
  const weeks = typeof weeksAhead === 'number' ? `${weeksAhead}週間` : '';
  const line = [on.join('・'), time, weeks, channelId, isPaused === true ? '［一時停止中］' : ''];
  return [...line, periodOf(period)].filter(isText).join(' ');
}

const endings: Readonly<Record<string, string>> = {
  waiting: '送信待ち',
  sent: '送信済み',
  skipped: '見送り',
  failed: '失敗',
  unknown: '不明',
};

function periodOf(period: unknown): string {
  if (!isData(period) || !isText(period.key)) return '';
  const state = isText(period.state) ? (endings[period.state] ?? period.state) : '';
  return `${period.key}${inBrackets(state)}`;
}
