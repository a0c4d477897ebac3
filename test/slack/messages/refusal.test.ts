import { describe, expect, test } from '@jest/globals';
import { calendarDay } from '../../../src/domain/calendar-day.ts';
import type { ProjectId, ProjectSummary } from '../../../src/domain/project.ts';
import { refusalMessage } from '../../../src/slack/messages/refusal.ts';
import { commandTable } from '../../../src/slack/subcommands/index.ts';
import { wordsIn } from '../../../src/slack/words/index.ts';
import { buttonsOf, wordsOf } from '../../e2e/read-message.ts';
import { understand } from '../understand.ts';

const words = wordsIn('ja');

/** What a person sees, and what the buttons ask. */
function seen(refusal: Parameters<typeof refusalMessage>[0]) {
  const blocks = refusalMessage(refusal, words).blocks.map((block) => ({ ...block }));
  return { told: wordsOf({ blocks }), asks: buttonsOf({ blocks }).map(({ value }) => value) };
}

const named = (count: number): readonly ProjectSummary[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `p${index + 1}` as ProjectId,
    number: index + 1,
    name: `産業プロジェクト${index + 1}`,
    aliases: [],
    strands: [],
    indicators: [],
    scheduled: [],
  }));

describe('several projects match', () => {
  test.each([2, 10, 24])('all %d can be pressed', (count) => {
    const { told, asks } = seen({ kind: 'several-projects', typed: '産業', projects: named(count) });
    expect(told).toContain(`${count}件`);
    expect(asks).toEqual(named(count).map(({ number }) => String(number)));
  });

  test('more than Slack has buttons for: the last button leads to the list', () => {
    const { asks } = seen({ kind: 'several-projects', typed: '産業', projects: named(25) });
    expect(asks).toHaveLength(25);
    expect(asks.at(-1)).toBe('list');
  });
});

describe('a time that cannot be looked back at', () => {
  test.each([
    [{ kind: 'not-over', last: calendarDay('2020-08-31') }, '令和2年8月末はまだ来ていません。'],
    [{ kind: 'not-over', last: calendarDay('2020-09-15') }, '令和2年9月15日（火）はまだ来ていません。'],
    [{ kind: 'endless' }, '終わりの決まった時期を入力してください。'],
    [{ kind: 'not-a-period' }, '日付や期間の書き方ではないようです。'],
  ] as const)('%j: %s', (reason, told) => {
    const refusal = seen({ kind: 'not-past', typed: 'そのとき', number: 8, reason });
    expect(refusal.told).toContain(`「@そのとき」の時点は表示できません。${told}`);
    expect(refusal.told).toContain('@R2.3');
    expect(refusal.asks).toEqual(['8', 'help']);
  });

  test('of a report there is no @', () => {
    const reason = { kind: 'not-a-period' } as const;
    const refusal = { kind: 'not-past', typed: 'そのとき', number: null, reason, unmarked: true } as const;
    const { told, asks } = seen(refusal);
    expect(told).toContain('「そのとき」の時点は表示できません。');
    expect([told.includes('@'), asks]).toEqual([false, ['help']]);
  });

  test('what cannot look back names what can', () => {
    const { asks } = seen({ kind: 'no-past', typed: 'R2.3', number: 3 });
    expect(asks).toEqual(['3 @R2.3', '3 指標 @R2.3', '3 進捗 @R2.3', '3 予定 @R2.3', '3 答弁 @R2.3', 'help']);
  });

  test.each(['ja', 'en'] as const)('what is said to look back in %s does', (language) => {
    const { blocks } = refusalMessage({ kind: 'no-past', typed: 'R2.3', number: 3 }, wordsIn(language));
    const asks = buttonsOf({ blocks: blocks.map((block) => ({ ...block })) }).map(({ value }) => value);
    const understood = asks.slice(0, -1).map((ask) => understand(String(ask)));
    const time = language === 'ja' ? '@R2.3' : '@2020-03';
    const able = commandTable.subcommands.filter(({ of, takesTime }) => of !== 'all' && takesTime);
    expect(new Set([...understood, `3 chart ${time}`])).toEqual(
      new Set(able.map(({ name }) => `3 ${name} ${time}`)),
    );
  });
});

test('a word that no project takes is answered with what can be typed instead', () => {
  const { told, asks } = seen({ kind: 'unknown-rest', typed: 'グラフ', number: 8, words: ['指標', '進捗'] });
  expect(told).toContain('「グラフ」');
  expect(told).toContain('次のように入力できます');
  expect(asks).toEqual(['8 指標', '8 進捗', 'help']);
});
