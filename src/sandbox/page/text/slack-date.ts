import { clockTime, nearDay } from '../parts/calendar.ts';

export interface DateScene {
  readonly now: string;
  readonly timeZone: string;
}

const LONG = { year: 'numeric', month: 'long', day: 'numeric' } as const;

/**
 * What Slack shows for `<!date^seconds^format>` to a person in that zone whose language is Japanese. Names that Slack
 * does not know stay as typed. Table: https://docs.slack.dev/messaging/formatting-message-text#date-formatting
 */
export function slackDate(seconds: number, format: string, scene: DateScene): string {
  const date = new Date(seconds * 1000);
  return format.replace(/\{([a-z_]+)\}/g, (typed, name: string) => oneToken(name, date, scene) ?? typed);
}

function oneToken(name: string, date: Date, { now, timeZone }: DateScene): string | null {
  const written = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('ja-JP', { timeZone, ...options }).format(date);
  if (name.endsWith('_pretty')) {
    const near = nearDay(date, new Date(now), timeZone);
    return near ?? oneToken(name.slice(0, -'_pretty'.length), date, { now, timeZone });
  }
  switch (name) {
    case 'date_num':
      return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(date);
    case 'date_slash':
      return written({ year: 'numeric', month: '2-digit', day: '2-digit' });
    case 'date':
    case 'date_short':
      return written(LONG);
    case 'date_long':
    case 'date_long_full':
      return written({ ...LONG, weekday: 'long' });
    case 'time':
      return clockTime(date, timeZone);
    case 'time_secs':
      return `${clockTime(date, timeZone)}:${written({ second: 'numeric' }).replace(/\D/g, '').padStart(2, '0')}`;
    case 'ago':
      return ago(date, new Date(now));
    default:
      return null;
  }
}

function ago(date: Date, now: Date): string {
  const seconds = (date.getTime() - now.getTime()) / 1000;
  const words = new Intl.RelativeTimeFormat('ja-JP', { numeric: 'auto' });
  if (Math.abs(seconds) < 3600) return words.format(Math.round(seconds / 60), 'minute');
  if (Math.abs(seconds) < 86_400) return words.format(Math.round(seconds / 3600), 'hour');
  return words.format(Math.round(seconds / 86_400), 'day');
}
