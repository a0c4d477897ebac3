import { expect, test } from '@jest/globals';
import { entryLine } from '../../../src/reports/table/entry-line.ts';
import { aMilestone, period } from '../../support/factories.ts';

const done = (text: string, ...dates: readonly string[]) => aMilestone(text).achieved(...dates);
const numbered = (text: string, dates: readonly (readonly [string, number])[]) => ({
  ...done(text),
  dates: dates.map(([written, ordinal]) => ({ period: period(written), ordinal })),
});

test.each([
  [
    'text of an edition, which holds its dates',
    done('セミナーの開催（R元.6）', 'R元.6'),
    'セミナーの開催（R元.6）',
  ],
  ['a date that was recorded beside the text', done('実証を開始', 'R2.8.25'), '実証を開始（R2.8.25）'],
  ['two of them', done('実証', 'R2.8', 'R2.9'), '実証（R2.8、R2.9）'],
  [
    'a date typed in another way, as the table writes dates',
    done('実証', '令和2年8月25日'),
    '実証（R2.8.25）',
  ],
  [
    'a series',
    numbered('WG', [
      ['R元.8', 1],
      ['R元.10', 2],
    ]),
    'WG（①R元.8、②R元.10）',
  ],
  ['a meeting beyond ⑳', numbered('WG', [['R2.8', 21]]), 'WG（第21回 R2.8）'],
  ['figures', { ...done('実証を開始', 'R2.8.25'), figures: ['12社30名'] }, '実証を開始[12社30名]（R2.8.25）'],
  [
    'figures that the text holds',
    { ...done('開催[64社]（R元.6）', 'R元.6'), figures: ['64社'] },
    '開催[64社]（R元.6）',
  ],
  ['no date', done('企業誘致活動'), '企業誘致活動'],
  [
    'a postponed one: the new date where the first one stood',
    { ...aMilestone('R2.11下旬 実証実験の開始').postponed('R3.1'), firstPlanned: period('R2.11下旬') },
    'R3.1 実証実験の開始',
  ],
  [
    'one whose first date is not in the text',
    { ...aMilestone('実証実験').postponed('R3.1'), firstPlanned: period('R2.11') },
    '実証実験（R3.1）',
  ],
  [
    'a series of which one date moved',
    { ...done('WG（①R2.6、②R2.9）', 'R2.6', 'R2.10'), firstPlanned: period('R2.9') },
    'WG（①R2.6、②R2.10）',
  ],
])('%s', (_name, milestone, line) => {
  expect(entryLine(milestone)).toBe(line);
});
