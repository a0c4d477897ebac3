import type { Heartbeat } from '../../src/store/folder-lock.ts';

/** As short as proper-lockfile allows: tests wait for it. */
export const shortHeartbeat: Heartbeat = { every: 1_000, deadAfter: 2_000 };
