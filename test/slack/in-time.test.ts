import { describe, expect, test } from '@jest/globals';
import { followWork } from '../../src/slack/in-flight.ts';
import { type After, inTime, patienceMs, systemAfter } from '../../src/slack/in-time.ts';

/** A timer that rings when the test says so. */
function handTimer() {
  const bell = resolvers<void>();
  const calls: string[] = [];
  const after: After = (milliseconds) => {
    calls.push(`wait ${milliseconds}`);
    return { passed: bell.promise, cancel: () => void calls.push('cancel') };
  };
  return { after, calls, ring: () => bell.resolve() };
}

function resolvers<Value>() {
  let resolve: (value: Value) => void = () => {};
  let reject: (problem: unknown) => void = () => {};
  const promise = new Promise<Value>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

describe('an answer', () => {
  test('that is there in time is given, and the timer stopped', async () => {
    const { after, calls } = handTimer();
    expect(await inTime(Promise.resolve('answer'), after)).toBe('answer');
    expect(calls).toEqual([`wait ${patienceMs}`, 'cancel']);
  });

  test('that is not there when patience ends is late, and the work goes on', async () => {
    const { after, ring } = handTimer();
    const work = resolvers<string>();
    const waiting = inTime(work.promise, after);
    ring();
    expect(await waiting).toBe('late');
    work.resolve('answer');
    expect(await work.promise).toBe('answer');
  });

  test('is waited for less long than Slack waits', () => expect(patienceMs).toBeLessThan(3_000));
});

test("the system's timer rings by itself and is quiet once stopped", async () => {
  await systemAfter(0).passed;
  const stopped = systemAfter(0);
  stopped.cancel();
  expect(await Promise.race([stopped.passed.then(() => 'rang'), systemAfter(1).passed])).toBeUndefined();
});

describe('work under way', () => {
  test('is waited for when shutting down, also what begins meanwhile', async () => {
    const inFlight = followWork(() => {});
    const [one, two] = [resolvers<void>(), resolvers<void>()];
    const order: string[] = [];
    inFlight.follow(
      one.promise.then(() => {
        order.push('one');
        inFlight.follow(two.promise.then(() => order.push('two')));
        two.resolve();
      }),
    );
    const drained = inFlight.drained().then(() => order.push('drained'));
    one.resolve();
    await drained;
    expect(order).toEqual(['one', 'two', 'drained']);
  });

  test('that fails is reported and stops nothing', async () => {
    const reported: unknown[] = [];
    const inFlight = followWork((problem) => reported.push(problem));
    inFlight.follow(Promise.reject(new Error('lost')));
    await inFlight.drained();
    expect(reported).toEqual([new Error('lost')]);
  });

  test('is nothing at first', async () => {
    await expect(followWork(() => {}).drained()).resolves.toBeUndefined();
  });
});
