import { describe, expect, test } from '@jest/globals';
import type { Question } from '../../src/search/question/question.ts';
import { readQuestion } from '../../src/search/question/read-question.ts';
import { today } from '../support/factories.ts';

/** What was understood, the span as its days. */
function understood(text: string): Record<string, unknown> {
  const { words, span, ...rest } = readQuestion(text, today);
  return {
    ...rest,
    ...(span && { span: `${span.first}/${span.last}` }),
    ...(words.length > 0 && { words: words.join(' ') }),
  };
}

describe('a question of 24 August 2020', () => {
  test.each<[string, Partial<Omit<Question, 'words' | 'span'>> & { span?: string; words?: string }]>([
    ['付加価値増加額は今いくら', { kind: 'indicators', wants: 'value', words: '付加価値増加額は' }],
    ['次の調整会議はいつ', { kind: 'upcoming', wants: 'when', order: 'soonest', words: '調整会議は' }],
    ['1番の指標', { projectNumber: 1, kind: 'indicators' }],
    ['企業誘致の最近の動き', { kind: 'milestones', order: 'newest', words: '企業誘致の' }],
    ['8 指標', { projectNumber: 8, kind: 'indicators' }],
    ['８', { projectNumber: 8 }],
    ['指標 第8', { projectNumber: 8, kind: 'indicators' }],
    ['プロジェクト8の関連事業', { projectNumber: 8, kind: 'programmes' }],
    ['project 8 indicators', { projectNumber: 8, kind: 'indicators' }],
    ['来月の予定', { kind: 'upcoming', span: '2020-09-01/2020-09-30', words: 'の' }],
    ['9月に何がある？', { span: '2020-09-01/2020-09-30', words: 'に' }],
    ['R2.11の会議', { span: '2020-11-01/2020-11-30', words: 'の会議' }],
    ['令和2年11月 会議', { span: '2020-11-01/2020-11-30', words: '会議' }],
    ['年度内の予定', { kind: 'upcoming', span: '2020-08-24/2021-03-31', words: 'の' }],
    ['遅れているもの', { kind: 'upcoming', state: 'overdue', words: 'もの' }],
    ['未達成の指標', { kind: 'indicators', state: 'unmet', words: 'の' }],
    ['目標を達成した指標', { kind: 'indicators', state: 'achieved', words: 'を' }],
    ['山陰道はいつ開通した', { kind: 'milestones', wants: 'when', words: '山陰道は 開通した' }],
    ['I o T導入率は？', { words: 'iot導入率は' }],
    ['R & D ラボについて教えて', { words: 'r&dラボ' }],
    ['年内の予定', { kind: 'upcoming', span: '2020-08-24/2020-12-31', words: 'の' }],
    ['月末の予定', { kind: 'upcoming', span: '2020-08-21/2020-08-31', words: 'の' }],
    ['今四半期の会議', { span: '2020-07-01/2020-09-30', words: 'の会議' }],
    ['スマートファクトリーの事業', { kind: 'programmes', words: 'スマートファクトリーの' }],
    ['企業訪問は何社', { kind: 'indicators', wants: 'value', unit: ['社', '企業'], words: '企業訪問は' }],
    ['セミナーの参加者', { unit: ['人', '名'], words: 'セミナーの参加者' }],
    ['<!channel> *岸壁*', { words: '岸壁' }],
    ['<@U0123ABC|tanaka> _岸壁_？', { words: '岸壁' }],
    ['<https://example.jp/a|港湾> <#C01|企画>', { words: '港湾 企画' }],
    ['<阿知須実証事業>', { words: '阿知須実証事業' }],
    ['岸壁', { words: '岸壁' }],
    ['', {}],
    ['？？', {}],
  ])('%s', (text, expected) => {
    expect(understood(text)).toEqual(expected);
  });
});

test.each([
  '第7回推進協議会',
  '5G活用',
  '2/3箇所',
  '三次元',
  '千秋',
  '13.9%',
  '3.2km',
  '70企業',
  '一番',
  '秋芳洞',
  '数値目標設定',
  '取組強化',
])('%s is neither number nor date nor hint', (text) => {
  expect(understood(text)).toEqual({ words: text.normalize('NFKC').toLowerCase() });
});

test('what is behind the 200th character is not looked at', () => {
  expect(readQuestion(`${'港'.repeat(200)}の指標`, today).kind).toBeUndefined();
});
