import { describe, expect, test } from '@jest/globals';
import type { DigestStore } from '../../src/digests/ports.ts';
import { minutesAfter, monday, type Rig, told } from './support/rig.ts';
import { withRig } from './support/with-rig.ts';

const { rig, tickAt } = withRig();

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
      return { ...rig().store, claim: die };
    case 'after the claim':
      return { ...rig().store, claim: (at) => rig().store.claim(at).then(die) };
    case 'before the post':
      return {
        ...rig().store,
        confirm: (...args) =>
          rig()
            .store.confirm(...args)
            .then(die),
      };
    case 'after the post':
      return { ...rig().store, settle: die };
    case 'after settling':
      return {
        ...rig().store,
        settle: (...args) =>
          rig()
            .store.settle(...args)
            .then(die),
      };
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
    await rig().subscribe();
    const death = held<undefined>();
    rig().now = monday;
    void rig()
      .engine({ store: dyingAt(place, () => death.settle(undefined)) })
      .tick(monday);
    await death.promise;
    for (const minute of [1, 2, 3, 10, 60]) await tickAt(minutesAfter(minute));
    expect(await rig().periods()).toEqual([period]);
    expect(rig().shown).toHaveLength(posts);
    expect(told(rig())).toEqual(period.includes('unknown') ? ['U1: 2020-W35 unknown (overslept)'] : []);
  });
});

describe('workers that tick at once', () => {
  test.each([2, 10])('%i of them post once', async (count) => {
    await rig().subscribe();
    await rig().subscribe({ channelId: 'C2' });
    rig().now = monday;
    await Promise.all(Array.from({ length: count }, () => rig().engine().tick(monday)));
    expect(
      rig()
        .shown.map(({ channelId }) => channelId)
        .toSorted(),
    ).toEqual(['C1', 'C2']);
    expect(await rig().periods()).toEqual(['2020-W35 sent', '2020-W35 sent']);
  });

  test('a deployment at nine: the old process ends while the new one begins', async () => {
    await rig().subscribe();
    const [old, fresh] = [rig().engine(), rig().engine()];
    await tickAt(minutesAfter(-1), old);
    rig().now = monday;
    await Promise.all([old.tick(monday), fresh.tick(monday)]);
    await tickAt(minutesAfter(1), fresh);
    expect(rig().texts()).toEqual(['2020-W35']);
  });

  test('a deployment in the middle of a slot: what the old process gives back, the new one sends', async () => {
    const channels = Array.from({ length: 8 }, (_, index) => `C${index}`);
    for (const channelId of channels) await rig().subscribe({ channelId });
    // After two waits the old process is to end: nobody in it waits for a moment to post any more.
    let waits = 0;
    const pause = async (milliseconds: number) => {
      waits += 1;
      if (waits > 2) throw new Error('the process ends');
      rig().now = new Date(rig().now.getTime() + milliseconds);
    };
    await tickAt(monday, rig().engine({ pause }));
    const sentByOld = rig().shown.length;
    expect(sentByOld).toBeLessThan(channels.length);
    for (const minute of [1, 2]) await tickAt(minutesAfter(minute));
    expect(
      rig()
        .shown.map(({ channelId }) => channelId)
        .toSorted(),
    ).toEqual(channels);
    expect(await rig().periods()).toEqual(channels.map(() => '2020-W35 sent'));
  });
});

describe('a worker that freezes for longer than its lease', () => {
  /** Holds one call of a port until the lease is over and another worker has done the work. */
  async function freeze(
    partsOf: (wake: Promise<unknown>, asleep: () => void) => Parameters<Rig['engine']>[0],
  ) {
    await rig().subscribe();
    const [wake, asleep] = [held<undefined>(), held<undefined>()];
    rig().now = monday;
    const frozen = rig()
      .engine(partsOf(wake.promise, () => asleep.settle(undefined)))
      .tick(monday);
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
              store: {
                ...rig().store,
                reserve: (channel, now) => rig().store.reserve(channel, now).then(sleep),
              },
            };
        }
      });
      expect(rig().texts()).toEqual(['2020-W35']);
      expect(await rig().periods()).toEqual(['2020-W35 sent']);
    },
  );

  test('between the last check and the post posts nothing, and people are asked', async () => {
    await freeze((wake, asleep) => ({
      store: {
        ...rig().store,
        confirm: async (...args) => {
          const answer = await rig().store.confirm(...args);
          asleep();
          await wake;
          return answer;
        },
      },
    }));
    expect(rig().texts()).toEqual([]);
    expect(await rig().periods()).toEqual(['2020-W35 unknown overslept']);
  });

  test('during the post cannot settle what was taken from it', async () => {
    const wake = held<undefined>();
    const posting = held<undefined>();
    rig().answers.push(async () => {
      posting.settle(undefined);
      await wake.promise;
      return { kind: 'refused-retryable', why: 'connection-refused' };
    });
    await rig().subscribe();
    rig().now = monday;
    const frozen = rig().engine().tick(monday);
    await posting.promise;
    await tickAt(minutesAfter(3));
    wake.settle(undefined);
    await frozen;
    await tickAt(minutesAfter(10));
    expect(await rig().periods()).toEqual(['2020-W35 unknown overslept']);
  });
});
