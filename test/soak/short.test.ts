import { expect, test } from '@jest/globals';
import { openServerStore } from '../support/stores.ts';
import { judge, readPeriods } from './judge.ts';
import { judgeReminders, readReminders } from './judge-reminders.ts';
import { simulate } from './simulation.ts';
import { strictSlack } from './slacks.ts';

// What people see is what stands in our own strict Slack. `npm run soak` lets hundreds of weeks go by.
test('8 weeks of 5 channels with 3 replicas in all kinds of trouble: none twice, none missing', async () => {
  const { database, cleanUp } = await openServerStore();
  const slack = await strictSlack(['C0', 'C1', 'C2', 'C3', 'C4', 'DU1', 'DU2', 'DU3']);
  try {
    const size = { weeks: 8, channels: 5, replicas: 3, projects: 3, seed: 20_200_824 };
    const simulated = await simulate(database, { ...size, slack, trouble: 8 });
    const judgement = judge(await readPeriods(database), simulated);
    expect(judgement).toMatchObject({ duplicates: [], unaccounted: [] });
    expect(judgement.ends.sent).toBeGreaterThan(10);
    const reminders = judgeReminders(await readReminders(database), simulated, size.projects);
    expect(reminders).toMatchObject({ unwanted: [], missing: [] });
    expect(reminders.ends.sent).toBeGreaterThan(0);
    expect(simulated.counts.kills).toBeGreaterThan(0);
    expect(simulated.counts.freezes).toBeGreaterThan(0);
    expect(simulated.counts.clockJumps).toBeGreaterThan(0);
  } finally {
    await slack.stop();
    await cleanUp();
  }
}, 60_000);
