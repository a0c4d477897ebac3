import { describe, expect, test } from '@jest/globals';
import type { DigestStore } from '../../src/digests/ports.ts';
import { minutesAfter, monday, told } from './support/rig.ts';
import { withRig } from './support/with-rig.ts';

const { rig, tickAt } = withRig();

describe('a database that is gone for ten minutes', () => {
  /** The store while the database is away: every call rejects. */
  const away = (store: DigestStore, isAway: () => boolean): DigestStore =>
    Object.fromEntries(
      Object.entries(store).map(([name, call]) => [
        name,
        async (...args: never[]) => {
          if (isAway()) throw new Error('database is away');
          return (call as (...given: never[]) => unknown)(...args);
        },
      ]),
    ) as unknown as DigestStore;

  test('at nine: the digest comes late by that', async () => {
    await rig().subscribe();
    let gone = true;
    const engine = rig().engine({ store: away(rig().store, () => gone) });
    for (let minute = 0; minute < 10; minute += 1)
      await expect(tickAt(minutesAfter(minute), engine)).rejects.toThrow('database is away');
    gone = false;
    await tickAt(minutesAfter(10), engine);
    expect(rig().texts()).toEqual(['2020-W35']);
  });

  test('after the post: what came of it is written down when it is back', async () => {
    await rig().subscribe();
    let gone = false;
    const engine = rig().engine({ store: away(rig().store, () => gone) });
    rig().answers.push(async () => {
      gone = true;
      return 'posted';
    });
    await expect(tickAt(monday, engine)).rejects.toThrow('database is away');
    gone = false;
    await tickAt(minutesAfter(10), engine);
    expect(rig().texts()).toEqual(['2020-W35']);
    expect(await rig().periods()).toEqual(['2020-W35 sent']);
    expect(told(rig())).toEqual([]);
  });

  test('between the claim and the post: it is posted when it is back', async () => {
    await rig().subscribe();
    let gone = false;
    const inspector = {
      inspect: async () => {
        gone = rig().now < minutesAfter(10);
        return { kind: 'open', shared: false } as const;
      },
      ownerMay: async () => true,
    };
    const engine = rig().engine({ store: away(rig().store, () => gone), inspector });
    await expect(tickAt(monday, engine)).rejects.toThrow('database is away');
    gone = false;
    for (const minute of [10, 11, 12]) await tickAt(minutesAfter(minute), engine);
    expect(rig().texts()).toEqual(['2020-W35 遅延配信']);
  });
});

describe('Slack is gone', () => {
  const refused = { kind: 'refused-retryable', why: 'connection-refused' } as const;
  const slackIsGoneFor = (minutes: number) => {
    rig().answers.push(
      ...Array.from({ length: 400 }, () => async () => {
        if (rig().now < minutesAfter(minutes)) return refused;
        return 'posted' as const;
      }),
    );
    rig().notifierWorks = false;
  };
  const everyMinutes = async (step: number, until: number) => {
    for (let minute = 0; minute <= until; minute += step) {
      rig().notifierWorks = minute > until - 2 * step;
      await tickAt(minutesAfter(minute));
    }
  };

  test('for two hours: the digest comes late, and says so', async () => {
    slackIsGoneFor(120);
    await rig().subscribe();
    await everyMinutes(5, 150);
    expect(rig().texts()).toEqual(['2020-W35 遅延配信']);
    expect(told(rig())).toEqual([]);
  });

  test('for a day: it is skipped, and its owner told once', async () => {
    slackIsGoneFor(25 * 60);
    await rig().subscribe();
    await everyMinutes(10, 26 * 60);
    expect(rig().texts()).toEqual([]);
    expect(await rig().periods()).toEqual(['2020-W35 skipped too-old']);
    expect(told(rig())).toEqual(['U1: 2020-W35 skipped (too-old)']);
  });
});

describe('the clock', () => {
  test.each([
    ['goes back by an hour', -60],
    ['goes on by an hour', 60],
    ['goes on by eight days', 8 * 24 * 60],
  ])('%s and comes right again: no digest twice', async (_, jump) => {
    await rig().subscribe();
    await tickAt(monday);
    for (const minute of [1, 2]) await tickAt(minutesAfter(jump + minute));
    for (const minute of [5, 60, 7 * 24 * 60, 7 * 24 * 60 + 1]) await tickAt(minutesAfter(minute));
    const weeks = rig()
      .texts()
      .map((text) => text.slice(0, 8));
    expect(new Set(weeks).size).toBe(weeks.length);
    expect(weeks).toContain('2020-W35');
    const periods = await rig().periods();
    expect(periods.map((period) => period.slice(0, 8))).toEqual(['2020-W35', '2020-W36']);
    expect(periods.filter((period) => !/ sent$| skipped too-old$/.test(period))).toEqual([]);
  });

  test('that goes back by an hour while a digest waits does not send it early', async () => {
    rig().answers.push({ kind: 'refused-retryable', why: 'connection-refused' });
    await rig().subscribe();
    await tickAt(monday);
    await tickAt(minutesAfter(-59));
    expect(rig().texts()).toEqual([]);
    await tickAt(minutesAfter(1));
    expect(rig().texts()).toEqual(['2020-W35']);
  });
});
