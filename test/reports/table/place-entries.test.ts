import { describe, expect, test } from '@jest/globals';
import type { EditionEntry } from '../../../src/domain/edition.ts';
import { placeEntries } from '../../../src/reports/table/place-entries.ts';
import { anAchievement, aPlan } from '../../support/editions.ts';

const done = (text: string, ...entries: readonly EditionEntry[]) => anAchievement(text, { entries });
const planned = (text: string, ...entries: readonly EditionEntry[]) => aPlan(text, [], { entries });
const sub = (entry: EditionEntry): EditionEntry => ({ ...entry, mark: '・' });
const as = (state: EditionEntry['state'], entry: EditionEntry): EditionEntry => ({ ...entry, state });

/** `■会議{・第1回}` */
const brief = (entries: readonly EditionEntry[]): string =>
  entries
    .map(({ mark, text, entries: below }) => `${mark}${text}${below.length === 0 ? '' : `{${brief(below)}}`}`)
    .join(' ');

const placed = (progress: readonly EditionEntry[], upcoming: readonly EditionEntry[]) => {
  const columns = placeEntries({ progress, upcoming });
  return [brief(columns.progress), brief(columns.upcoming)];
};

describe('the columns', () => {
  test.each<[string, readonly EditionEntry[], readonly EditionEntry[], string, string]>([
    ['nothing has happened', [done('a')], [planned('b')], '■a', '■b'],
    ['a planned entry has come true', [done('a')], [done('b'), planned('c')], '■a ■b', '■c'],
    [
      'a part has come true',
      [],
      [planned('推進', sub(done('開始')), sub(planned('検証')))],
      '■開始',
      '■推進{・検証}',
    ],
    ['the last part has come true', [], [planned('推進', sub(done('開始')))], '■開始', '■推進'],
    [
      'a heading has come true and a part of it not yet',
      [],
      [done('推進', sub(planned('検証')))],
      '',
      '■推進{・検証}',
    ],
    ['all of an entry has come true', [], [done('推進', sub(done('開始')))], '■推進{・開始}', ''],
    ['looking back, something had not come true yet', [planned('a'), done('b')], [], '■b', '■a'],
    [
      'a past thing is told for reference',
      [],
      [planned('整備', sub(done('(参考) 開通')))],
      '',
      '■整備{・(参考) 開通}',
    ],
    ['something was cancelled', [], [as('cancelled', planned('a')), planned('b')], '', '■b'],
    ['something was postponed', [], [as('postponed', planned('a'))], '', '■a'],
  ])('%s', (_name, progress, upcoming, left, right) => {
    expect(placed(progress, upcoming)).toEqual([left, right]);
  });

  test('say of all that is in them what a column says', () => {
    const upcoming = [as('postponed', planned('a')), done('推進', sub(planned('検証')))];
    expect(placeEntries({ progress: [], upcoming }).upcoming.map(({ state }) => state)).toEqual([
      'planned',
      'planned',
    ]);
  });
});
