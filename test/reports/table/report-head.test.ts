import { expect, test } from '@jest/globals';
import { calendarDay } from '../../../src/domain/calendar-day.ts';
import { reportHead } from '../../../src/reports/table/report-head.ts';

const titled = (day: string, title: string) => reportHead(calendarDay(day), { title, footer: ['注'] });

test.each([
  [
    '2021-02-28',
    '「戦略」・進捗状況について（令和2年（2020年）8月）',
    '「戦略」・進捗状況について（令和3年（2021年）2月）',
  ],
  ['2019-05-31', '進捗（平成31年4月）', '進捗（令和元年（2019年）5月）'],
  ['2020-08-31', '進捗について', '進捗について（令和2年（2020年）8月）'],
  ['2020-08-31', '進捗（案）', '進捗（案）（令和2年（2020年）8月）'],
])('on %s 「%s」 becomes 「%s」', (day, title, next) => {
  expect(titled(day, title)).toMatchObject({ key: day.slice(0, 7), title: next, footer: ['注'] });
});

test('without an edition before it, it has a plain title', () => {
  const head = reportHead(calendarDay('2020-08-31'), null);
  expect(head).toMatchObject({
    title: '産業戦略プロジェクトの進捗状況について（令和2年（2020年）8月）',
    asOf: { text: '令和2年8月', first: '2020-08-01', last: '2020-08-31' },
    footer: [],
  });
});
