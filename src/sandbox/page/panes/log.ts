import { clockTime } from '../parts/calendar.ts';
import { byId, el } from '../parts/dom.ts';
import { showKeyed } from '../parts/keyed.ts';
import type { LogEntry, PageState } from '../protocol.ts';

/** Draws what went between Slack and the bot, newest first; the raw JSON of an entry stands under it. */
export function showLog({ log, clock }: PageState): void {
  const entries = [...log].reverse().map((entry) => ({
    key: String(entry.id),
    signature: `${entry.status} ${entry.milliseconds}`,
    draw: () => drawEntry(entry, clock.timeZone),
  }));
  showKeyed(byId('log-list'), entries);
  byId('log-empty').hidden = entries.length > 0;
  byId('log-count').textContent = entries.length === 0 ? '' : String(entries.length);
}

function drawEntry(entry: LogEntry, timeZone: string): HTMLElement {
  const toBot = entry.direction === 'to-bot';
  const raw = el('div', { class: 'log-raw' });
  const details = el(
    'details',
    { class: 'log-entry' },
    el(
      'summary',
      {},
      el('span', { class: `log-way ${entry.direction}` }, toBot ? 'Slack → bot' : 'bot → Slack'),
      el('span', { class: 'log-what' }, entry.what),
      el('span', { class: 'log-at' }, clockTime(new Date(entry.at), timeZone)),
      el('span', { class: isGood(entry.status) ? 'log-status' : 'log-status bad' }, entry.status),
      el('span', { class: `log-ms ${pace(entry.milliseconds)}` }, paceWords(entry.milliseconds)),
    ),
    raw,
  );
  // The JSON is long and mostly unread: written out when somebody opens it.
  details.ontoggle = () => {
    if (details.open && raw.childElementCount === 0)
      raw.append(...json('送った内容', entry.request), ...json('返事', entry.response));
  };
  return details;
}

function isGood(status: string): boolean {
  return /^(?:2\d\d|ok|ack)\b/i.test(status);
}

/** Slack waits 3 seconds for an answer; a person begins to wonder after 1. */
function pace(milliseconds: number): 'fast' | 'slow' | 'late' {
  if (milliseconds > 3000) return 'late';
  return milliseconds > 1000 ? 'slow' : 'fast';
}

function paceWords(milliseconds: number): string {
  const word = { fast: '', slow: '遅い ', late: '3秒超 ' }[pace(milliseconds)];
  return `${word}${Math.round(milliseconds).toLocaleString('ja-JP')} ms`;
}

function json(title: string, value: unknown): readonly HTMLElement[] {
  return [el('h3', {}, title), el('pre', { tabindex: 0 }, JSON.stringify(value, null, 2) ?? '（なし）')];
}
