import { describe, expect, test } from '@jest/globals';
import { projectAsOf } from '../../src/domain/as-of.ts';
import { calendarDay } from '../../src/domain/calendar-day.ts';
import type { Observation, ObservationId } from '../../src/domain/indicator.ts';
import type { Milestone } from '../../src/domain/milestone.ts';
import type { PersonId } from '../../src/domain/person.ts';
import { decimalText } from '../../src/domain/quantity.ts';
import { aMilestone, anIndicator, aProject, period } from '../support/factories.ts';
import { shippedProjects } from '../support/projects-of.ts';

const edition = { kind: 'edition', editionKey: '2020-08', recordedAt: new Date(0) } as const;
const person = {
  kind: 'person',
  by: 'U0LEAD' as PersonId,
  recordedAt: new Date('2020-05-31T15:00:00Z'),
} as const;

function observed(amount: string, asOf: string | null, source: Observation['source'] = edition): Observation {
  return {
    id: amount as ObservationId,
    value: { kind: 'number', amount: decimalText(amount) },
    asOf: asOf === null ? null : period(asOf),
    note: null,
    source,
  };
}

describe('the value in force on a past day', () => {
  const observations = [observed('8', 'R元.9'), observed('20', 'R2.3'), observed('25', 'R2.7～')];
  const indicator = { ...anIndicator('25', '30'), observations };
  const current = (day: string, of = indicator) =>
    projectAsOf(aProject({ indicators: [of] }), calendarDay(day)).indicators[0]?.current?.id ?? null;

  test.each([
    ['2019-09-29', null],
    ['2019-09-30', '8'],
    ['2020-03-30', '8'],
    ['2020-03-31', '20'],
    ['2020-07-01', '25'],
    ['2020-08-24', '25'],
  ])('%s: %s', (day, id) => expect(current(day)).toBe(id));

  test.each([
    ['an edition', edition, '2020-08-30', '2020-08-31'],
    ['a person, on the day of Tokyo', person, '2020-05-31', '2020-06-01'],
  ] as const)('without a time it counts from %s', (_, source, before, from) => {
    const undated = { ...indicator, observations: [observed('5', null, source)] };
    expect([current(before, undated), current(from, undated)]).toEqual([null, '5']);
  });
});

describe('how a milestone stood on 31 March 2020', () => {
  const stood = (...milestones: readonly Milestone[]) =>
    projectAsOf(aProject({ milestones }), calendarDay('2020-03-31')).milestones.map(
      ({ id, state, dates }) => [id, state, ...dates.map(({ period: { text } }) => text)],
    );
  const of = (text: string) => aMilestone(text);
  const planned = (milestone: Milestone, first: string): Milestone => ({
    ...milestone,
    column: 'upcoming',
    firstPlanned: period(first),
  });

  test.each<[string, Milestone, readonly string[] | null]>([
    ['done before', of('a').achieved('R元.9'), ['a', 'achieved', 'R元.9']],
    ['done on the day', of('a').achieved('R2.3.31'), ['a', 'achieved', 'R2.3.31']],
    ['done within a month that is not over', of('a').achieved('R2.4'), null],
    ['done with no date', of('a').achieved(), ['a', 'achieved']],
    ['done all year round', of('a').achieved('適宜'), ['a', 'achieved', '適宜']],
    ['begun before', of('a').achieved('R元.8～'), ['a', 'achieved', 'R元.8～']],
    ['done several times', of('a').achieved('R元.9', 'R2.6'), ['a', 'achieved', 'R元.9']],
    [
      'done later, planned before',
      planned(of('a').achieved('R2.6.11'), 'R2.春頃'),
      ['a', 'planned', 'R2.春頃'],
    ],
    [
      'done later, in the column of plans',
      { ...of('a').achieved('R2.6'), column: 'upcoming' },
      ['a', 'planned', 'R2.6'],
    ],
    ['planned today', of('a').planned('R2.11'), ['a', 'planned', 'R2.11']],
    ['cancelled', of('a').cancelled('R2.7'), ['a', 'cancelled', 'R2.7']],
    ['postponed later', planned(of('a').postponed('R3.2'), 'R2.6'), ['a', 'planned', 'R2.6']],
    ['postponed before', planned(of('a').postponed('R3.2'), 'R2.2'), ['a', 'postponed', 'R3.2']],
    ['postponed from no date', of('a').postponed('R3.2'), ['a', 'postponed', 'R3.2']],
  ])('%s', (_, milestone, expected) => expect(stood(milestone)).toEqual(expected === null ? [] : [expected]));

  test('an entry that was not there yet stands above its part that was', () => {
    const entry = of('entry').achieved('R2.6');
    expect(stood(entry, of('part').below(entry).achieved('R元.9'))).toEqual([
      ['entry', 'planned'],
      ['part', 'achieved', 'R元.9'],
    ]);
  });

  test('an entry and a part that were not there are both absent', () => {
    const entry = of('entry').achieved('R2.6');
    expect(stood(entry, of('part').below(entry).achieved('R2.7'))).toEqual([]);
  });

  test('what was planned then lies ahead', () => {
    const milestone = planned(of('a').achieved('R2.6.11'), 'R2.春頃');
    const { scheduled } = projectAsOf(aProject({ milestones: [milestone] }), calendarDay('2020-03-31'));
    expect(scheduled).toMatchObject([{ id: 'a', state: 'planned' }]);
  });
});

test('once all its dates are over, every project of the edition stands as the edition says', async () => {
  for (const project of await shippedProjects()) {
    expect(projectAsOf(project, calendarDay('2021-03-31'))).toEqual(project);
  }
});

test('the later the day, the more is achieved', async () => {
  const days = ['2018-03-31', '2019-03-31', '2020-03-31', '2020-08-31'].map(calendarDay);
  for (const project of await shippedProjects()) {
    const counts = days.map(
      (day) => projectAsOf(project, day).milestones.filter(({ state }) => state === 'achieved').length,
    );
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  }
});
