import { describe, expect, test } from '@jest/globals';
import type { Fields, WriteContext } from '../../../src/actions/writes/write-verb.ts';
import type { StrandId, WorkingGroupId } from '../../../src/domain/milestone.ts';
import { aMilestone, anIndicator, aProject } from '../../support/factories.ts';
import { ofKind, rowsOfProject } from '../../support/memory-rows.ts';
import { decide, project8, rowIn } from './given.ts';

const project9 = aProject({
  number: 9,
  name: 'スタートアップ',
  aliases: ['ユニコーン'],
  strands: [
    { id: 'ai-9' as StrandId, parentId: null, name: 'ＡＩ' },
    { id: 'own-9' as StrandId, parentId: 'ai-9' as StrandId, name: '独自' },
  ],
  workingGroups: [{ id: 'wg-9' as WorkingGroupId, strandId: 'ai-9' as StrandId, name: '協議会' }],
  milestones: [
    {
      ...aMilestone('起業').planned('R2.11'),
      strandId: 'ai-9' as StrandId,
      workingGroupId: 'wg-9' as WorkingGroupId,
    },
  ],
  indicators: [anIndicator('1', '3')],
  programmes: [
    { name: 'IoT導入支援事業', national: false, isNew: false },
    { name: '起業支援事業', national: true, isNew: false },
  ],
});
const rows = [project8, project9].flatMap(rowsOfProject);
const retired = {
  target: { kind: 'project', id: 'old' },
  version: 1,
  snapshot: { kind: 'project', number: 11, name: '旧計画', aliases: [], retired: true },
} as const;
const projects: WriteContext['projects'] = [...ofKind(rows, 'project'), retired];

describe('add-project', () => {
  const fields = { number: '第１２', name: '新山口駅周辺', aliases: '新山口、MaaS,ＭＡＡＳ\n駅' };

  test('a number, a name and aliases, each once', () => {
    const decided = decide('add-project', fields, { projects }, null);
    expect(decided.after).toEqual([
      {
        kind: 'project',
        number: 12,
        name: '新山口駅周辺',
        aliases: ['新山口', 'ＭＡＡＳ', '駅'],
        retired: false,
      },
    ]);
    expect(decided.drafts).toMatchObject([{ target: { kind: 'project', id: 'row-1' }, projectId: 'row-1' }]);
  });

  test.each<[string, Fields, readonly string[]]>([
    ['nothing', { number: '', name: '', aliases: '' }, ['number missing', 'name missing']],
    ['no number', { number: '八つ' }, ['number not-a-number']],
    ['zero', { number: '0' }, ['number not-a-number']],
    ['a part of one', { number: '1.5' }, ['number not-a-number']],
    ['1000', { number: '1000' }, ['number too-large']],
    ['a taken number', { number: '9' }, ['number taken']],
    ['the number of a retired project', { number: '11' }, ['number taken']],
    ['a taken name', { name: 'すたーとあっぷ' }, ['name taken']],
    ['the alias of another as a name', { name: 'ユニコーン' }, ['name taken']],
    ['a taken alias', { aliases: 'ユニコーン' }, ['aliases taken']],
    ['the number of another as an alias', { aliases: '9' }, ['aliases taken']],
    ['a long alias', { aliases: 'あ'.repeat(201) }, ['aliases too-long']],
  ])('%s is refused', (_, given, problems) =>
    expect(decide('add-project', { ...fields, ...given }, { projects }, null).problems).toEqual(problems),
  );
});

describe('edit-project and retire-project', () => {
  const target = rowIn('project', 'project-8');
  const fields = { number: '8', name: '第8のプロジェクト', aliases: 'IoT' };

  test('another number and alias', () =>
    expect(
      decide('edit-project', { ...fields, number: '12', aliases: 'IoT、5G' }, { projects, target }).after,
    ).toMatchObject([{ number: 12, aliases: ['IoT', '5G'] }]));

  test('nothing changed', () =>
    expect(decide('edit-project', fields, { projects, target }).problems).toEqual(['name unchanged']));

  test('an alias that it has stays, although a retired project is called so', () => {
    const snapshot = { ...target.snapshot, aliases: ['旧計画', '11'] };
    const merged = { ...target, snapshot: snapshot as typeof target.snapshot };
    const all = projects.map((row) => (row.target.id === 'project-8' ? merged : row));
    const decided = decide(
      'edit-project',
      { ...fields, aliases: '旧計画、11、5G' },
      { projects: all, target: merged },
    );
    expect(decided).toMatchObject({ problems: [], after: [{ aliases: ['旧計画', '11', '5G'] }] });
  });

  test('retiring needs a reason and happens once', () => {
    expect(decide('retire-project', { reason: '終了' }, { target })).toMatchObject({
      after: [{ number: 8, retired: true }],
      reason: '終了',
    });
    expect(decide('retire-project', {}, { target }).problems).toEqual(['reason missing']);
    expect(decide('retire-project', { reason: 'a' }, { target: retired }).problems).toEqual([
      'project unchanged',
    ]);
  });
});

describe('restore-project', () => {
  test('a retired project stands on the list again as it was', () => {
    expect(decide('restore-project', {}, { projects, target: retired }).after).toEqual([
      { ...retired.snapshot, retired: false },
    ]);
  });

  test('one that is there is not restored', () => {
    const target = rowIn('project', 'project-8');
    expect(decide('restore-project', {}, { projects, target }).problems).toEqual(['project unchanged']);
  });

  test.each([
    ['11', 'number taken'],
    ['旧計画', 'name taken'],
  ])('nor one whose %s leads to another since a merger', (alias, problem) => {
    const all = projects.map((row) =>
      row.target.id === 'project-8' && row.snapshot.kind === 'project'
        ? { ...row, snapshot: { ...row.snapshot, aliases: [alias] } }
        : row,
    );
    expect(decide('restore-project', {}, { projects: all, target: retired }).problems).toEqual([problem]);
  });
});

describe('merge-projects', () => {
  const target = rowIn('project', 'project-9', project9);
  const merged = decide(
    'merge-projects',
    { into: '８', reason: '統合' },
    { projects, rows, target },
    project9,
  );
  const of = (kind: string, id: string) =>
    merged.drafts.find((draft) => draft.target.kind === kind && draft.target.id === id);

  test('moves what belongs to the old project', () => {
    expect(merged.drafts.map(({ target: { kind, id } }) => `${kind} ${id}`)).toEqual([
      'strand own-9',
      'working-group wg-9',
      'milestone 起業',
      'indicator indicator',
      'programme project-9-programme-1',
      'project project-9',
      'project project-8',
    ]);
    for (const { after } of merged.drafts.slice(0, 5))
      expect(after).toMatchObject({ projectId: 'project-8' });
  });

  test('what stood in a strand of the same name stands in that one', () => {
    expect(of('milestone', '起業')?.after).toMatchObject({ strandId: 'ai', workingGroupId: 'wg-9' });
    expect(of('strand', 'own-9')?.after).toMatchObject({ parentId: 'ai' });
    expect(of('working-group', 'wg-9')?.after).toMatchObject({ strandId: 'ai' });
  });

  test('the old one is retired, its number and names lead to the other', () => {
    expect(of('project', 'project-9')?.after).toMatchObject({ number: 9, aliases: [], retired: true });
    expect(of('project', 'project-8')?.after).toMatchObject({
      aliases: ['IoT', '9', 'スタートアップ', 'ユニコーン'],
    });
    expect(merged.reason).toBe('統合');
  });

  test.each<[string, Fields, readonly string[]]>([
    ['no project', {}, ['into missing']],
    ['an unknown one', { into: '99' }, ['into unknown-choice']],
    ['itself', { into: '9' }, ['into unknown-choice']],
    ['a retired one', { into: '11' }, ['into unknown-choice']],
  ])('into %s is refused', (_, fields, problems) =>
    expect(decide('merge-projects', fields, { projects, rows, target }).problems).toEqual(problems),
  );

  test('of a retired one is refused', () =>
    expect(decide('merge-projects', { into: '8' }, { projects, rows, target: retired }).problems).toEqual([
      'project unchanged',
    ]));
});
