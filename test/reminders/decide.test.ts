import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type CalendarDay, calendarDay } from '../../src/domain/calendar-day.ts';
import type { Milestone } from '../../src/domain/milestone.ts';
import type { Rhythm } from '../../src/domain/rhythm.ts';
import type { RemindFacts } from '../../src/reminders/decide.ts';
import { isNews, type Memory, type Wanted } from '../../src/reminders/memory.ts';
import { type ThingKey, thingsOf } from '../../src/reminders/thing.ts';
import { aProposal } from '../support/changes.ts';
import { aMilestone, anIndicator, aProject, today } from '../support/factories.ts';
import { ADMIN, aPost, DEPUTY, decided, LEAD, memory, noon, project8 } from './facts.ts';

const on = (...milestones: readonly Milestone[]) => aProject({ milestones });
const tuesday = calendarDay('2020-08-25');

describe('an event', () => {
  test.each([
    ['the day before yesterday', aMilestone('催し').planned('R2.8.22'), 'passed'],
    ['today', aMilestone('催し').planned('R2.8.24'), null],
    ['achieved', aMilestone('催し').achieved('R2.8.22'), null],
    ['cancelled', aMilestone('催し').cancelled('R2.8.22'), null],
    ['postponed until yesterday', aMilestone('催し').postponed('R2.8.23'), 'passed'],
    ['a month that has passed', aMilestone('催し').planned('R2.7'), 'passed'],
    ['a month that has begun', aMilestone('催し').planned('R2.8'), 'opened'],
    ['a season that has begun', aMilestone('催し').planned('R2.夏頃'), 'opened'],
    ['a fiscal year that has begun', aMilestone('催し').planned('R2年度'), 'opened'],
    ['days that have begun', aMilestone('催し').planned('R2.8.24-28'), null],
    ['a month to come', aMilestone('催し').planned('R2.9'), null],
    ['all the year', aMilestone('催し').planned('通年'), null],
    ['until March', aMilestone('催し').planned('R3.3まで'), null],
    ['no date', aMilestone('催し').planned(), null],
  ])('%s', (_, milestone, kind) => {
    expect(decided({ projects: [on(milestone)] })).toEqual(kind === null ? [] : [`${LEAD}: ${kind}:催し`]);
  });
});

describe('an indicator', () => {
  const late = (rhythm: Rhythm, day: string) =>
    decided({
      today: calendarDay(day),
      projects: [aProject({ indicators: [{ ...anIndicator('22', '30'), rhythm }] })],
    });

  test.each<[Rhythm, string, boolean]>([
    [{ frequency: 'quarterly', lagMonths: 1 }, '2020-07-31', false],
    [{ frequency: 'quarterly', lagMonths: 1 }, '2020-08-01', true],
    [{ frequency: 'fiscal-yearly', lagMonths: 3 }, '2021-06-30', false],
    [{ frequency: 'fiscal-yearly', lagMonths: 3 }, '2021-07-01', true],
    [{ frequency: 'irregular', lagMonths: 0 }, '2029-01-01', false],
  ])('of the rhythm %j on %s is late: %s', (rhythm, day, is) => {
    expect(late(rhythm, day)).toEqual(is ? [`${LEAD}: late:indicator`] : []);
  });
});

describe('a proposal', () => {
  const waiting = (proposedAt: string, day: string, state: 'open' | 'approved' = 'open') =>
    decided({
      today: calendarDay(day),
      projects: [aProject()],
      proposals: [{ ...aProposal(project8, { state, proposedAt: new Date(proposedAt) }), id: 'p' }],
    }).length;

  test.each([
    ['2020-08-21T10:00:00+09:00', '2020-08-21', 0],
    ['2020-08-21T10:00:00+09:00', '2020-08-24', 0],
    ['2020-08-21T10:00:00+09:00', '2020-08-25', 1],
    // Late in the evening is the day of Tokyo.
    ['2020-08-20T15:00:00Z', '2020-08-24', 0],
    // Over 敬老の日 and 秋分の日.
    ['2020-09-18T10:00:00+09:00', '2020-09-23', 0],
    ['2020-09-18T10:00:00+09:00', '2020-09-24', 1],
  ])('of %s on %s', (proposedAt, day, count) => {
    expect(waiting(proposedAt, day)).toBe(count);
  });

  test('that was decided, or of a project that is gone, reminds nobody', () => {
    expect(waiting('2020-08-01T10:00:00+09:00', '2020-08-25', 'approved')).toBe(0);
    expect(decided({ projects: [], proposals: [aProposal(project8)], today: tuesday })).toEqual([]);
  });
});

describe('it is told to', () => {
  const passed = on(aMilestone('催し').planned('R2.8.20'));
  const toldTo = (given: Partial<RemindFacts>) =>
    decided({ projects: [passed], ...given }).map((line) => line.split(':')[0]);

  test.each<[string, Partial<RemindFacts>, readonly string[]]>([
    ['the lead', { posts: [aPost([LEAD], 'lead'), aPost([DEPUTY], 'deputy')] }, [LEAD]],
    ['all in leading posts', { posts: [aPost([LEAD, DEPUTY], 'lead')] }, [LEAD, DEPUTY]],
    ['the deputy of a vacant post', { posts: [aPost([], 'lead'), aPost([DEPUTY], 'deputy')] }, [DEPUTY]],
    [
      'the deputy of a lead who has left',
      { posts: [aPost([LEAD], 'lead'), aPost([DEPUTY], 'deputy')], isThere: (person) => person !== LEAD },
      [DEPUTY],
    ],
    ['administrators where nobody is', { posts: [] }, [ADMIN]],
    [
      'administrators by their posts as well, each once',
      { posts: [aPost([ADMIN, DEPUTY], null, { isAdministrator: true })] },
      [ADMIN, DEPUTY],
    ],
    ['nobody where nobody is left', { posts: [], isThere: () => false }, []],
    ['not the leads of other projects', { projects: [{ ...passed, id: 'project-9' as never }] }, [ADMIN]],
  ])('%s', (_, given, people) => {
    expect(toldTo(given)).toEqual(people);
  });

  test.each<[Wanted, readonly string[]]>([
    [{ kind: 'on' }, [LEAD]],
    [{ kind: 'off' }, []],
    [{ kind: 'paused', until: tuesday }, []],
    [{ kind: 'paused', until: today }, [LEAD]],
  ])('whoever wants it: %j', (wanted, people) => {
    expect(toldTo({ memories: new Map([[LEAD, memory({ wanted })]]) })).toEqual(people);
  });
});

test('what asks for attention first comes first: passed, proposals, indicators, what has begun', () => {
  const late = { ...anIndicator('22', '30', { asOf: 'H30.3' }) };
  const project = aProject({
    indicators: [late],
    milestones: [aMilestone('開始').planned('R2.8'), aMilestone('催し').planned('R2.8.20')],
  });
  const proposals = [{ ...aProposal(project8, { proposedAt: noon(calendarDay('2020-08-17')) }), id: 'p' }];
  expect(decided({ projects: [project], proposals })).toEqual([
    `${LEAD}: passed:催し, proposal:p, late:indicator, opened:開始`,
  ]);
});

describe('what was told is told again', () => {
  const key = 'passed:催し' as ThingKey;
  const fingerprintOf = (milestone: Milestone, day: CalendarDay = today) =>
    thingsOf(on(milestone), day)[0]?.fingerprint ?? '';
  const planned = aMilestone('催し').planned('R2.8.20');
  const told = new Map([[key, { fingerprint: fingerprintOf(planned), at: noon(today) }]]);
  const toldAgain = (milestone: Milestone, given: Partial<Memory> = {}, day = tuesday) =>
    decided({
      today: day,
      projects: [on(milestone)],
      memories: new Map([[LEAD, memory({ told, ...given })]]),
    }).length;

  test.each<[string, Milestone, number]>([
    ['not while nothing changes', planned, 0],
    ['not when its text is corrected', { ...planned, text: '催事', version: 2 }, 0],
    ['when it was postponed and passed again', aMilestone('催し').postponed('R2.8.22'), 1],
    ['when it was planned for another day that has passed', aMilestone('催し').planned('R2.8.21'), 1],
  ])('%s', (_, milestone, count) => {
    expect(toldAgain(milestone)).toBe(count);
  });

  const snoozed = (until: CalendarDay, at = noon(tuesday)) => ({ snoozed: new Map([[key, { until, at }]]) });

  test.each<[string, Partial<Memory>, string, number]>([
    ['on the day it was put off to', snoozed(tuesday), '2020-08-25', 1],
    ['not before', snoozed(calendarDay('2020-09-01')), '2020-08-31', 0],
    ['on a later day, when that one was missed', snoozed(tuesday), '2020-09-02', 1],
    ['not when it was told since', snoozed(tuesday, noon(addDays(today, -3))), '2020-08-25', 0],
  ])('%s', (_, given, day, count) => {
    expect(toldAgain(planned, given, calendarDay(day))).toBe(count);
  });

  test('whatever happens, never twice in the same state unless somebody asked for it', () => {
    const days = fc.array(fc.nat({ max: 40 }), { maxLength: 30 });
    fc.assert(
      fc.property(days, fc.array(fc.nat({ max: 40 }), { maxLength: 5 }), (visits, changes) => {
        const seen = new Map<ThingKey, { fingerprint: string; at: Date }>();
        const toldStates: string[] = [];
        for (const visit of visits.toSorted((a, b) => a - b)) {
          const day = addDays(today, visit);
          const fingerprint = String(changes.filter((change) => change <= visit).length);
          const thing = { key, fingerprint };
          if (!isNews(memory({ told: seen }), thing, day)) continue;
          toldStates.push(fingerprint);
          seen.set(key, { fingerprint, at: noon(day) });
        }
        expect(new Set(toldStates).size).toBe(toldStates.length);
      }),
    );
  });
});
