interface Parts {
  readonly [part: string]: string;
}

function parts(date: Date, timeZone: string, options: Intl.DateTimeFormatOptions): Parts {
  const formatter = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { timeZone, ...options });
  return Object.fromEntries(formatter.formatToParts(date).map(({ type, value }) => [type, value]));
}

/** 令和2年8月24日（月） of an instant in a zone. */
export function wareki(date: Date, timeZone: string): string {
  const { era, year, month, day, weekday } = parts(date, timeZone, {
    era: 'long',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    weekday: 'short',
  });
  return `${era}${year === '1' ? '元' : year}年${month}月${day}日（${weekday}）`;
}

/** 9:05 of an instant in a zone, on the 24-hour clock. */
export function clockTime(date: Date, timeZone: string): string {
  const options = { timeZone, hour: 'numeric', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat('ja-JP', options).format(date);
}

/** 2020-08-24 of an instant in a zone: a key by which days compare. */
export function dayKey(date: Date, timeZone: string): string {
  const options = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  return new Intl.DateTimeFormat('sv-SE', options).format(date);
}

/** 今日, 昨日, 明日 seen from `now`, else null. */
export function nearDay(date: Date, now: Date, timeZone: string): string | null {
  const [day, today] = [dayKey(date, timeZone), dayKey(now, timeZone)].map((key) =>
    Date.parse(`${key}T00:00:00Z`),
  );
  const distance = Math.round(((day ?? 0) - (today ?? 0)) / 86_400_000);
  return ({ '-1': '昨日', 0: '今日', 1: '明日' } as Record<string, string>)[distance] ?? null;
}

/** The instant of a Slack ts (`1598227200.000100`: seconds on the product's clock). */
export function instantOf(ts: string): Date {
  return new Date(Number.parseFloat(ts) * 1000);
}
