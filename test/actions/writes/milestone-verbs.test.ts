import { describe, expect, test } from '@jest/globals';
import { writeVerbs } from '../../../src/actions/writes/index.ts';
import type { Fields } from '../../../src/actions/writes/write-verb.ts';
import type { MilestoneSnapshot } from '../../../src/domain/change.ts';
import { contextIn, decide, project8, rowIn } from './given.ts';

const milestone = (id: string) => rowIn('milestone', id);

/** The first milestone that comes of it, with its dates as written. */
function told(decided: ReturnType<typeof decide>, at = 0) {
  const after = decided.after[at] as MilestoneSnapshot;
  const { text, state, column, figures, notes, firstPlanned } = after;
  const dates = after.dates.map(({ period: { text: written } }) => written);
  return { text, state, column, figures, notes, dates, firstPlanned: firstPlanned?.text ?? null };
}

describe('record-milestone', () => {
  test('an achieved milestone, its figures from brackets and field, a note a line', () => {
    const decided = decide('record-milestone', {
      text: ' ローカル5G実証を開始 [12社30名] ',
      when: 'Ｒ２．８．２０',
      figures: '［3件］\n延べ21回',
      note: '一行目\n\n二行目',
    });
    expect(told(decided)).toEqual({
      text: 'ローカル5G実証を開始',
      state: 'achieved',
      column: 'progress',
      figures: ['12社30名', '3件', '延べ21回'],
      notes: ['一行目', '二行目'],
      dates: ['Ｒ２．８．２０'],
      firstPlanned: null,
    });
    expect(decided.drafts).toMatchObject([
      { target: { kind: 'milestone', id: 'row-1' }, before: null, version: null, projectId: 'project-8' },
    ]);
  });

  test('a working group brings its strand', () => {
    const { after } = decide('record-milestone', { text: '開催', when: 'R2.8', group: 'wg' });
    expect(after).toMatchObject([{ workingGroupId: 'wg', strandId: 'ai' }]);
  });

  test.each<[string, Fields, readonly string[]]>([
    ['nothing', {}, ['text missing', 'when missing']],
    ['only blanks', { text: '　', when: '　' }, ['text missing', 'when missing']],
    ['too much text', { text: 'あ'.repeat(3001), when: 'R2.8' }, ['text too-long']],
    ['half a character', { text: '\ud800', when: 'R2.8' }, ['text unprintable']],
    ['a day that is not there', { text: 'a', when: 'R2.2.30' }, ['when period']],
    ['令和0年', { text: 'a', when: '令和0年' }, ['when period']],
    ['year 9999', { text: 'a', when: '9999年' }, ['when period']],
    ['an end before its start', { text: 'a', when: 'R2.8～R2.3' }, ['when period']],
    ['a date without a year', { text: 'a', when: '6/11' }, ['when period']],
    ['a date to come', { text: 'a', when: 'R2.8.25' }, ['when future']],
    ['a strand of another project', { text: 'a', when: 'R2.8', strand: 'x' }, ['strand unknown-choice']],
    ['a group of another project', { text: 'a', when: 'R2.8', group: 'x' }, ['group unknown-choice']],
    ['long figures', { text: 'a', when: 'R2.8', figures: 'あ'.repeat(301) }, ['figures too-long']],
    ['long figures in the text', { text: `a [${'あ'.repeat(301)}]`, when: 'R2.8' }, ['text too-long']],
    ['21 figures', { text: 'a', when: 'R2.8', figures: 'a\n'.repeat(21) }, ['figures too-long']],
    ['a long note', { text: 'a', when: 'R2.8', note: 'あ'.repeat(501) }, ['note too-long']],
  ])('%s is refused', (_, fields, problems) =>
    expect(decide('record-milestone', fields).problems).toEqual(problems),
  );

  test('a date without a year comes with the years that it may mean', () => {
    const read = writeVerbs['record-milestone'].decide({ text: 'a', when: '6/11' }, contextIn(project8));
    expect(read).toMatchObject({
      refusal: [
        { refusal: { kind: 'year-needed', candidates: [{ first: '2020-06-11' }, { first: '2021-06-11' }] } },
      ],
    });
  });

  test.each([
    ['H31.5', ['when understood']],
    ['平成31年5月', ['when understood']],
    ['H32', ['when understood']],
    ['H31.4', []],
    ['R元.5', []],
    ['2019-05', []],
    ['S63～H2', []],
    ['通年', []],
  ])('%s: %j', (when, warnings) =>
    expect(decide('record-milestone', { text: 'a', when })).toMatchObject({ warnings, problems: [] }),
  );
});

describe('plan-event', () => {
  test.each([
    ['R2.11下旬', []],
    ['未定', []],
    ['R2.8', []],
    ['R元.11', ['when past']],
    ['H32.11', ['when understood']],
  ])('%s: %j', (when, warnings) => {
    const decided = decide('plan-event', { text: '実証実験の開始', when });
    expect(decided.warnings).toEqual(warnings);
    expect(told(decided)).toMatchObject({ state: 'planned', column: 'upcoming', dates: [when] });
  });

  test('needs a text and a date', () =>
    expect(decide('plan-event', {}).problems).toEqual(['text missing', 'when missing']));
});

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

describe('edit-milestone', () => {
  test('takes words, dates and place from the form; brackets stay in the text', () => {
    const decided = decide(
      'edit-milestone',
      { text: '協議会の開催[12社]', when: '①R2.6、②R2.10.5', strand: 'ai' },
      { target: milestone('協議会') },
    );
    expect(decided.after).toMatchObject([
      {
        text: '協議会の開催[12社]',
        figures: [],
        strandId: 'ai',
        dates: [
          { ordinal: 1, period: { text: 'R2.6' } },
          { ordinal: 2, period: { text: 'R2.10.5' } },
        ],
      },
    ]);
  });

  test('a date that stands there stays, also one whose year the text does not tell', () => {
    const target = milestone('セミナー');
    const snapshot = target.snapshot as MilestoneSnapshot;
    const dates = snapshot.dates.map((date) => ({ ...date, period: { ...date.period, text: '9月' } }));
    const decided = decide(
      'edit-milestone',
      { text: 'セミナー（改）', when: '9月' },
      { target: { ...target, snapshot: { ...snapshot, dates } } },
    );
    expect(decided.after).toMatchObject([{ dates }]);
  });

  test.each<[string, string, Fields, readonly string[]]>([
    ['no text', 'セミナー', { when: 'R2.9' }, ['text missing']],
    [
      'a form in which nothing was changed',
      'セミナー',
      { text: 'セミナー', when: 'R2.9' },
      ['text unchanged'],
    ],
    ['no date among several', '協議会', { text: 'a', when: 'R2.6、いつか' }, ['when period']],
    ['an achieved one to come', '開通', { text: '開通', when: 'R2.9' }, ['when future']],
  ])('%s is refused', (_, id, fields, problems) =>
    expect(decide('edit-milestone', fields, { target: milestone(id) }).problems).toEqual(problems),
  );

  test('H32 is understood, and said so', () =>
    expect(
      decide('edit-milestone', { text: 'a', when: 'H32.10' }, { target: milestone('セミナー') }).warnings,
    ).toEqual(['when understood']));
});

describe('delete-milestone', () => {
  test('takes out what stands below it, too, parts first', () => {
    const decided = decide('delete-milestone', { reason: '二重登録' }, { target: milestone('セミナー') });
    expect(decided.drafts.map(({ target }) => target.id)).toEqual(['資料', '会場の手配', 'セミナー']);
    expect(decided.after).toEqual([null, null, null]);
    expect(decided.reason).toBe('二重登録');
  });

  test('needs a reason', () =>
    expect(decide('delete-milestone', {}, { target: milestone('セミナー') }).problems).toEqual([
      'reason missing',
    ]));
});
