import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { DigestStore } from '../../src/digests/ports.ts';
import { type OpenedStore, openServerStore } from '../support/stores.ts';
import { emptyDigests, minutesAfter, monday, type Rig, rigOver, told } from './support/rig.ts';
import { doing } from './support/subscriptions.ts';

let opened: OpenedStore;
let rig: Rig;
beforeAll(async () => {
  opened = await openServerStore();
});
beforeEach(async () => {
  await emptyDigests(opened.database);
  rig = rigOver(opened.database);
});
afterAll(async () => {
  await opened.cleanUp();
});

async function tickAt(now: Date, engine = rig.engine()): Promise<void> {
  rig.now = now;
  await engine.tick(now);
}

/** A promise that the test settles. */
function held<Value>() {
  let settle: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((resolve) => {
    settle = resolve;
  });
  return { promise, settle: (value: Value) => settle(value) };
}

/** Never comes back: what a killed process sees of its own future. */
const never = () => new Promise<never>(() => undefined);

type Place = 'before the claim' | 'after the claim' | 'before the post' | 'after the post' | 'after settling';

/** The store of a process that dies there: it does what it did until then, and nothing more. */
function dyingAt(place: Place, died: () => void): DigestStore {
  const die = () => {
    died();
    return never();
  };
  switch (place) {
    case 'before the claim':
      return { ...rig.store, claim: die };
    case 'after the claim':
      return { ...rig.store, claim: (at) => rig.store.claim(at).then(die) };
    case 'before the post':
      return { ...rig.store, confirm: (...args) => rig.store.confirm(...args).then(die) };
    case 'after the post':
      return { ...rig.store, settle: die };
    case 'after settling':
      return { ...rig.store, settle: (...args) => rig.store.settle(...args).then(die) };
  }
}

describe('a process that is killed', () => {
  test.each([
    ['before the claim', '2020-W35 sent', 1],
    ['after the claim', '2020-W35 sent', 1],
    ['before the post', '2020-W35 unknown overslept', 0],
    ['after the post', '2020-W35 unknown overslept', 1],
    ['after settling', '2020-W35 sent', 1],
  ] as const)('%s leaves %s', async (place, period, posts) => {
    await rig.subscribe();
    const death = held<undefined>();
    rig.now = monday;
    void rig.engine({ store: dyingAt(place, () => death.settle(undefined)) }).tick(monday);
    await death.promise;
    for (const minute of [1, 2, 3, 10, 60]) await tickAt(minutesAfter(minute));
    expect(await rig.periods()).toEqual([period]);
    expect(rig.shown).toHaveLength(posts);
    expect(told(rig)).toEqual(period.includes('unknown') ? ['U1: 2020-W35 unknown (overslept)'] : []);
  });
});

describe('workers that tick at once', () => {
  test.each([2, 10])('%i of them post once', async (count) => {
    await rig.subscribe();
    await rig.subscribe({ channelId: 'C2' });
    rig.now = monday;
    await Promise.all(Array.from({ length: count }, () => rig.engine().tick(monday)));
    expect(rig.shown.map(({ channelId }) => channelId).toSorted()).toEqual(['C1', 'C2']);
    expect(await rig.periods()).toEqual(['2020-W35 sent', '2020-W35 sent']);
  });

  test('a deployment at nine: the old process ends while the new one begins', async () => {
    await rig.subscribe();
    const [old, fresh] = [rig.engine(), rig.engine()];
    await tickAt(minutesAfter(-1), old);
    rig.now = monday;
    await Promise.all([old.tick(monday), fresh.tick(monday)]);
    await tickAt(minutesAfter(1), fresh);
    expect(rig.texts()).toEqual(['2020-W35']);
  });
});

describe('a worker that freezes for longer than its lease', () => {
  /** Holds one call of a port until the lease is over and another worker has done the work. */
  async function freeze(
    partsOf: (wake: Promise<unknown>, asleep: () => void) => Parameters<Rig['engine']>[0],
  ) {
    await rig.subscribe();
    const [wake, asleep] = [held<undefined>(), held<undefined>()];
    rig.now = monday;
    const frozen = rig.engine(partsOf(wake.promise, () => asleep.settle(undefined))).tick(monday);
    await asleep.promise;
    await tickAt(minutesAfter(3));
    wake.settle(undefined);
    await frozen;
  }

  test.each(['inspect', 'render', 'reserve'] as const)(
    'during %s posts nothing after it woke',
    async (place) => {
      await freeze((wake, asleep) => {
        const sleep = async <Value>(value: Value): Promise<Value> => {
          asleep();
          await wake;
          return value;
        };
        switch (place) {
          case 'inspect':
            return {
              inspector: {
                inspect: () => sleep({ kind: 'open', shared: false } as const),
                ownerMay: async () => true,
              },
            };
          case 'render':
            return { renderer: { render: () => sleep({ first: 'of the frozen one', thread: [] }) } };
          case 'reserve':
            return {
              store: { ...rig.store, reserve: (channel, now) => rig.store.reserve(channel, now).then(sleep) },
            };
        }
      });
      expect(rig.texts()).toEqual(['2020-W35']);
      expect(await rig.periods()).toEqual(['2020-W35 sent']);
    },
  );

  test('between the last check and the post posts nothing, and people are asked', async () => {
    await freeze((wake, asleep) => ({
      store: {
        ...rig.store,
        confirm: async (...args) => {
          const answer = await rig.store.confirm(...args);
          asleep();
          await wake;
          return answer;
        },
      },
    }));
    expect(rig.texts()).toEqual([]);
    expect(await rig.periods()).toEqual(['2020-W35 unknown overslept']);
  });

  test('during the post cannot settle what was taken from it', async () => {
    const wake = held<undefined>();
    const posting = held<undefined>();
    rig.answers.push(async () => {
      posting.settle(undefined);
      await wake.promise;
      return { kind: 'refused-retryable', why: 'connection-refused' };
    });
    await rig.subscribe();
    rig.now = monday;
    const frozen = rig.engine().tick(monday);
    await posting.promise;
    await tickAt(minutesAfter(3));
    wake.settle(undefined);
    await frozen;
    await tickAt(minutesAfter(10));
    expect(await rig.periods()).toEqual(['2020-W35 unknown overslept']);
  });
});

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
    await rig.subscribe();
    let gone = true;
    const engine = rig.engine({ store: away(rig.store, () => gone) });
    for (let minute = 0; minute < 10; minute += 1)
      await expect(tickAt(minutesAfter(minute), engine)).rejects.toThrow('database is away');
    gone = false;
    await tickAt(minutesAfter(10), engine);
    expect(rig.texts()).toEqual(['2020-W35']);
  });

  test('after the post: what came of it is written down when it is back', async () => {
    await rig.subscribe();
    let gone = false;
    const engine = rig.engine({ store: away(rig.store, () => gone) });
    rig.answers.push(async () => {
      gone = true;
      return 'posted';
    });
    await expect(tickAt(monday, engine)).rejects.toThrow('database is away');
    gone = false;
    await tickAt(minutesAfter(10), engine);
    expect(rig.texts()).toEqual(['2020-W35']);
    expect(await rig.periods()).toEqual(['2020-W35 sent']);
    expect(told(rig)).toEqual([]);
  });

  test('between the claim and the post: it is posted when it is back', async () => {
    await rig.subscribe();
    let gone = false;
    const inspector = {
      inspect: async () => {
        gone = rig.now < minutesAfter(10);
        return { kind: 'open', shared: false } as const;
      },
      ownerMay: async () => true,
    };
    const engine = rig.engine({ store: away(rig.store, () => gone), inspector });
    await expect(tickAt(monday, engine)).rejects.toThrow('database is away');
    gone = false;
    for (const minute of [10, 11, 12]) await tickAt(minutesAfter(minute), engine);
    expect(rig.texts()).toEqual(['2020-W35 遅延配信']);
  });
});

describe('Slack is gone', () => {
  const refused = { kind: 'refused-retryable', why: 'connection-refused' } as const;
  const slackIsGoneFor = (minutes: number) => {
    rig.answers.push(
      ...Array.from({ length: 400 }, () => async () => {
        if (rig.now < minutesAfter(minutes)) return refused;
        return 'posted' as const;
      }),
    );
    rig.notifierWorks = false;
  };
  const everyMinutes = async (step: number, until: number) => {
    for (let minute = 0; minute <= until; minute += step) {
      rig.notifierWorks = minute > until - 2 * step;
      await tickAt(minutesAfter(minute));
    }
  };

  test('for two hours: the digest comes late, and says so', async () => {
    slackIsGoneFor(120);
    await rig.subscribe();
    await everyMinutes(5, 150);
    expect(rig.texts()).toEqual(['2020-W35 遅延配信']);
    expect(told(rig)).toEqual([]);
  });

  test('for a day: it is skipped, and its owner told once', async () => {
    slackIsGoneFor(25 * 60);
    await rig.subscribe();
    await everyMinutes(10, 26 * 60);
    expect(rig.texts()).toEqual([]);
    expect(await rig.periods()).toEqual(['2020-W35 skipped too-old']);
    expect(told(rig)).toEqual(['U1: 2020-W35 skipped (too-old)']);
  });
});

describe('the clock', () => {
  test.each([
    ['goes back by an hour', -60],
    ['goes on by an hour', 60],
    ['goes on by eight days', 8 * 24 * 60],
  ])('%s and comes right again: no digest twice', async (_, jump) => {
    await rig.subscribe();
    await tickAt(monday);
    for (const minute of [1, 2]) await tickAt(minutesAfter(jump + minute));
    for (const minute of [5, 60, 7 * 24 * 60, 7 * 24 * 60 + 1]) await tickAt(minutesAfter(minute));
    const weeks = rig.texts().map((text) => text.slice(0, 8));
    expect(new Set(weeks).size).toBe(weeks.length);
    expect(weeks).toContain('2020-W35');
    const periods = await rig.periods();
    expect(periods.map((period) => period.slice(0, 8))).toEqual(['2020-W35', '2020-W36']);
    expect(periods.filter((period) => !/ sent$| skipped too-old$/.test(period))).toEqual([]);
  });

  test('that goes back by an hour while a digest waits does not send it early', async () => {
    rig.answers.push({ kind: 'refused-retryable', why: 'connection-refused' });
    await rig.subscribe();
    await tickAt(monday);
    await tickAt(minutesAfter(-59));
    expect(rig.texts()).toEqual([]);
    await tickAt(minutesAfter(1));
    expect(rig.texts()).toEqual(['2020-W35']);
  });
});

describe('between the claim and the post', () => {
  /** Lets a person do something while the digest is rendered for the first time. */
  async function meanwhile(act: () => Promise<unknown>): Promise<void> {
    let first = true;
    const renderer = {
      render: async () => {
        if (first) await act();
        first = false;
        return { first: 'digest', thread: [] };
      },
    };
    await tickAt(monday, rig.engine({ renderer }));
  }

  test('the owner pauses: nothing is posted', async () => {
    const { id, version } = await rig.subscribe();
    await meanwhile(() => rig.subscriptions.pause({ id, version }, { ...doing(rig.now), because: 'person' }));
    expect(rig.shown).toEqual([]);
    expect(await rig.periods()).toEqual(['2020-W35 skipped paused']);
  });

  test('the owner removes it: nothing is posted', async () => {
    const seen = await rig.subscribe();
    await meanwhile(() => rig.subscriptions.remove(seen, doing(rig.now)));
    expect(rig.shown).toEqual([]);
    expect(await rig.periods()).toEqual(['2020-W35 skipped removed']);
  });

  test('the owner moves it to another channel: it goes there, once', async () => {
    const seen = await rig.subscribe();
    await meanwhile(() =>
      rig.subscriptions.edit(
        seen,
        { ...seen, channelId: 'C9' },
        { ...doing(rig.now), nextRunAt: seen.nextRunAt },
      ),
    );
    expect(rig.shown.map(({ channelId }) => channelId)).toEqual(['C9']);
  });
});
