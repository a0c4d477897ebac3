import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { DigestEngine } from '../../../src/digests/engine.ts';
import type { Database } from '../../../src/store/database.ts';
import { type OpenedStore, openServerStore } from '../../support/stores.ts';
import { emptyDigests, type Rig, rigOver } from './rig.ts';

/** The rig of the test that runs. */
export interface WithRig {
  readonly rig: () => Rig;
  readonly database: () => Database;
  /** Sets the clock and lets an engine look: that of a process of its own, unless one is given. */
  readonly tickAt: (now: Date, engine?: DigestEngine) => Promise<void>;
}

/** Opens a store for the tests of the file, without digests and with a new rig before each. */
export function withRig(): WithRig {
  let opened: OpenedStore;
  let rig: Rig;
  beforeAll(async () => {
    opened = await openServerStore();
  });
  beforeEach(async () => {
    await emptyDigests(opened.database);
    rig = rigOver(opened.database);
  });
  afterAll(() => opened.cleanUp());
  return {
    rig: () => rig,
    database: () => opened.database,
    tickAt: async (now, engine = rig.engine()) => {
      rig.now = now;
      await engine.tick(now);
    },
  };
}
