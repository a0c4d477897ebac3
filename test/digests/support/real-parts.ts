import type { EngineParts } from '../../../src/digests/engine-parts.ts';
import type { DigestStore } from '../../../src/digests/ports.ts';
import type { DigestMessage } from '../../../src/slack/digests/message.ts';
import { type PosterOptions, slackPoster } from '../../../src/slack/digests/poster.ts';

/** An engine that posts to Slack with the poster of service; who else is asked agrees. Its clock stands at `now`. */
export function realParts({
  store,
  now,
  slack,
}: {
  readonly store: DigestStore;
  readonly now: Date;
  readonly slack: PosterOptions;
}): EngineParts<DigestMessage> {
  return {
    store,
    clock: async () => now,
    pause: async () => {},
    renderer: {
      render: async ({ occurrence: { periodKey } }) => ({
        first: { text: periodKey, blocks: [] },
        thread: [],
      }),
    },
    poster: slackPoster(slack),
    inspector: {
      inspect: async () => ({ kind: 'open', shared: false }),
      ownerMay: async () => true,
    },
    notifier: { tell: async () => 'told' },
    report: () => {},
  };
}
