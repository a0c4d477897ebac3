import { describe, expect, test } from '@jest/globals';
import { databaseNow } from '../../src/store/digest-clock.ts';
import { eachStore } from '../support/stores.ts';
import { byHandCases } from './digests/by-hand-cases.ts';
import { claimCases } from './digests/claim-cases.ts';
import { noticeCases, periodCases } from './digests/period-cases.ts';
import { digestStoreRig } from './digests/rig.ts';
import { subscriptionCases } from './digests/subscription-cases.ts';

describe.each(eachStore)('digests in the %s store', (kind, open) => {
  const rig = digestStoreRig(kind, open);
  subscriptionCases(rig);
  periodCases(rig);
  byHandCases(rig);
  claimCases(rig);
  noticeCases(rig);

  test('the database tells the time', async () => {
    const [first, second] = [await databaseNow(rig.database()), await databaseNow(rig.database())];
    expect(second.getTime()).toBeGreaterThanOrEqual(first.getTime());
    expect(Math.abs(first.getTime() - Date.now())).toBeLessThan(60_000);
  });
});
