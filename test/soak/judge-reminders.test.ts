import { describe, expect, test } from '@jest/globals';
import { calendarDay } from '../../src/domain/calendar-day.ts';
import { leadOf } from './duties.ts';
import { judgeReminders, type KeptReminder } from './judge-reminders.ts';
import type { Reminded } from './world.ts';

// The first event of project 1 is on Tuesday 25 August 2020, its second on Tuesday 22 September, a holiday.
const [firstEvent, secondEvent] = ['passed:1-0', 'passed:1-1'];
const end = new Date('2020-10-20T00:00:00Z');

/** A message of that day at ten in Tokyo, to the lead of project 1. */
function told(day: string, keys: readonly string[], given: Partial<Reminded> = {}): Reminded {
  const personId = leadOf(1);
  const at = new Date(`${day}T10:00:00+09:00`);
  return { personId, day: calendarDay(day), keys, at, conversation: `D${personId}`, ...given };
}

function kept(state: string, keys: readonly string[] = []): KeptReminder {
  const things = keys.map((key) => ({ key }));
  return { id: `of-${state}`, personId: leadOf(1), state, reason: null, things };
}

const first = told('2020-08-26', [firstEvent]);
const second = told('2020-09-23', [secondEvent]);

const verdictOn = (reminded: readonly Reminded[], rows: readonly KeptReminder[] = []) =>
  judgeReminders(rows, { end, reminded }, 1);

describe('the judge of reminders finds nothing', () => {
  test.each<[string, readonly Reminded[], readonly KeptReminder[]]>([
    ['where each thing was told once', [first, second], [kept('sent')]],
    ['where both were told in one message', [told('2020-09-23', [firstEvent, secondEvent])], []],
    ['where nobody can say whether it was told', [first], [kept('unknown', [secondEvent])]],
  ])('%s', (_, reminded, rows) => {
    expect(verdictOn(reminded, rows)).toMatchObject({ unwanted: [], missing: [] });
  });

  test('and counts how the messages ended', () => {
    const skipped = { ...kept('skipped'), reason: 'too-old' };
    expect(verdictOn([], [kept('sent'), kept('sent'), skipped]).ends).toEqual({
      sent: 2,
      'skipped too-old': 1,
    });
  });
});

describe('the judge of reminders complains', () => {
  test.each<[string, readonly Reminded[], readonly string[]]>([
    ['where a thing was told twice', [first, second, told('2020-09-24', [firstEvent])], ['U1 passed:1-0']],
    ['where two messages came on a day', [first, second, told('2020-08-26', [])], ['U1 2020-08-26']],
    ['on a holiday', [first, told('2020-09-22', []), second], ['U1 at 2020-09-22T01:00:00.000Z']],
    ['on a Saturday', [first, told('2020-08-29', []), second], ['U1 at 2020-08-29T01:00:00.000Z']],
    [
      'at half past six in the evening',
      [told('2020-08-26', [firstEvent], { at: new Date('2020-08-26T18:30:00+09:00') }), second],
      ['U1 at 2020-08-26T09:30:00.000Z'],
    ],
    [
      'before an event had passed',
      [told('2020-08-25', [firstEvent]), second],
      ['U1 passed:1-0 on 2020-08-25'],
    ],
    [
      'where somebody else was told',
      [first, second, told('2020-08-27', [firstEvent], { personId: leadOf(2), conversation: 'DU2' })],
      ['U2 passed:1-0 on 2020-08-27'],
    ],
    [
      'where it stands in the conversation of somebody else',
      [told('2020-08-26', [firstEvent], { conversation: 'DU2' }), second],
      ['U1 in DU2'],
    ],
  ])('%s', (_, reminded, unwanted) => {
    expect(verdictOn(reminded)).toMatchObject({ unwanted, missing: [] });
  });

  test('where a thing was never told', () => {
    expect(verdictOn([first])).toMatchObject({ unwanted: [], missing: ['U1 passed:1-1'] });
    expect(verdictOn([])).toMatchObject({ missing: ['U1 passed:1-0', 'U1 passed:1-1'] });
  });

  test.each(['waiting', 'claimed', 'posting'])('where a message was left %s', (state) => {
    expect(verdictOn([first, second], [kept(state)]).missing).toEqual([`of-${state}`]);
  });
});
