import { describe, expect, test } from '@jest/globals';
import { slackDate } from '../../../../src/sandbox/page/text/slack-date.ts';

const scene = { now: '2020-08-24T00:00:00.000Z', timeZone: 'Asia/Tokyo' };
const AUGUST_24 = 1_598_227_200;

describe('slackDate', () => {
  test.each([
    ['{date_num}', '2020-08-24'],
    ['{date_slash}', '2020/08/24'],
    ['{date}', '2020年8月24日'],
    ['{date_long}', '2020年8月24日月曜日'],
    ['{date_pretty} {time}', '今日 9:00'],
    ['{time_secs}', '9:00:00'],
    ['{ago}', '1 分以内'],
    ['時点 {nosuch}', '時点 {nosuch}'],
  ])('%s', (format, shown) => {
    expect(slackDate(AUGUST_24, format, scene)).toBe(shown);
  });

  test.each([
    [-86_400, '昨日'],
    [86_400, '明日'],
    [2 * 86_400, '2020年8月26日'],
  ])('%d seconds away', (away, shown) => {
    expect(slackDate(AUGUST_24 + away, '{date_short_pretty}', scene)).toBe(shown);
  });
});
