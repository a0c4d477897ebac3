import { digestEngine } from '../../digests/engine.ts';
import type { DigestStore, Renderer, SharedClock, SubscriptionStore } from '../../digests/ports.ts';
import { referenceOf } from '../../domain/reference.ts';
import type { DirectMessages } from '../direct-messages.ts';
import type { Directory } from '../directory.ts';
import { type Channels, slackChannels } from './channels.ts';
import { slackInspector } from './inspector.ts';
import type { DigestRights } from './may-set.ts';
import type { DigestMessage } from './message.ts';
import { slackNotifier } from './notifier.ts';
import { type PosterOptions, slackPoster } from './poster.ts';
import { digestRenderer, type RenderPorts } from './renderer.ts';

/** Where digests are kept and by what they are told the time. */
export interface DigestStores {
  readonly store: DigestStore;
  readonly subscriptions: SubscriptionStore;
  /** The one clock of all replicas. */
  readonly clock: SharedClock;
  /** Resolves after so many milliseconds of that clock. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** Everything that has to do with digests, put together. */
export interface DigestDesk {
  readonly subscriptions: SubscriptionStore;
  readonly clock: SharedClock;
  readonly channels: Channels;
  readonly renderer: Renderer<DigestMessage>;
  readonly timeZone: string;
  /** Sends what is due now; rejects while the store is down. */
  tick(): Promise<void>;
}

export interface DeskParts {
  readonly stores: DigestStores;
  readonly connection: PosterOptions;
  readonly read: RenderPorts & DigestRights;
  readonly directory: Directory;
  readonly directMessages: DirectMessages;
  readonly timeZone: string;
  /** Notes what went wrong under the 受付番号 of its period; null where it is about none. */
  readonly report: (problem: unknown, reference: string | null) => void;
  /** The product's clock, by which what is known of channels grows old. */
  readonly now: () => Date;
}

/** The engine of digests with its ports to Slack, and what people see of it. */
export function digestDesk(parts: DeskParts): DigestDesk {
  const { stores, connection, read, directory, directMessages, timeZone, report, now } = parts;
  const { store, subscriptions, clock, pause } = stores;
  const channels = slackChannels(connection, () => now().getTime());
  const renderer = digestRenderer(read);
  const engine = digestEngine<DigestMessage>({
    store,
    clock,
    pause,
    renderer,
    poster: slackPoster(connection),
    inspector: slackInspector({ channels, directory, rights: read }),
    notifier: slackNotifier({ directMessages, directory, rights: read }),
    report: (problem, _during, occurrence) =>
      report(problem, occurrence === undefined ? null : referenceOf(occurrence)),
  });
  return {
    subscriptions,
    clock,
    channels,
    renderer,
    timeZone,
    tick: async () => engine.tick(await clock()),
  };
}
