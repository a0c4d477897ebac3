import { describe, expect, test } from '@jest/globals';
import { calendarDay } from '../../src/domain/calendar-day.ts';
import { aFullProject, anEdition } from '../support/editions.ts';
import { eachStore } from '../support/stores.ts';
import { loadingCases } from './contract/loading-cases.ts';
import { readingCases } from './contract/reading-cases.ts';
import { at, contractRig } from './contract/rig.ts';
import { scheduledCases } from './contract/scheduled-cases.ts';

describe.each(eachStore)('the %s store', (_kind, open) => {
  const rig = contractRig(open);

  test('is empty at first', async () => {
    await rig.store.ping();
    expect(await rig.store.listProjects()).toEqual([]);
    expect(await rig.store.findProject(8)).toBeNull();
    expect(
      await rig.store.findScheduled({ first: calendarDay('2020-01-01'), last: calendarDay('2020-12-31') }),
    ).toEqual([]);
  });

  loadingCases(rig);
  readingCases(rig);
  scheduledCases(rig);

  test('has upkeep that leaves everything in place, where it is needed', async () => {
    await rig.store.loadEdition(anEdition(), at);
    await rig.store.upkeep?.daily();
    await rig.store.upkeep?.hourly();
    expect(rig.store.upkeep === null).toBe(rig.store.kind === 'server');
    expect(await rig.readBack(8)).toEqual(aFullProject(8));
  });
});
