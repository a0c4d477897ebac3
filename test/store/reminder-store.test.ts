import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type CalendarDay, calendarDay } from '../../src/domain/calendar-day.ts';
import type { PersonId } from '../../src/domain/person.ts';
import type { Wish } from '../../src/reminders/memory.ts';
import type { ReminderClaim, ReminderId, ReminderStore, ReminderWishes } from '../../src/reminders/ports.ts';
import { type Thing, type ThingKey, thingsOf } from '../../src/reminders/thing.ts';
import { reminderStore } from '../../src/store/reminder-store.ts';
import { reminderWishes } from '../../src/store/reminder-wishes.ts';
import { emptyReminders } from '../reminders/rig.ts';
import { aMilestone, aProject, today } from '../support/factories.ts';
import { eachStore, type OpenedStore } from '../support/stores.ts';

const tuesday = calendarDay('2020-08-25');
const now = new Date('2020-08-24T10:00:00+09:00');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const things = thingsOf(aProject({ milestones: [aMilestone('催し').planned('R2.8.20')] }), today);
const key = 'passed:催し' as ThingKey;

describe.each(eachStore)('reminders in the %s store', (_kind, open) => {
  let opened: OpenedStore;
  let store: ReminderStore;
  let wishes: ReminderWishes;
  /** What people say is never taken away: each test is about somebody else. */
  let person: PersonId;
  let count = 0;
  beforeAll(async () => {
    opened = await open();
    store = reminderStore(opened.database);
    wishes = reminderWishes(opened.database);
  });
  beforeEach(async () => {
    await emptyReminders(opened.database);
    count += 1;
    person = `U${count}` as PersonId;
  });
  afterAll(async () => {
    await opened.cleanUp();
  });

  const claimAt = (at: Date) => store.claim({ now: at, leaseUntil: new Date(at.getTime() + 120_000) });
  const claimed = async (at = now): Promise<ReminderClaim> => {
    const claim = await claimAt(at);
    if (claim === null) throw new Error('nothing to claim');
    return claim;
  };
  const opening = async (day: CalendarDay = today) => {
    expect(await store.open(day, [person], now)).toBe(true);
  };
  const memory = async () => (await store.memoriesOf([person])).get(person);
  const confirm = (claim: ReminderClaim, at = now, told: readonly Thing[] = things) =>
    store.confirm(claim, { now: at, things: told, lastWish: 0n });
  const say = (kind: Wish['kind'], given: Partial<Wish> = {}) =>
    wishes.wish({ personId: person, at: now, kind, until: null, keys: [], ...given }, `${person} ${kind}`);

  test('a day is opened once, whoever asks, with a message for each', async () => {
    expect(await store.hasOpened(today)).toBe(false);
    const both = await Promise.all([1, 2].map(() => store.open(today, [person, 'U0B' as PersonId], now)));
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(await store.hasOpened(today)).toBe(true);
    const claims = await Promise.all([claimAt(now), claimAt(now), claimAt(now)]);
    expect(new Set(claims.map((claim) => claim?.personId ?? null))).toEqual(new Set([person, 'U0B', null]));
  });

  test('of what was told, told perhaps, and not told after all', async () => {
    await opening();
    const claim = await claimed();
    expect(await confirm(claim)).toBe('go');
    const told = { fingerprint: things[0]?.fingerprint, at: now };
    expect((await memory())?.told).toEqual(new Map([[key, told]]));
    expect(await store.giveBack(claim, { notBefore: later(1), reason: 'rate-limited' })).toBe(true);
    expect((await memory())?.told).toEqual(new Map());
    expect(await claimAt(now)).toBeNull();
    const again = await claimed(later(1));
    expect([again.attempts, await confirm(again, later(1))]).toEqual([2, 'go']);
    expect(await store.settle(again, { kind: 'sent', ts: '1.0', channelId: 'D1' }, later(2))).toBe(true);
    expect((await memory())?.told.get(key)?.at).toEqual(later(2));
    expect(await wishes.toldBy(again.id, person)).toEqual([key]);
    expect(await wishes.toldBy(again.id, 'U0OTHER' as PersonId)).toBeNull();
    expect(await wishes.toldBy('x' as ReminderId, person)).toBeNull();
  });

  test('whose lease is over is taken over, and its first worker can do nothing more', async () => {
    await opening();
    const first = await claimed();
    expect(await claimAt(later(1))).toBeNull();
    const second = await claimed(later(2));
    expect(await confirm(first, later(2))).toBe('lost');
    expect(await store.settle(first, { kind: 'skipped', reason: 'x' }, later(2))).toBe(false);
    expect(await store.giveBack(first, { notBefore: now, reason: 'x' })).toBe(false);
    expect(await confirm(second, later(3))).toBe('go');
    expect(await confirm(second, later(9))).toBe('lost');
  });

  test('left in the middle of a post becomes unknown and counts as told; of an earlier day it is skipped', async () => {
    await opening();
    await confirm(await claimed());
    expect(await store.sweep(later(1), today)).toBe(0);
    expect(await store.sweep(later(2), today)).toBe(1);
    expect(await claimAt(later(60))).toBeNull();
    expect((await memory())?.told.has(key)).toBe(true);
    await store.open(tuesday, [person], later(24 * 60));
    expect(await store.sweep(later(48 * 60), calendarDay('2020-08-26'))).toBe(1);
    expect(await claimAt(later(48 * 60))).toBeNull();
  });

  test('what people say is kept once for each press, the newest counts, and it stays', async () => {
    expect(await wishes.wantedOf(person)).toEqual({ kind: 'on' });
    expect([await say('off'), await say('off')]).toEqual([true, false]);
    expect(await wishes.wantedOf(person)).toEqual({ kind: 'off' });
    await say('pause', { until: tuesday });
    await say('snooze', { until: tuesday, keys: [key] });
    expect(await wishes.wantedOf(person)).toEqual({ kind: 'paused', until: tuesday });
    expect(await memory()).toMatchObject({
      wanted: { kind: 'paused', until: tuesday },
      snoozed: new Map([[key, { until: tuesday, at: now }]]),
    });
    await say('on');
    expect(await wishes.wantedOf(person)).toEqual({ kind: 'on' });
    await expect(opened.database.prisma.reminderWish.deleteMany()).rejects.toThrow('constraint');
  });

  test('who said something since it was decided is asked anew', async () => {
    await opening();
    const claim = await claimed();
    await say('off');
    expect(await confirm(claim)).toBe('changed');
    const { lastWish } = (await memory()) ?? { lastWish: 0n };
    expect(await store.confirm(claim, { now, things, lastWish })).toBe('go');
  });

  test('of nobody nothing is remembered, and no text that cannot be stored is taken', async () => {
    expect(await store.memoriesOf([])).toEqual(new Map());
    await expect(say('snooze', { keys: ['a\0' as ThingKey] })).rejects.toThrow(RangeError);
  });
});
