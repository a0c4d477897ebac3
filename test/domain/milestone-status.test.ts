import { describe, expect, test } from '@jest/globals';
import { leadingPeriod, statusOf } from '../../src/domain/milestone-status.ts';
import { aMilestone, today } from '../support/factories.ts';
import { shippedProjects } from '../support/projects-of.ts';

describe('what is planned stands, on 24 August 2020', () => {
  test.each([
    ['without a date', [], 'undated'],
    ['as needed', ['適宜'], 'undated'],
    ['all year round', ['通年'], 'ongoing'],
    ['today', ['R2.8.24'], 'due'],
    ['yesterday', ['R2.8.23'], 'overdue'],
    ['tomorrow', ['R2.8.25'], 'upcoming'],
    ['in days that began', ['R2.8.23-25'], 'due'],
    ['in days that end today', ['R2.8.20-24'], 'due'],
    ['in the first ten days of this month', ['R2.8上旬'], 'overdue'],
    ['in its last days', ['R2.8下旬'], 'due'],
    ['this month', ['R2.8'], 'due'],
    ['last month', ['R2.7'], 'overdue'],
    ['this summer', ['R2.夏頃'], 'due'],
    ['last spring', ['R2.春頃'], 'overdue'],
    ['this autumn', ['R2.秋頃'], 'upcoming'],
    ['this fiscal year', ['R2年度'], 'due'],
    ['at its end', ['R2年度末頃'], 'upcoming'],
    ['last fiscal year', ['R元年度'], 'overdue'],
    ['from a month that has come', ['R2.8～'], 'ongoing'],
    ['from a month to come', ['R2.9～'], 'upcoming'],
    ['up to a day to come', ['R3.2まで'], 'due'],
    ['up to a day that has passed', ['R2.7まで'], 'overdue'],
    ['begun and up to a day to come', ['R2.6', 'R3.2まで'], 'ongoing'],
    ['to begin and up to a day to come', ['R2.10', 'R3.2まで'], 'upcoming'],
    ['begun and up to a day that has passed', ['R2.4', 'R2.7まで'], 'overdue'],
    ['one meeting over, one to come', ['R2.6', 'R2.10'], 'upcoming'],
    ['one meeting over, one due', ['R2.6', 'R2.8'], 'due'],
    ['all meetings over', ['R2.6', 'R2.7'], 'overdue'],
    ['a day over, then from a month to come', ['R2.6', 'R2.10～'], 'upcoming'],
    ['a day over, then as needed', ['R2.6', '適宜'], 'overdue'],
  ])('%s (%j): %s', (_, dates, status) => {
    expect(statusOf(aMilestone().planned(...dates), today)).toBe(status);
    expect(statusOf(aMilestone().postponed(...dates), today)).toBe(status);
  });
});

test.each(['achieved', 'cancelled'] as const)('what is %s stands so whatever its dates', (state) => {
  for (const date of ['R2.7', 'R2.8', 'R3.4', '通年'])
    expect(statusOf(aMilestone()[state](date), today)).toBe(state);
  expect(statusOf(aMilestone()[state](), today)).toBe(state);
});

describe('the date by which it is listed', () => {
  test.each([
    ['planned', ['R2.6', 'R2.10', 'R2.9'], 'R2.9'],
    ['planned', ['R2.6', 'R2.7'], 'R2.7'],
    ['planned', ['R2.6', 'R3.2まで'], 'R3.2まで'],
    ['planned', ['R3.2まで', 'R2.10'], 'R2.10'],
    ['planned', ['適宜'], null],
    ['achieved', ['R元.8', 'R元.10', 'R元.9'], 'R元.10'],
    ['achieved', ['H30～', 'R2.7'], 'R2.7'],
    ['achieved', ['R2.12'], 'R2.12'],
    ['achieved', [], null],
    ['cancelled', ['R2.6', 'R2.10'], 'R2.10'],
  ] as const)('of %s %j is %s', (state, dates, expected) => {
    expect(leadingPeriod(aMilestone()[state](...dates), today)?.text ?? null).toBe(expected);
  });
});

test('the planned milestones of August 2020 that carry dates, as they stand on 24 August', async () => {
  const standing = (await shippedProjects()).flatMap(({ number, scheduled }) =>
    scheduled.map((milestone) => [
      number,
      milestone.dates.map(({ period }) => period.text.replaceAll(' ', '')).join(),
      statusOf(milestone, today),
    ]),
  );
  expect(standing).toEqual([
    [2, 'R2.6,R3.2まで', 'ongoing'],
    [2, 'R2.9', 'upcoming'],
    [2, 'R2.秋頃', 'upcoming'],
    [2, 'R2年度末頃', 'upcoming'],
    [2, 'R3.3', 'upcoming'],
    [6, '通年', 'ongoing'],
    [6, 'R2.8～', 'ongoing'],
    [6, 'R2.9～', 'upcoming'],
    [6, 'R2.11', 'upcoming'],
    [6, 'R2年度', 'due'],
    [7, 'R2年度', 'due'],
    [7, 'R2.8', 'due'],
    [7, 'R2.秋頃', 'upcoming'],
    [7, 'R2.冬頃', 'upcoming'],
    [7, 'R2.冬頃', 'upcoming'],
    [9, 'R3.2', 'upcoming'],
    [10, 'R2.8.25', 'upcoming'],
    [10, 'R2.8.4', 'overdue'],
    [10, '適宜', 'undated'],
    [10, 'R2.11', 'upcoming'],
    [10, 'R2.10', 'upcoming'],
    [10, 'R2.11', 'upcoming'],
    [10, 'R2.10', 'upcoming'],
    [10, 'R3.4', 'upcoming'],
    [10, 'R2.8下旬', 'due'],
    [10, 'R2.9.4', 'upcoming'],
    [10, 'R2.10初旬', 'upcoming'],
    [10, 'R2.11下旬', 'upcoming'],
    [10, 'R3.3初旬', 'upcoming'],
  ]);
});
