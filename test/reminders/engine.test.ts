import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { PostResult } from '../../src/digests/ports.ts';
import { calendarDay } from '../../src/domain/calendar-day.ts';
import type { ReminderStore } from '../../src/reminders/ports.ts';
import { reminderWishes } from '../../src/store/reminder-wishes.ts';
import { aMilestone, aProject } from '../support/factories.ts';
import { type OpenedStore, openServerStore } from '../support/stores.ts';
import { LEAD, noon } from './facts.ts';
import { emptyReminders, type ReminderRig, reminderRig } from './rig.ts';

let opened: OpenedStore;
let rig: ReminderRig;
beforeAll(async () => {
  opened = await openServerStore();
});
beforeEach(async () => {
  await emptyReminders(opened.database);
  rig = reminderRig(opened.database);
});
afterAll(async () => {
  await opened.cleanUp();
});

const at = (instant: string) => {
  rig.now = new Date(instant);
  return rig.tick();
};
const monday = `2020-08-24 ${LEAD}: passed:催し`;
const killed = () => new Promise<never>(() => undefined);

test('at 9:30 of a business day, once, however often it is asked and by however many', async () => {
  await at('2020-08-23T12:00:00+09:00');
  await at('2020-08-24T09:29:00+09:00');
  expect(rig.shown).toEqual([]);
  rig.now = new Date('2020-08-24T09:30:00+09:00');
  await Promise.all([rig.engine(), rig.engine(), rig.engine()].map((engine) => engine.tick(rig.now)));
  for (const hour of [10, 12, 16]) await at(`2020-08-24T${hour}:00:00+09:00`);
  await at('2020-08-25T10:00:00+09:00');
  expect(rig.shown).toEqual([monday]);
  expect(await rig.ends()).toEqual(['2020-08-24 sent']);
});

test('what comes up in the course of the day waits for the next one', async () => {
  const all = rig.projects;
  rig.projects = [aProject()];
  await at('2020-08-24T09:30:00+09:00');
  rig.projects = all;
  await at('2020-08-24T15:00:00+09:00');
  expect(rig.shown).toEqual([]);
  await at('2020-08-25T09:30:00+09:00');
  expect(rig.shown).toEqual([`2020-08-25 ${LEAD}: passed:催し`]);
});

test('what was done before its turn came is not spoken of', async () => {
  rig.answers.push({ kind: 'rate-limited', retryAfterSeconds: 120 });
  await rig.tick();
  rig.projects = [aProject()];
  await at('2020-08-24T12:10:00+09:00');
  expect([rig.shown, await rig.ends()]).toEqual([[], ['2020-08-24 skipped nothing-left']]);
});

test('eight things in a message, the rest on the next business day', async () => {
  const milestones = Array.from({ length: 11 }, (_, index) => aMilestone(`催し${index}`).planned('R2.8.20'));
  rig.projects = [aProject({ milestones })];
  await rig.tick();
  await at('2020-08-25T10:00:00+09:00');
  await at('2020-08-26T10:00:00+09:00');
  expect(rig.shown.map((text) => text.split(', ').length)).toEqual([8, 3]);
});

describe('a post that came to', () => {
  test.each<[string, PostResult | 'lost', string, number]>([
    ['a lost reply is not repeated', 'lost', '2020-08-24 unknown timeout', 1],
    ['500 is not repeated', { kind: 'ambiguous', why: 'http_500' }, '2020-08-24 unknown http_500', 0],
    ['a word for good', { kind: 'refused-terminal', code: 'x' }, '2020-08-24 failed x', 0],
    ['no connection', { kind: 'refused-retryable', why: 'ECONNREFUSED' }, '2020-08-24 sent', 1],
    ['429', { kind: 'rate-limited', retryAfterSeconds: 30 }, '2020-08-24 sent', 1],
    ['429 without a time', { kind: 'rate-limited', retryAfterSeconds: null }, '2020-08-24 sent', 1],
  ])('%s', async (_, answer, end, count) => {
    rig.answers.push(answer);
    await rig.tick();
    await at('2020-08-24T13:00:00+09:00');
    expect([await rig.ends(), rig.shown.length]).toEqual([[end], count]);
  });

  test('nothing certain is told neither again nor anew; what was certainly not told comes on another day', async () => {
    rig.answers.push('lost');
    await rig.tick();
    await at('2020-08-25T10:00:00+09:00');
    expect(rig.shown).toEqual([monday]);
    expect(rig.reports).toEqual([expect.stringMatching(/ended as unknown/)]);
    await emptyReminders(opened.database);
    rig.answers.push({ kind: 'refused-terminal', code: 'messages_tab_disabled' });
    await at('2020-08-26T10:00:00+09:00');
    await at('2020-08-27T10:00:00+09:00');
    expect(rig.shown.at(-1)).toBe(`2020-08-27 ${LEAD}: passed:催し`);
  });
});

test('somebody who cannot be written to is no trouble for others', async () => {
  rig.reachable = false;
  await rig.tick();
  expect(await rig.ends()).toEqual(['2020-08-24 failed unreachable']);
});

describe('a process that dies', () => {
  type Step = 'open' | 'claim' | 'confirm' | 'settle';

  /** Runs until it hangs at that step: nothing of the dead process happens after that. */
  const dieAt = async (step: Step, before: boolean) => {
    const call = rig.store[step] as (...given: unknown[]) => Promise<unknown>;
    await new Promise<void>((dead) => {
      const dying = async (...given: unknown[]) => {
        if (!before) await call(...given);
        dead();
        return killed();
      };
      const store = { ...rig.store, [step]: dying } as ReminderStore;
      void rig.engine({ store }).tick(rig.now);
    });
  };

  test.each<[string, Step, boolean, string]>([
    ['before the day is opened', 'open', true, 'sent'],
    ['after it', 'open', false, 'sent'],
    ['before the claim', 'claim', true, 'sent'],
    ['after it', 'claim', false, 'sent'],
    ['before it notes that it posts', 'confirm', true, 'sent'],
    ['after it, so that perhaps it posted', 'confirm', false, 'unknown overslept'],
    ['after the post', 'settle', true, 'unknown overslept'],
    ['after the end was written', 'settle', false, 'sent'],
  ])('%s: told at most once, and the message has an end', async (_, method, before, end) => {
    await dieAt(method, before);
    for (const minutes of [1, 5, 30, 60])
      await at(`2020-08-24T13:${String(minutes % 60).padStart(2, '0')}:00+09:00`);
    expect(await rig.ends()).toEqual([`2020-08-24 ${end}`]);
    expect(rig.shown).toEqual(end === 'unknown overslept' && method === 'confirm' ? [] : [monday]);
  });
});

test('a worker that was frozen past its lease neither posts nor ends it', async () => {
  const frozen = rig.engine({
    conversation: async (person) => {
      const begun = rig.now;
      rig.now = new Date(begun.getTime() + 10 * 60_000);
      await rig.tick();
      return `D${person}`;
    },
  });
  await frozen.tick(rig.now);
  expect([rig.shown, await rig.ends()]).toEqual([[monday], ['2020-08-24 sent']]);
});

test('the database gone for ten minutes delays it, Slack gone for a day moves it to the next business day', async () => {
  const gone = async () => Promise.reject(new Error('the database is gone'));
  await expect(rig.engine({ store: { ...rig.store, sweep: gone } }).tick(rig.now)).rejects.toThrow('gone');
  rig.answers.push(...Array.from({ length: 40 }, () => ({ kind: 'refused-retryable', why: 'x' }) as const));
  for (let minute = 0; minute < 24 * 60; minute += 10) {
    rig.now = new Date(noon(calendarDay('2020-08-24')).getTime() + minute * 60_000);
    await rig.tick();
  }
  rig.answers.length = 0;
  await at('2020-08-26T09:30:00+09:00');
  expect(rig.shown).toHaveLength(1);
  expect((await rig.ends())[0]).toBe('2020-08-24 skipped too-old');
});

test('who says no more of these while a message is being written gets none', async () => {
  const wishes = reminderWishes(opened.database);
  const person = 'U0RACE' as typeof LEAD;
  const race = reminderRig(opened.database, person);
  const engine = race.engine({
    render: async () => {
      const wish = { personId: person, at: race.now, kind: 'off', until: null, keys: [] } as const;
      await wishes.wish(wish, 'the press');
      return 'too late';
    },
  });
  await engine.tick(race.now);
  expect([race.shown, await race.ends()]).toEqual([[], ['2020-08-24 skipped nothing-left']]);
});
