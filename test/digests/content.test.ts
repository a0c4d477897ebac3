import { describe, expect, test } from '@jest/globals';
import {
  type ContentOptions,
  type DigestContent,
  digestContent,
  isEmptyContent,
} from '../../src/digests/content.ts';
import { layOut } from '../../src/digests/first-screen.ts';
import { type Inclusion, inclusions } from '../../src/digests/subscription.ts';
import { calendarDay } from '../../src/domain/calendar-day.ts';
import type { Rhythm } from '../../src/domain/rhythm.ts';
import { aMilestone, anIndicator, aProject, today } from '../support/factories.ts';

/** Four weeks from Monday 24 August 2020. */
const options: ContentOptions = {
  today,
  span: { first: today, last: calendarDay('2020-09-20') },
  include: inclusions,
};

const texts = (content: DigestContent, name: Exclude<Inclusion, 'stale'>) =>
  content[name].map(({ milestone }) => milestone.text);

/** Where a planned milestone of that date stands. */
function placeOf(...dates: readonly string[]): readonly string[] {
  const project = aProject({ milestones: [aMilestone().planned(...dates)] });
  const content = digestContent([project], options);
  return Object.entries(content).flatMap(([name, items]) => (items.length > 0 ? [name] : []));
}

describe('a planned milestone stands', () => {
  test.each([
    ['R2.8.24', ['dated']],
    ['R2.9.9-13', ['dated']],
    ['R2.9.20', ['dated']],
    ['R2.9.21', []],
    ['R2.8', ['month']],
    ['R2.9下旬', []],
    ['R2.9中旬', ['month']],
    ['R2.10', []],
    ['R2.秋頃', ['season']],
    ['R2年度', ['season']],
    ['R3年度', []],
    ['R2.8.23', ['overdue']],
    ['R2.7', ['overdue']],
    ['適宜', []],
    ['通年', []],
  ])('%s: %j', (date, place) => {
    expect(placeOf(date)).toEqual(place);
  });

  test('once, by its next date', () => {
    expect(placeOf('R2.7.1', 'R2.9.1', 'R2.秋頃')).toEqual(['dated']);
  });

  test('as overdue only when the whole of its fuzzy period has passed', () => {
    const project = aProject({ milestones: [aMilestone().planned('R2.夏頃')] });
    const on = (day: string) => digestContent([project], { ...options, today: calendarDay(day) }).overdue;
    expect(on('2020-08-31')).toEqual([]);
    expect(on('2020-09-01')).toHaveLength(1);
  });
});

test('what was achieved in the week before is told, what before that is not', () => {
  const milestones = [
    aMilestone('昨日').achieved('R2.8.23'),
    aMilestone('先週').achieved('R2.8.17'),
    aMilestone('先々週').achieved('R2.8.16'),
    aMilestone('今日').achieved('R2.8.24'),
    aMilestone('日付なし').achieved(),
  ];
  expect(texts(digestContent([aProject({ milestones })], options), 'achieved')).toEqual(['昨日', '先週']);
});

test('what has waited for longest comes first, over all projects', () => {
  const projects = [
    aProject({ number: 1, milestones: [aMilestone('七月').planned('R2.7')] }),
    aProject({ number: 2, milestones: [aMilestone('六月').planned('R2.6')] }),
  ];
  const { overdue } = digestContent(projects, options);
  expect(overdue.map(({ milestone, projectNumber }) => [projectNumber, milestone.text])).toEqual([
    [2, '六月'],
    [1, '七月'],
  ]);
});

test.each<[Exclude<Inclusion, 'stale'>, readonly string[], readonly string[]]>([
  ['dated', ['R2.9.9-13', 'R2.8.31', 'R2.9.12'], ['R2.8.31', 'R2.9.12', 'R2.9.9-13']],
  ['month', ['R2.9〜', 'R2.9', 'R2.8下旬', 'R2.9上旬'], ['R2.8下旬', 'R2.9〜', 'R2.9上旬', 'R2.9']],
  ['season', ['R2年度', 'R2.秋頃', 'R2.夏頃'], ['R2.夏頃', 'R2.秋頃', 'R2年度']],
])('%s: what is over first comes first, over all projects', (name, dates, inOrder) => {
  const projects = dates.map((date, index) =>
    aProject({ number: index + 1, milestones: [aMilestone(date).planned(date)] }),
  );
  expect(texts(digestContent(projects, options), name)).toEqual(inOrder);
});

test('what was not asked for is left out', () => {
  const milestones = [aMilestone('a').planned('R2.7'), aMilestone('b').planned('R2.8.25')];
  const content = digestContent([aProject({ milestones })], { ...options, include: ['dated'] });
  expect([content.overdue, texts(content, 'dated')]).toEqual([[], ['b']]);
});

test('without anything to say the content is empty', () => {
  expect(isEmptyContent(digestContent([aProject()], options))).toBe(true);
  const milestones = [aMilestone().planned('R2.8.25')];
  expect(isEmptyContent(digestContent([aProject({ milestones })], options))).toBe(false);
});

test('an indicator is past its expected update on the day after, by the rhythm of its own', () => {
  const indicator = anIndicator('22', '30', { asOf: 'R2.3' });
  const on = (day: string, rhythm?: Rhythm) => {
    const indicators = [{ ...indicator, ...(rhythm && { rhythm }) }];
    return digestContent([aProject({ indicators })], { ...options, today: calendarDay(day) }).stale;
  };
  const quarterly: Rhythm = { frequency: 'quarterly', lagMonths: 1 };
  expect(on('2020-07-31', quarterly)).toEqual([]);
  expect(on('2020-08-01', quarterly)).toMatchObject([{ projectNumber: 8, expectedBy: '2020-07-31' }]);
  expect(on('2020-08-01')).toEqual([]);
});

describe('laid out', () => {
  const events = (count: number, date: string) =>
    Array.from({ length: count }, (_, index) => aMilestone(`${date} ${index}`).planned(date));
  const laidOut = (...milestones: Parameters<typeof events>[]) => {
    const project = aProject({ milestones: milestones.flatMap((each) => events(...each)) });
    const { first, thread } = layOut(digestContent([project], options));
    const counts = (sections: typeof first) =>
      sections.map(({ name, entries, total }) => [name, entries.length, total]);
    return { first: counts(first), thread: counts(thread) };
  };

  test('what fits on a screen has no thread', () => {
    expect(laidOut([2, 'R2.7'], [3, 'R2.8.25'])).toEqual({
      first: [
        ['overdue', 2, 2],
        ['dated', 3, 3],
      ],
      thread: [],
    });
  });

  test('attention comes first, and leaves room for what is coming', () => {
    expect(laidOut([20, 'R2.7'], [20, 'R2.8.25'], [2, 'R2.秋頃'])).toEqual({
      first: [
        ['overdue', 4, 20],
        ['dated', 4, 20],
      ],
      thread: [
        ['overdue', 16, 20],
        ['dated', 16, 20],
        ['season', 2, 2],
      ],
    });
  });

  test('a section takes the room that others leave', () => {
    expect(laidOut([20, 'R2.7'], [1, 'R2.秋頃'])).toEqual({
      first: [
        ['overdue', 7, 20],
        ['season', 1, 1],
      ],
      thread: [['overdue', 13, 20]],
    });
  });
});
