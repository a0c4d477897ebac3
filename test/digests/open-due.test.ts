import { expect, test } from '@jest/globals';
import { laneCount } from '../../src/digests/engine-parts.ts';
import type { DigestStore } from '../../src/digests/ports.ts';
import { minutesAfter, monday } from './support/rig.ts';
import { withRig } from './support/with-rig.ts';

const { rig, tickAt } = withRig();

/** More than are read at once, and than one transaction opens. */
const many = Array.from({ length: 55 }, (_, index) => `C${index}`);

async function subscribeMany(): Promise<void> {
  for (const channelId of many) await rig().subscribe({ channelId });
}

const channelsShown = () => rig().shown.map(({ channelId }) => channelId);

test('the first digest goes out before the last subscription was moved on', async () => {
  await subscribeMany();
  const { store } = rig();
  let posted: () => void = () => undefined;
  const firstPost = new Promise<void>((resolve) => {
    posted = resolve;
  });
  let opens = 0;
  const waiting: DigestStore = {
    ...store,
    open: async (openings) => {
      opens += 1;
      if (opens === 2) await firstPost;
      return store.open(openings);
    },
    settle: async (...args) => {
      posted();
      return store.settle(...args);
    },
  };
  await tickAt(monday, rig().engine({ store: waiting }));
  expect(channelsShown().toSorted()).toEqual(many.toSorted());
});

test('several are prepared while others wait for their moment, one or two at a time', async () => {
  await subscribeMany();
  const waiting: (() => void)[] = [];
  let [preparing, most] = [0, 0];
  const engine = rig().engine({
    pause: () => new Promise((resolve) => waiting.push(resolve)),
    renderer: {
      render: async ({ occurrence: { periodKey } }) => {
        preparing += 1;
        most = Math.max(most, preparing);
        await new Promise((resolve) => setImmediate(resolve));
        preparing -= 1;
        return { first: periodKey, thread: [] };
      },
    },
  });
  const done = tickAt(monday, engine);
  while (waiting.length < laneCount) await new Promise((resolve) => setImmediate(resolve));
  // The one that was posted at once, and the next.
  expect(most).toBeLessThanOrEqual(2);
  const goOn = setInterval(() => {
    for (const resolve of waiting.splice(0)) resolve();
  }, 1);
  await done;
  clearInterval(goOn);
  expect(channelsShown()).toHaveLength(many.length);
});

test('three processes that open the same slot at once post each digest once', async () => {
  await subscribeMany();
  rig().now = monday;
  await Promise.all([1, 2, 3].map(() => rig().engine().tick(monday)));
  expect(channelsShown().toSorted()).toEqual(many.toSorted());
  expect(await rig().periods()).toEqual(many.map(() => '2020-W35 sent'));
});

test('one whose row the database refuses keeps no other one waiting', async () => {
  await subscribeMany();
  const [first] = await rig().subscriptions.list();
  const broken = first?.subscription.id;
  const { store } = rig();
  const refusing: DigestStore = {
    ...store,
    open: async (openings) => {
      if (openings.some(({ subscription: { id } }) => id === broken)) throw new Error('refused');
      return store.open(openings);
    },
  };
  await tickAt(monday, rig().engine({ store: refusing }));
  expect(channelsShown()).toHaveLength(many.length - 1);
  expect(rig().reports).toEqual([`opening periods of subscription ${broken}: refused`]);
});

test('of late ones none is claimed before all are opened: a channel catches up with the newest', async () => {
  await rig().subscribe({ channelId: 'C-late', time: '08:00' });
  await subscribeMany();
  await rig().subscribe({ channelId: 'C-late', time: '09:01', weekdays: [1, 2] });
  const { store } = rig();
  const calls: string[] = [];
  const watched: DigestStore = {
    ...store,
    open: async (openings) => {
      const opened = await store.open(openings);
      calls.push('opened');
      return opened;
    },
    claim: (at) => {
      calls.push('claim');
      return store.claim(at);
    },
  };
  await tickAt(minutesAfter(30), rig().engine({ store: watched }));
  expect(calls.filter((call) => call === 'opened').length).toBeGreaterThan(1);
  expect(calls.lastIndexOf('opened')).toBeLessThan(calls.indexOf('claim'));
  const late = rig().shown.filter(({ channelId }) => channelId === 'C-late');
  expect(late.map(({ text }) => text)).toEqual(['2020-08-24 遅延配信']);
});
