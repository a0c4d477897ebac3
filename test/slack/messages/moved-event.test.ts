import { describe, expect, test } from '@jest/globals';
import { ahead } from '../../../src/domain/agenda.ts';
import type { Milestone } from '../../../src/domain/milestone.ts';
import { changedThing } from '../../../src/slack/messages/parts/change-lines.ts';
import { milestoneLine } from '../../../src/slack/messages/parts/milestone-line.ts';
import { withoutItsDate } from '../../../src/slack/messages/parts/without-leading.ts';
import { aboutMilestone } from '../../../src/slack/modals/forms/milestone-fields.ts';
import type { Facts } from '../../../src/slack/modals/modal.ts';
import { wordsIn } from '../../../src/slack/words/index.ts';
import { wordsOf } from '../../e2e/read-message.ts';
import { aMilestoneIn } from '../../support/changes.ts';
import { aMilestone, aProject, period, today } from '../../support/factories.ts';

const words = wordsIn('ja');
/** Postponed from R2.8下旬, which its text keeps. */
const moved: Milestone = {
  ...aMilestone('R2.8下旬 実証事業の着手').postponed('R3.2'),
  firstPlanned: period('R2.8下旬'),
};

describe('an event that was postponed is told with its new date only', () => {
  test('in lists', () => {
    const lines = ahead([moved], today).map((standing) => milestoneLine(standing, { words, today }));
    const blocks = [{ type: 'rich_text', elements: lines }];
    expect(wordsOf({ blocks })).toBe('R3.2 実証事業の着手');
  });

  const { dates, text, firstPlanned } = moved;
  const snapshot = { ...aMilestoneIn(aProject().id, text), dates, firstPlanned };

  test('in what was changed', () =>
    expect(changedThing({ before: null, after: snapshot }, { words, project: null })).toBe('実証事業の着手'));

  test('in forms, which say what was planned first beside it', () => {
    const target = { target: { kind: 'milestone', id: 'm' }, version: 2, snapshot };
    expect(aboutMilestone({ words, target } as unknown as Facts)).toEqual([
      '実証事業の着手',
      '時期: R3.2',
      '当初の予定: R2.8下旬',
    ]);
  });
});

describe('no more than a date at the beginning is left out', () => {
  test.each([
    ['its date heads the line', { text: 'R3.2 着手', firstPlanned: null }, '着手'],
    ['no date', { text: '着手', firstPlanned: period('R2.8') }, '着手'],
    ['a date within', { text: '着手（R2.8）', firstPlanned: period('R2.8') }, '着手（R2.8）'],
    ['nothing but the date', { text: 'R2.8', firstPlanned: period('R2.8') }, 'R2.8'],
  ])('%s', (_what, milestone, told) => expect(withoutItsDate(milestone, period('R3.2'))).toBe(told));
});
