import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import type { Config } from '../config.ts';
import type { SharedClock } from '../digests/ports.ts';
import type { Log } from '../logging.ts';
import type { Meter } from '../metrics/meter.ts';
import type { Store } from '../store/open-store.ts';
import type { Bot } from './bot.ts';
import type { Stopping } from './stopping.ts';

/** The metrics as a part of the process. */
export interface MetricsPart {
  /** Undefined where nothing is counted. */
  readonly meter?: Meter;
  /** Opens their door once there is a bot to ask. */
  readonly open: (running: {
    readonly bot: Pick<Bot, 'ready'>;
    readonly clock: SharedClock;
  }) => Promise<void>;
}

/** Counts, and answers on the configured address; without one nothing is counted and nothing opened. */
export async function metricsPart(
  { config, log, store }: { readonly config: Config; readonly log: Log; readonly store: Store },
  all: Stopping,
): Promise<MetricsPart> {
  const { metrics } = config;
  if (metrics === null) return { open: async () => {} };
  const [{ meterBook }, { metricsDoor }] = await Promise.all([
    import('../metrics/meter.ts'),
    import('../metrics/door.ts'),
  ]);
  let asked: { readonly bot: Pick<Bot, 'ready'>; readonly clock: SharedClock } | null = null;
  const meter = meterBook({
    version: await ownVersion(),
    isReady: async () => {
      await asked?.bot.ready();
      return asked !== null;
    },
    queueAgeSeconds: async () => {
      if (asked === null) return 0;
      const now = await asked.clock();
      const oldest = await store.oldestDue(now);
      return oldest === null ? 0 : (now.getTime() - oldest.getTime()) / 1_000;
    },
  });
  return {
    meter,
    open: async (running) => {
      asked = running;
      const door = metricsDoor(meter, (problem) => log.error({ err: problem }, 'the metrics failed'));
      door.listen(metrics);
      await once(door, 'listening');
      all.add('metrics', () => {
        door.close();
        door.closeAllConnections();
      });
      log.info({ port: (door.address() as AddressInfo).port }, 'metrics');
    },
  };
}

const packageFile = new URL('../../package.json', import.meta.url);

/** The version in package.json. */
async function ownVersion(): Promise<string> {
  const read: unknown = JSON.parse(await readFile(packageFile, 'utf8'));
  const isNamed = typeof read === 'object' && read !== null && 'version' in read;
  return isNamed ? String(read.version) : 'unknown';
}
