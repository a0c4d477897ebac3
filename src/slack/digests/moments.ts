import type { Span } from '../../domain/period/period.ts';
import { printDay } from '../../domain/period/print-period.ts';
import { printInstant } from '../messages/parts/instant.ts';
import type { Words } from '../words/index.ts';

/** 令和2年8月24日（月）9:00: the moment as a clock on the wall of that zone shows it. */
export function printMoment(instant: Date, timeZone: string, words: Words): string {
  return printInstant(instant, { timeZone, words }, { western: false });
}

/** 令和2年8月24日（月）から令和2年9月20日（日）まで. */
export function printSpan({ first, last }: Span, words: Words): string {
  const [from = '', to = ''] = [first, last].map((day) =>
    printDay(day, { language: words.language, style: 'long' }),
  );
  return first === last ? from : words('agenda.span', { first: from, last: to });
}
