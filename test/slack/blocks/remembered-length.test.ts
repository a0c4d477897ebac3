import { expect, test } from '@jest/globals';
import { calendarDay } from '../../../src/domain/calendar-day.ts';
import { rememberedLengths } from '../../../src/slack/blocks/remembered-length.ts';
import { wordsIn } from '../../../src/slack/words/index.ts';

const view = { words: wordsIn('ja'), today: calendarDay('2020-08-24') };

test('a thing is measured once for as long as it is drawn alike', () => {
  const lengths = rememberedLengths<{ readonly text: string }>();
  const [one, other] = [{ text: '一' }, { text: '二つ目' }];
  const measured: string[] = [];
  const lengthsIn = (drawn: Parameters<typeof lengths>[0]) =>
    [one, other].map((thing) =>
      lengths(drawn)(thing, () => {
        measured.push(thing.text);
        return thing.text.length;
      }),
    );
  expect(lengthsIn(view)).toEqual([1, 3]);
  expect(lengthsIn({ ...view })).toEqual([1, 3]);
  expect(measured).toEqual(['一', '二つ目']);
  for (const another of [
    { ...view, words: wordsIn('en') },
    { ...view, today: calendarDay('2020-08-25') },
    { ...view, today: calendarDay('2020-08-25'), at: calendarDay('2020-08-25') },
  ]) {
    measured.length = 0;
    expect(lengthsIn(another)).toEqual([1, 3]);
    expect(measured).toEqual(['一', '二つ目']);
  }
});
