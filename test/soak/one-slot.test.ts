import { expect, test } from '@jest/globals';
import { openServerStore } from '../support/stores.ts';
import { serveOneSlot } from './one-slot.ts';

// `npm run soak` serves 1,000.
test('100 channels of one slot are served within 1.1 times the least time that 300 a minute take', async () => {
  const { database, cleanUp } = await openServerStore();
  try {
    const { channels, posts, delay, leastGap } = await serveOneSlot(database, 100);
    expect({ channels, posts }).toEqual({ channels: 100, posts: 100 });
    expect(delay).toBeLessThanOrEqual(1.1);
    expect(leastGap).toBeGreaterThanOrEqual(200);
  } finally {
    await cleanUp();
  }
}, 60_000);
