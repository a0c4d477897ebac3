import { describe, expect, test } from '@jest/globals';
import { awaitedOf, awaitedWords } from '../../../src/slack/digests/awaited.ts';
import { wordsIn } from '../../../src/slack/words/index.ts';

const post = (name: string, ...roles: readonly (readonly [number, 'lead' | 'deputy'])[]) => ({
  section: '産業振興課',
  name,
  roles: roles.map(([projectNumber, role]) => ({
    id: `${name} ${projectNumber}`,
    version: 1,
    projectId: `project-${projectNumber}` as never,
    projectNumber,
    role,
  })),
});

const of = (projectNumber: number) => ({ projectNumber }) as never;

describe('whose report a digest waits for', () => {
  test('each project with a date that has passed or a late value, once, with the posts that lead it', () => {
    const content = { overdue: [of(8), of(2), of(8)], stale: [of(2), of(5)] };
    const posts = [post('主幹', [8, 'lead'], [5, 'deputy']), post('課長', [2, 'lead'], [8, 'lead'])];
    expect(awaitedOf(content, posts)).toEqual([
      { projectNumber: 2, posts: ['産業振興課 課長'] },
      { projectNumber: 5, posts: [] },
      { projectNumber: 8, posts: ['産業振興課 主幹', '産業振興課 課長'] },
    ]);
  });

  test.each([
    ['ja', [1], '報告をお待ちしているプロジェクト（推進責任者の職）: 1番（推進責任者が未設定）'],
    [
      'ja',
      [1, 2, 3, 4, 5, 6, 7],
      '報告をお待ちしているプロジェクト（推進責任者の職）: 1番（推進責任者が未設定）、2番（推進責任者が未設定）、3番（推進責任者が未設定）、4番（推進責任者が未設定）、5番（推進責任者が未設定）、ほか2プロジェクト',
    ],
    ['en', [1], 'Awaiting a report from the leads of: project 1 (no lead yet)'],
    ['ja', [], null],
  ] as const)('in %s, of projects %p', (language, numbers, told) => {
    const awaited = numbers.map((projectNumber) => ({ projectNumber, posts: [] }));
    expect(awaitedWords(awaited, wordsIn(language))).toBe(told);
  });
});
