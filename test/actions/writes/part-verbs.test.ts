import { describe, expect, test } from '@jest/globals';
import type { Fields } from '../../../src/actions/writes/write-verb.ts';
import { decide, rowIn } from './given.ts';

describe('add-indicator', () => {
  const fields = { name: '参加企業数', unit: '社', target: '5社以上', cumulative: 'true', note: '累計' };

  test('the target may name its comparator', () =>
    expect(decide('add-indicator', fields).after).toEqual([
      {
        kind: 'indicator',
        projectId: 'project-8',
        name: '参加企業数',
        unit: '社',
        unitOnActual: true,
        target: { kind: 'number', amount: '5' },
        comparator: 'at-least',
        comparatorWritten: true,
        cumulative: true,
        rhythm: { frequency: 'fiscal-yearly', lagMonths: 3 },
        note: '累計',
      },
    ]));

  test.each<[string, Fields, object]>([
    ['a state', { target: '実現', unit: '' }, { target: { kind: 'state', state: '実現' }, unit: '' }],
    [
      'a ceiling',
      { target: '10', comparator: 'at-most' },
      { comparator: 'at-most', comparatorWritten: true },
    ],
    ['a ceiling in words', { target: '10以下' }, { comparator: 'at-most', comparatorWritten: true }],
    [
      'the usual',
      { target: '1,000' },
      { target: { amount: '1000' }, comparator: 'at-least', comparatorWritten: false },
    ],
    [
      'a rhythm',
      { frequency: 'quarterly', lag: '２か月' },
      { rhythm: { frequency: 'quarterly', lagMonths: 2 } },
    ],
    ['a number without a unit', { target: '3', unit: '' }, { target: { kind: 'number', amount: '3' } }],
  ])('%s', (_, given, expected) =>
    expect(decide('add-indicator', { ...fields, ...given }).after).toMatchObject([expected]),
  );

  test.each<[string, Fields, readonly string[]]>([
    ['a taken name', { name: '導入　件数' }, ['name taken']],
    ['a long unit', { unit: '社'.repeat(21) }, ['unit too-long']],
    ['no target', { target: '' }, ['target missing']],
    ['a state with a unit', { target: '実現' }, ['target not-a-number']],
    ['two numbers', { target: '12社30名', unit: '' }, ['target not-a-number']],
    ['two comparators', { comparator: 'at-most' }, ['comparator unknown-choice']],
    ['no comparator', { comparator: 'equals', target: '5' }, ['comparator unknown-choice']],
    ['no rhythm', { frequency: 'daily' }, ['frequency unknown-choice']],
    ['a long wait', { lag: '61' }, ['lag not-months']],
    ['no box', { cumulative: 'maybe' }, ['cumulative unknown-choice']],
  ])('%s is refused', (_, given, problems) => {
    expect(decide('add-indicator', { ...fields, ...given }).problems).toEqual(problems);
  });
});

describe('edit-indicator', () => {
  const target = rowIn('indicator', 'indicator');
  const fields = { name: '導入件数', unit: '件', target: '40', cumulative: 'true' };

  test('another target', () =>
    expect(decide('edit-indicator', fields, { target }).after).toEqual([
      { ...target.snapshot, target: { kind: 'number', amount: '40' } },
    ]));

  test('another rhythm alone', () =>
    expect(
      decide('edit-indicator', { ...fields, target: '30', frequency: 'irregular', lag: '0' }, { target })
        .after,
    ).toEqual([{ ...target.snapshot, rhythm: { frequency: 'irregular', lagMonths: 0 } }]));

  test.each<[string, Fields, readonly string[]]>([
    ['the same', { target: '30' }, ['target unchanged']],
    ['a state after numbers', { target: '実現', unit: '' }, ['target not-a-number']],
    ['the name of another', { name: '運用状況' }, ['name taken']],
  ])('%s is refused', (_, given, problems) =>
    expect(decide('edit-indicator', { ...fields, ...given }, { target }).problems).toEqual(problems),
  );

  test('a number after states is refused', () =>
    expect(
      decide(
        'edit-indicator',
        { name: '運用状況', unit: '件', target: '1' },
        { target: rowIn('indicator', 'operation') },
      ).problems,
    ).toEqual(['target not-a-state']));
});

describe('strands, working groups and programmes', () => {
  test.each<[Parameters<typeof decide>[0], Fields, object]>([
    ['add-strand', { name: '全般', strand: 'ai' }, { kind: 'strand', name: '全般', parentId: 'ai' }],
    [
      'add-working-group',
      { name: '推進委員会' },
      { kind: 'working-group', name: '推進委員会', strandId: null },
    ],
    [
      'add-programme',
      { name: '新事業', national: 'true' },
      { kind: 'programme', name: '新事業', national: true, isNew: false },
    ],
  ])('%s', (verb, fields, after) =>
    expect(decide(verb, fields).after).toEqual([{ projectId: 'project-8', ...after }]),
  );

  test.each<[Parameters<typeof decide>[0], Fields, readonly string[]]>([
    ['add-strand', { name: 'ａｉ' }, ['name taken']],
    ['add-strand', { strand: 'x' }, ['name missing', 'strand unknown-choice']],
    ['add-working-group', { name: 'AI活用ＷＧ' }, ['name taken']],
    ['add-programme', { name: 'ＩｏＴ導入支援事業' }, ['name taken']],
    ['add-programme', { name: 'a', isNew: '?' }, ['isNew unknown-choice']],
    ['add-strand', { name: 'あ'.repeat(201) }, ['name too-long']],
  ])('%s %j is refused', (verb, fields, problems) => expect(decide(verb, fields).problems).toEqual(problems));

  test('a strand is renamed, and not put under itself or its part', () => {
    const target = rowIn('strand', 'ai');
    expect(decide('edit-strand', { name: 'AI・IoT' }, { target }).after).toMatchObject([{ name: 'AI・IoT' }]);
    expect(decide('edit-strand', { name: 'AI' }, { target }).problems).toEqual(['name unchanged']);
    for (const strand of ['ai', 'part']) {
      expect(decide('edit-strand', { name: 'AI', strand }, { target }).problems).toEqual([
        'strand unknown-choice',
      ]);
    }
  });

  test('a working group moves to another strand', () => {
    const target = rowIn('working-group', 'wg');
    const decided = decide('edit-working-group', { name: 'AI活用WG', strand: 'part' }, { target });
    expect(decided.after).toMatchObject([{ strandId: 'part' }]);
    expect(decide('edit-working-group', { name: 'AI活用WG', strand: 'ai' }, { target }).problems).toEqual([
      'name unchanged',
    ]);
  });

  test('a programme is no longer new', () => {
    const target = rowIn('programme', 'project-8-programme-0');
    expect(decide('edit-programme', { name: 'IoT導入支援事業' }, { target }).after).toMatchObject([
      { isNew: false },
    ]);
    expect(decide('edit-programme', { name: 'IoT導入支援事業', isNew: 'on' }, { target }).problems).toEqual([
      'name unchanged',
    ]);
  });
});
