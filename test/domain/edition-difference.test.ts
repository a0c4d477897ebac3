import { expect, test } from '@jest/globals';
import type { EditionProject } from '../../src/domain/edition.ts';
import { editionDifference } from '../../src/domain/edition-difference.ts';
import { decimalText } from '../../src/domain/quantity.ts';
import { indicatorValue } from '../../src/reports/table/cell-lines.ts';
import { anAchievement, anEdition, anIndicator, aPeriod, aPlan, aProject } from '../support/editions.ts';

const changes = (before: Partial<EditionProject>, after: Partial<EditionProject>) =>
  editionDifference(
    anEdition([aProject(8, before)]),
    anEdition([aProject(8, after)]),
    indicatorValue,
  ).flatMap((project) => project.changes);

const value = (amount: string, asOf: string) => ({
  observations: [
    { value: { kind: 'number' as const, amount: decimalText(amount) }, asOf: aPeriod(asOf, '2020-03-31') },
  ],
});

test.each<[string, Partial<EditionProject>, Partial<EditionProject>, readonly object[]]>([
  ['nothing', { progress: [anAchievement('会議')] }, { progress: [anAchievement('会議')] }, []],
  [
    'blanks alone',
    { progress: [anAchievement('R 元. 9 会議')] },
    { progress: [anAchievement('R元.9会議')] },
    [],
  ],
  [
    'a new line and one that is gone',
    { upcoming: [aPlan('港湾の整備', [])] },
    { upcoming: [aPlan('セミナー開催', [])] },
    [
      { kind: 'line-new', column: 'upcoming', text: 'セミナー開催' },
      { kind: 'line-gone', column: 'upcoming', text: '港湾の整備' },
    ],
  ],
  [
    'a wording that shifted',
    { upcoming: [aPlan('R2.11下旬 実証実験の開始', [])] },
    { upcoming: [aPlan('R3.1 実証実験の開始', [])] },
    [
      {
        kind: 'line-changed',
        column: 'upcoming',
        before: 'R2.11下旬 実証実験の開始',
        after: 'R3.1 実証実験の開始',
      },
    ],
  ],
  [
    'something that came true',
    { upcoming: [aPlan('推進', [], { entries: [aPlan('R2.8下旬 実証事業の着手', [])] })] },
    { progress: [anAchievement('R2.8.27 実証事業の着手')], upcoming: [aPlan('推進', [])] },
    [{ kind: 'came-true', before: 'R2.8下旬 実証事業の着手', after: 'R2.8.27 実証事業の着手' }],
  ],
  [
    'the same line twice, once taken away',
    { progress: [anAchievement('会議'), anAchievement('会議')] },
    { progress: [anAchievement('会議')] },
    [{ kind: 'line-gone', column: 'progress', text: '会議' }],
  ],
  [
    'an indicator',
    { indicators: [anIndicator('回数', value('22', 'R2.3')), anIndicator('社数')] },
    { indicators: [anIndicator('回数', value('25', 'R2.9')), anIndicator('人数', value('1', 'R2.9'))] },
    [
      { kind: 'indicator-changed', name: '回数', before: '22回/30回（R2.3）', after: '25回/30回（R2.9）' },
      { kind: 'indicator-new', name: '人数', after: '1回/30回（R2.9）' },
      { kind: 'indicator-gone', name: '社数', before: '22回/30回（R2.3）' },
    ],
  ],
  [
    'name, lines of work and programmes',
    { name: '前', initiatives: ['整備'], programmes: [] },
    { name: '後', initiatives: [], programmes: [{ name: '事業', national: false, isNew: true }] },
    [
      { kind: 'renamed', before: '前', after: '後' },
      { kind: 'line-new', column: 'programme', text: '事業' },
      { kind: 'line-gone', column: 'initiative', text: '整備' },
    ],
  ],
])('%s', (_name, before, after, found) => {
  expect(changes(before, after)).toEqual(found);
});

test('projects that came and went, by number', () => {
  const found = editionDifference(
    anEdition([aProject(2), aProject(9)]),
    anEdition([aProject(2), aProject(11)]),
    indicatorValue,
  );
  expect(found.map(({ number, changes: [change] }) => [number, change?.kind])).toEqual([
    [9, 'project-gone'],
    [11, 'project-new'],
  ]);
});
