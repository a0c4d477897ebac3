import type { RichTextElement } from '@slack/types';
import type { Trail } from '../../../actions/read-trail.ts';
import { addDays, addMonths, dayAt, makeDay } from '../../../domain/calendar-day.ts';
import type { Author } from '../../../domain/change.ts';
import type { Observation } from '../../../domain/indicator.ts';
import { printDay, printPeriod } from '../../../domain/period/print-period.ts';
import { text } from '../../blocks/rich-text.ts';
import type { Words } from '../../words/index.ts';
import { whoAndWhen } from './who-and-when.ts';

const japan = 'Asia/Tokyo';

/** 令和2年8月版, of the key 2020-08. A key that names no month stands as it is. */
export function editionName(key: string, words: Words): string {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(key) ?? [];
  const first = makeDay(Number(year), Number(month), 1);
  if (first === null) return words('source.edition', { edition: key });
  const last = addDays(addMonths(first, 1), -1);
  const asOf = { text: key, first, last, precision: 'month', approximate: false } as const;
  return words('source.edition', { edition: printPeriod(asOf, { language: words.language, style: 'long' }) });
}

/**
 * Where a value came from, in plain text: 令和2年8月版 8番の指標の1件目, or who recorded it and when, by post, since a
 * person has no name in plain text.
 */
export function sourceOf({ id, source }: Observation, trail: Trail, words: Words): string {
  if (source.kind === 'edition') {
    const edition = editionName(source.editionKey, words);
    return source.place === undefined
      ? edition
      : words('source.editionPlace', {
          edition,
          number: source.place.projectNumber,
          line: source.place.line,
        });
  }
  const recorded = trail.get(id);
  const by = recorded?.by ?? { personId: source.by, posts: [] };
  return words('source.person', { when: dayOf(source.recordedAt, words), who: postsOf(by, words) });
}

/** The same for a message, where a person has a name. */
export function sourceElements(observation: Observation, words: Words): RichTextElement[][] {
  const { source } = observation;
  if (source.kind === 'edition') {
    return [text(words('source.line', { source: sourceOf(observation, new Map(), words) }))];
  }
  const by = { personId: source.by, posts: [] };
  return [
    text(words('source.recorded')),
    ...whoAndWhen({ by, at: source.recordedAt }, { words, timeZone: japan }),
  ];
}

/** 令和2年8月25日（火）, the day of an instant in the prefecture. */
export function dayOf(instant: Date, { language }: Words): string {
  return printDay(dayAt(instant, japan), { language, style: 'long' });
}

/** The posts held at that moment; a person without one is named as such. */
export function postsOf({ posts }: Author, words: Words): string {
  return posts.length === 0 ? words('source.noPost') : posts.join(words('mark.comma'));
}
