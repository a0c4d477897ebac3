import { describe, expect, test } from '@jest/globals';
import type { Fields } from '../../../src/actions/writes/write-verb.ts';
import { decide, installations, project8, rowIn } from './given.ts';

const indicator = 'indicator';

describe('record-observation', () => {
  test('a new value with its time and note', () => {
    const decided = decide('record-observation', { indicator, value: '２５件', when: 'R2.8', note: '速報' });
    expect(decided.drafts).toMatchObject([
      {
        target: { kind: 'observation', id: 'row-1' },
        projectId: 'project-8',
        before: null,
        after: {
          indicatorId: 'indicator',
          value: { kind: 'number', amount: '25' },
          asOf: { text: 'R2.8', first: '2020-08-01' },
          note: '速報',
        },
      },
    ]);
    expect(decided.warnings).toEqual([]);
  });

  test.each<[string, Fields, readonly string[]]>([
    ['nothing', {}, ['indicator missing', 'when missing']],
    [
      'an indicator of another project',
      { indicator: 'x', value: '1', when: 'R2.8' },
      ['indicator unknown-choice'],
    ],
    ['no value', { indicator, when: 'R2.8' }, ['value missing']],
    ['N/A', { indicator, value: 'N/A', when: 'R2.8' }, ['value not-a-number']],
    ['another unit', { indicator, value: '25人', when: 'R2.8' }, ['value wrong-unit']],
    ['too large a number', { indicator, value: '9'.repeat(16), when: 'R2.8' }, ['value too-large']],
    ['NUL', { indicator, value: '1\u0000', when: 'R2.8' }, ['value unprintable']],
    ['no time', { indicator, value: '25' }, ['when missing']],
    ['a time without days', { indicator, value: '25', when: '適宜' }, ['when period']],
    ['next month', { indicator, value: '25', when: 'R2.9' }, ['when future']],
    ['what is there already', { indicator, value: '20', when: 'R2.3' }, ['value unchanged']],
    ['a number for a state', { indicator: 'operation', value: '1', when: 'R2.8' }, ['value not-a-state']],
  ])('%s is refused', (_, fields, problems) =>
    expect(decide('record-observation', fields).problems).toEqual(problems),
  );

  test.each([
    ['25', 'R2.8', []],
    ['20', 'R2.8', []],
    ['19', 'R2.8', ['value falls']],
    ['-1', 'R2.8', ['value falls']],
    ['200', 'R2.8', ['value jumps']],
    ['199', 'R2.8', []],
    ['2', 'R2.8', ['value falls', 'value jumps']],
    ['2.1', 'R2.8', ['value falls']],
    ['9', 'R元.12', ['when older']],
    ['7', 'R元.12', ['value falls', 'when older']],
    ['5', 'H30', ['when older']],
    ['25', 'H32.8', ['when understood']],
  ])('%s as of %s: %j', (value, when, warnings) =>
    expect(decide('record-observation', { indicator, value, when })).toMatchObject({
      problems: [],
      warnings,
    }),
  );

  test('what does not add up may fall', () => {
    const project = { ...project8, indicators: [{ ...installations, cumulative: false }] };
    const decided = decide('record-observation', { indicator, value: '19', when: 'R2.8' }, {}, project);
    expect(decided.warnings).toEqual([]);
  });

  test('a state is taken in the spelling that is known', () => {
    const fields = { indicator: 'operation', value: ' 実施中 ', when: 'R2.8' };
    expect(decide('record-observation', fields).after).toMatchObject([
      { value: { kind: 'state', state: '実施中' } },
    ]);
    expect(decide('record-observation', { ...fields, value: '一部実施' }).after).toMatchObject([
      { value: { kind: 'state', state: '一部実施' } },
    ]);
  });
});

describe('correct-observation', () => {
  const target = rowIn('observation', 'second');

  test('withdraws one and adds another', () => {
    const decided = decide(
      'correct-observation',
      { value: '21', when: 'R2.3', reason: '集計誤り' },
      { target },
    );
    expect(decided.drafts).toMatchObject([
      { target: target.target, before: target.snapshot, after: null, version: 1 },
      { target: { id: 'row-1' }, before: null, after: { value: { amount: '21' }, indicatorId: 'indicator' } },
    ]);
    expect(decided.reason).toBe('集計誤り');
  });

  test('is compared with the others, not with itself', () => {
    expect(decide('correct-observation', { value: '9', when: 'R2.3' }, { target }).warnings).toEqual([]);
    expect(decide('correct-observation', { value: '7', when: 'R2.3' }, { target }).warnings).toEqual([
      'value falls',
    ]);
  });

  test.each<[string, Fields, readonly string[]]>([
    ['nothing', {}, ['value missing', 'when missing']],
    ['the same', { value: '20', when: 'R2.3' }, ['value unchanged']],
    ['a long reason', { value: '21', when: 'R2.3', reason: 'あ'.repeat(501) }, ['reason too-long']],
  ])('%s is refused', (_, fields, problems) =>
    expect(decide('correct-observation', fields, { target }).problems).toEqual(problems),
  );

  test('of the note alone is a correction', () =>
    expect(
      decide('correct-observation', { value: '20', when: 'R2.3', note: '速報' }, { target }).after,
    ).toHaveLength(2));
});
