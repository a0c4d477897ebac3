import { describe, expect, test } from '@jest/globals';
import type { Fields } from '../../../src/actions/writes/write-verb.ts';
import type { MilestoneSnapshot } from '../../../src/domain/change.ts';
import { decide, rowIn, told } from './given.ts';

const milestone = (id: string) => rowIn('milestone', id);

describe('complete-event', () => {
  test('becomes achieved in its column and keeps what was planned', () => {
    const target = milestone('秋の実証');
    const decided = decide('complete-event', { when: 'R2.8.20', figures: '64社', note: '盛況' }, { target });
    expect(told(decided)).toEqual({
      text: '秋の実証',
      state: 'achieved',
      column: 'upcoming',
      figures: ['64社'],
      notes: ['盛況'],
      dates: ['R2.8.20'],
      firstPlanned: 'R2.秋頃',
    });
    expect(decided.drafts).toMatchObject([{ target: target.target, version: 1, before: target.snapshot }]);
  });

  test('of two meetings the one that took place is achieved, the other stays planned', () => {
    const decided = decide('complete-event', { when: 'R2.6.11' }, { target: milestone('協議会') });
    expect(told(decided)).toMatchObject({ state: 'planned', dates: ['R2.10'] });
    expect(told(decided, 1)).toMatchObject({
      state: 'achieved',
      column: 'progress',
      dates: ['R2.6.11'],
      firstPlanned: 'R2.6',
    });
  });

  test('of two meetings the last makes the whole achieved', () => {
    const decided = decide('complete-event', { when: 'R2.8.20' }, { target: milestone('協議会') });
    expect(decided.drafts).toHaveLength(1);
    expect(told(decided)).toMatchObject({
      state: 'achieved',
      dates: ['R2.6', 'R2.8.20'],
      firstPlanned: 'R2.10',
    });
  });

  test('what had no date gets one', () => {
    const decided = decide('complete-event', { when: 'R2.8' }, { target: milestone('未定の視察') });
    expect(told(decided)).toMatchObject({ dates: ['R2.8'], firstPlanned: null });
  });

  test.each<[string, string, Fields, readonly string[]]>([
    ['no date', 'セミナー', {}, ['when missing']],
    ['a date to come', 'セミナー', { when: 'R2.9.1' }, ['when future']],
    ['an achieved one', '開通', { when: 'R2.8' }, ['when wrong-state']],
    ['a cancelled one', '中止の催し', { when: 'R2.8' }, ['when wrong-state']],
  ])('%s is refused', (_, id, fields, problems) =>
    expect(decide('complete-event', fields, { target: milestone(id) }).problems).toEqual(problems),
  );
});

describe('postpone-event', () => {
  const fields = { when: 'R3.2', reason: '感染症の拡大のため' };

  test('moves the next date, keeps the first and says why', () => {
    const decided = decide('postpone-event', fields, { target: milestone('セミナー') });
    expect(told(decided)).toMatchObject({ state: 'postponed', dates: ['R3.2'], firstPlanned: 'R2.9' });
    expect(decided.reason).toBe(fields.reason);
  });

  test('a second slip keeps the first date', () => {
    const [after] = decide('postpone-event', fields, { target: milestone('セミナー') }).after;
    const target = { ...milestone('セミナー'), snapshot: after as MilestoneSnapshot, version: 2 };
    const again = decide('postpone-event', { ...fields, when: 'R3.5' }, { target });
    expect(told(again)).toMatchObject({ dates: ['R3.5'], firstPlanned: 'R2.9' });
  });

  test('of two meetings the one to come moves', () => {
    const decided = decide('postpone-event', fields, { target: milestone('協議会') });
    expect(told(decided)).toMatchObject({ dates: ['R2.6', 'R3.2'], firstPlanned: 'R2.10' });
  });

  test.each<[string, string, Fields, readonly string[]]>([
    ['nothing', 'セミナー', {}, ['when missing', 'reason missing']],
    ['no reason', 'セミナー', { when: 'R3.2' }, ['reason missing']],
    ['the same date', 'セミナー', { when: 'R2.9', reason: 'a' }, ['when unchanged']],
    ['an achieved one', '開通', fields, ['when wrong-state']],
  ])('%s is refused', (_, id, given, problems) =>
    expect(decide('postpone-event', given, { target: milestone(id) }).problems).toEqual(problems),
  );

  test('to a time that has passed warns', () => {
    const decided = decide(
      'postpone-event',
      { when: 'R2.2', reason: 'a' },
      { target: milestone('セミナー') },
    );
    expect(decided.warnings).toEqual(['when past']);
  });
});

describe('cancel-event', () => {
  test('keeps the dates and says why', () => {
    const decided = decide('cancel-event', { reason: '予算の都合' }, { target: milestone('セミナー') });
    expect(told(decided)).toMatchObject({ state: 'cancelled', dates: ['R2.9'] });
    expect(decided.reason).toBe('予算の都合');
  });

  test('needs a reason', () =>
    expect(decide('cancel-event', {}, { target: milestone('セミナー') }).problems).toEqual([
      'reason missing',
    ]));

  test('of a cancelled one is refused', () =>
    expect(decide('cancel-event', { reason: 'a' }, { target: milestone('中止の催し') }).problems).toEqual([
      'reason wrong-state',
    ]));
});

describe('sharpen-event', () => {
  test.each([
    ['秋の実証', 'R2.11', []],
    ['秋の実証', 'R2.11.20', []],
    ['秋の実証', 'R2.9～R2.10', []],
    ['秋の実証', 'R2.12', ['when not-within']],
    ['秋の実証', 'R2.11～R2.12', ['when not-within']],
    ['秋の実証', 'R2.11～', ['when not-within']],
    ['秋の実証', 'R2.秋頃', ['when unchanged']],
    ['秋の実証', '6/11', ['when period']],
    ['セミナー', 'R2.9.10', []],
    ['セミナー', 'R2.9', ['when unchanged']],
    ['協議会', 'R2.10.5', []],
    ['協議会', 'R2.6.5', ['when not-within']],
    ['随時の相談', 'R2.11', []],
    ['未定の視察', 'R2.11', []],
    ['開通', 'R2.8', ['when wrong-state']],
  ])('%s to %s: %j', (id, when, problems) =>
    expect(decide('sharpen-event', { when }, { target: milestone(id) }).problems).toEqual(problems),
  );

  test('stays planned and keeps the date that was first', () => {
    const decided = decide('sharpen-event', { when: 'R2.11' }, { target: milestone('秋の実証') });
    expect(told(decided)).toMatchObject({ state: 'planned', dates: ['R2.11'], firstPlanned: 'R2.秋頃' });
  });
});
