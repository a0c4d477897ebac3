import { describe, expect, test } from '@jest/globals';
import { writeVerbs } from '../../../src/actions/writes/index.ts';
import type { Fields } from '../../../src/actions/writes/write-verb.ts';
import type { MilestoneSnapshot } from '../../../src/domain/change.ts';
import { aMilestone } from '../../support/factories.ts';
import { contextIn, decide, project8, rowIn, told } from './given.ts';

const milestone = (id: string) => rowIn('milestone', id);

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

  test.each<[string, string, readonly string[]]>([
    ['開通', 'R元.9', ['text already']],
    ['開通', 'R元.9.30', ['text already']],
    ['Ｒ元．９ 開　通', 'R元.9.1-5', []],
    ['開通', 'R元.10', []],
    ['開通式', 'R元.9', []],
    ['協議会', 'R2.6', ['text already']],
    ['中止の催し', 'R2.7', []],
  ])('%s at %s: whether it stands there already', (text, when, warnings) =>
    expect(decide('record-milestone', { text, when }).warnings).toEqual(warnings),
  );

  test('an entry of the table that begins with its date is the same without it', () => {
    const milestones = [aMilestone('R2.7.9 ローカル５Ｇの実証').achieved('R2.7.9')];
    const project = { ...project8, milestones };
    const fields = { text: 'ローカル5Gの 実証', when: 'R2.7' };
    expect(decide('record-milestone', fields, {}, project).warnings).toEqual(['text already']);
    expect(decide('record-milestone', { ...fields, when: 'R2.8' }, {}, project).warnings).toEqual([]);
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
