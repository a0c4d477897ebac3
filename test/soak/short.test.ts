import { expect, test } from '@jest/globals';
import { openServerStore } from '../support/stores.ts';
import { judge } from './judge.ts';
import { judgeReminders } from './judge-reminders.ts';
import { simulate } from './simulation.ts';

// `npm run soak` lets hundreds of weeks go by.
test('8 weeks of 5 channels with 3 replicas in all kinds of trouble: none twice, none missing', async () => {
  const { database, cleanUp } = await openServerStore();
  try {
    const size = { weeks: 8, channels: 5, replicas: 3, projects: 3, seed: 20_200_824 };
    const simulated = await simulate(database, { ...size, trouble: 8 });
    const judgement = await judge(database, simulated);
    expect(judgement).toMatchObject({ duplicates: [], unaccounted: [] });
    expect(judgement.ends.sent).toBeGreaterThan(30);
    const reminders = await judgeReminders(database, simulated, size.projects);
    expect(reminders).toMatchObject({ unwanted: [], missing: [] });
    expect(reminders.ends.sent).toBeGreaterThan(3);
    expect(simulated.counts.kills).toBeGreaterThan(0);
    expect(simulated.counts.clockJumps).toBeGreaterThan(0);
  } finally {
    await cleanUp();
  }
}, 60_000);
