import { expect, test } from '@jest/globals';
import { copyOfEmptyFolder } from '../support/stores.ts';
import { killAgainAndAgain, mostUntold } from './rounds.ts';

test('twice killed while it writes, the embedded store has every accepted write, whole and once', async () => {
  const dataDir = await copyOfEmptyFolder();
  const shown = await killAgainAndAgain({ dataDir, rounds: 2, seed: 20_200_824, mostWrites: 12 });
  expect(shown).toMatchObject({ lost: [], twice: [], halves: [] });
  expect(shown.accepted).toBeGreaterThanOrEqual(2);
  expect(shown.untold).toBeLessThanOrEqual(mostUntold(2));
}, 90_000);
