import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { achieved, ahead, latest, type Standing } from '../../src/domain/agenda.ts';
import type { Milestone } from '../../src/domain/milestone.ts';
import { aMilestone, period, today } from '../support/factories.ts';

function texts(standings: readonly Standing[]): string[] {
  return standings.map(({ milestone }) => milestone.text);
}

describe('what lies ahead', () => {
  const milestones = [
    aMilestone('nobody knows when').planned(),
    aMilestone('runs on').planned('R2.6', 'R3.2まで'),
    aMilestone('in autumn').planned('R2.秋頃'),
    aMilestone('this fiscal year').planned('R2年度'),
    aMilestone('this month').planned('R2.8'),
    aMilestone('done').achieved('R2.7'),
    aMilestone('called off').cancelled('R2.9'),
    aMilestone('passed without word').planned('R2.7'),
    aMilestone('put off').postponed('R2.9.4'),
    aMilestone('passed long ago').planned('R2.5'),
    aMilestone('in the last days').planned('R2.8下旬'),
    aMilestone('by the end of October').planned('R2.10', 'R2.11まで'),
  ];

  test('comes in the order in which it asks for attention, each by date, what is due by its end', () => {
    expect(texts(ahead(milestones, today))).toEqual([
      'passed long ago',
      'passed without word',
      'this month',
      'in the last days',
      'this fiscal year',
      'in autumn',
      'put off',
      'by the end of October',
      'runs on',
      'nobody knows when',
    ]);
  });

  test('keeps the written order where dates are alike', () => {
    const alike = ['c', 'a', 'b'].map((text) => aMilestone(text).planned('R2.11'));
    expect(texts(ahead(alike, today))).toEqual(['c', 'a', 'b']);
  });

  test('within a span is listed by its dates there', () => {
    const series = aMilestone('meetings').planned('R2.9', 'R2.11');
    const single = aMilestone('seminar').planned('R2.10');
    const november = { first: period('R2.11.1').first, last: period('R2.11.30').last };
    const { first, last } = november;
    if (first === null || last === null) throw new Error('November has days');
    const listed = ahead([series, single], today, { first, last });
    expect(listed.map(({ when, milestone }) => [milestone.text, when?.text])).toEqual([
      ['seminar', 'R2.10'],
      ['meetings', 'R2.11'],
    ]);
  });
});

describe('what has been achieved', () => {
  const old = aMilestone('old entry').achieved('H30');
  const undated = aMilestone('entry without a date').achieved();
  const milestones = [
    aMilestone('never dated').achieved(),
    old,
    aMilestone('below the old one').below(old).achieved('H31.2'),
    undated,
    aMilestone('older part').below(undated).achieved('R元.5'),
    aMilestone('newest part').below(undated).achieved('R2.7'),
    aMilestone('plan').planned('R2.6'),
    aMilestone('between').achieved('R2.1'),
  ];

  test('comes newest first, families together, undated last', () => {
    expect(texts(achieved(milestones, today))).toEqual([
      'entry without a date',
      'older part',
      'newest part',
      'between',
      'old entry',
      'below the old one',
      'never dated',
    ]);
  });

  test('one by one comes newest first, undated last', () => {
    expect(texts(latest(milestones, today))).toEqual([
      'newest part',
      'between',
      'older part',
      'below the old one',
      'old entry',
      'never dated',
      'entry without a date',
    ]);
  });

  test('a done part of an entry that is not done stands for itself', () => {
    const entry = aMilestone('entry').planned('R2.10');
    const part = aMilestone('part').below(entry).achieved('R2.7');
    expect(texts(achieved([entry, part], today))).toEqual(['part']);
    expect(texts(ahead([entry, part], today))).toEqual(['entry']);
  });
});

test('nothing is lost and nothing told twice, whatever the states, dates and families', () => {
  const seed = fc.record({
    state: fc.constantFrom('planned', 'achieved', 'postponed', 'cancelled'),
    dates: fc.subarray(['R2.7', 'R2.8', 'R2.秋頃', 'R3.2まで', 'R2.9～', '通年', '適宜', 'H30']),
    parent: fc.option(fc.nat()),
  });
  fc.assert(
    fc.property(fc.array(seed, { maxLength: 12 }), (seeds) => {
      const all: Milestone[] = [];
      for (const [at, { state, dates, parent }] of seeds.entries()) {
        const above = parent === null || at === 0 ? undefined : all[parent % at];
        const maker = aMilestone(`m${at}`);
        all.push((above ? maker.below(above) : maker)[state](...dates));
      }
      const cancelled = all.filter(({ state }) => state === 'cancelled').map(({ text }) => text);
      const told = [...texts(ahead(all, today)), ...texts(achieved(all, today)), ...cancelled];
      expect(told.toSorted()).toEqual(all.map(({ text }) => text).toSorted());
      expect(texts(latest(all, today)).toSorted()).toEqual(texts(achieved(all, today)).toSorted());
    }),
  );
});
