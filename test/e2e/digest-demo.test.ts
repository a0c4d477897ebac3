import { expect, test } from '@jest/globals';
import { moveThroughDigests } from '../../src/start/digests.ts';
import { seedDemoDigest } from '../../src/start/sandbox-digest.ts';
import { CHANNEL, run, STAFF } from '../support/running.ts';
import { week } from './digest-bot.ts';
import { wordsOf } from './read-message.ts';
import { openDemoStore } from './roles-and-people.ts';

test('the digest of the demonstration: whoever moves the clock on sees each in its time, and what a holiday does', async () => {
  const opened = await openDemoStore();
  const { store } = opened;
  const { subscriptions } = store;
  const running = await run({ intake: 'http', reader: store, digests: store });
  const rights = { store, administrators: [] };
  const clock = async () => running.clock.now();
  for (const _ of ['start', 'second start'])
    await seedDemoDigest({ subscriptions, rights, clock }, 'Asia/Tokyo');
  const tick = () => running.digest();
  const never = () => new Date(8e15);
  await moveThroughDigests({ clock: running.clock, subscriptions, nextReminders: never, tick }, 5 * week);
  const digests = running.slack
    .messages(CHANNEL, STAFF)
    .filter(({ threadTs }) => threadTs === null)
    .map(wordsOf);
  expect(digests.map((each) => /期間: (\S+?（.）)から/.exec(each)?.[1])).toEqual([
    '令和2年8月31日（月）',
    '令和2年9月7日（月）',
    '令和2年9月14日（月）',
    '令和2年9月21日（月）',
    '令和2年9月28日（月）',
  ]);
  expect(digests.join()).not.toContain('遅延配信');
  expect(digests[3]).toMatch(/敬老の日のため[\s\S]*令和2年9月23日（水） 9:00現在/);
  expect(await running.stop()).toEqual([]);
  await opened.cleanUp();
});
