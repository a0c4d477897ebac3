import type { PostResult } from '../../src/digests/ports.ts';
import { DEMO_BOT, DEMO_WORKSPACE } from '../../src/sandbox/demo-workspace.ts';
import type { Fault } from '../../src/sandbox/slack/state/faults.ts';
import { startSlack } from '../../src/sandbox/start-slack.ts';
import { systemWallClock } from '../../src/sandbox/wall-clock.ts';
import { slackPoster } from '../../src/slack/digests/poster.ts';

/** What becomes of a call. `gone`: there is no connection. `lost`: it is posted, and the answer does not arrive. */
export type Fate = 'fine' | 'gone' | '429' | '429 without a time' | 'unavailable' | '500' | 'lost';

/** A text in a conversation. */
export interface Posted {
  readonly conversation: string;
  readonly text: string;
}

/** The Slack of a simulation, which does all that it has been seen to do. */
export interface SoakSlack {
  send(post: Posted, fate: Fate): Promise<PostResult>;
  /** All that people see, the oldest first of each conversation. */
  seen(): readonly Posted[];
  stop(): Promise<void>;
}

/** One that takes no time: for years. */
export function quickSlack(): SoakSlack {
  const seen: Posted[] = [];
  return {
    seen: () => seen,
    stop: async () => {},
    send: async (post, fate) => {
      if (fate === 'fine' || fate === 'lost') seen.push(post);
      return fate === 'fine' ? { kind: 'posted', ts: `${seen.length}.0` } : failures[fate];
    },
  };
}

const failures: Readonly<Record<Exclude<Fate, 'fine'>, PostResult>> = {
  gone: { kind: 'refused-retryable', why: 'ECONNREFUSED' },
  '429': { kind: 'rate-limited', retryAfterSeconds: 20 },
  '429 without a time': { kind: 'rate-limited', retryAfterSeconds: null },
  unavailable: { kind: 'refused-retryable', why: 'service_unavailable' },
  '500': { kind: 'ambiguous', why: 'http_500' },
  lost: { kind: 'ambiguous', why: 'timeout' },
};

/** Our own strict Slack, over HTTP, through the poster of service: what stands in it then is what people see. */
export async function strictSlack(conversations: readonly string[]): Promise<SoakSlack> {
  const botToken = 'xoxb-1';
  const viewer = 'U0YAMADA';
  const slack = await startSlack({
    workspace: {
      ...DEMO_WORKSPACE,
      conversations: conversations.map((id) => ({
        id,
        name: id.toLowerCase(),
        kind: 'channel',
        members: [viewer, DEMO_BOT.userId],
      })),
    },
    bot: { ...DEMO_BOT, token: botToken, appToken: 'xapp-1', signingSecret: 's', deliverTo: null },
    app: { commands: [], shortcuts: [], events: [], scopes: ['chat:write'] } as never,
    clock: { now: () => new Date('2020-08-24T00:00:00Z') },
    wallClock: systemWallClock(Date.now),
  });
  const poster = slackPoster({ botToken, apiUrl: slack.apiUrl });
  // Nobody listens at port 1 of this machine.
  const nowhere = slackPoster({ botToken, apiUrl: 'http://127.0.0.1:1/api/' });
  return {
    stop: () => slack.stop(),
    seen: () => conversations.flatMap((conversation) => slack.messages(conversation, viewer)),
    send: ({ conversation: channelId, text }, fate) => {
      if (fate !== 'fine' && fate !== 'gone') slack.faults.next('chat.postMessage', faults[fate]);
      const through = fate === 'gone' ? nowhere : poster;
      return through.post({ channelId, message: { text, blocks: [] }, threadTs: null });
    },
  };
}

const faults: Readonly<Record<Exclude<Fate, 'fine' | 'gone'>, Fault>> = {
  '429': { kind: 'rate-limited', retryAfter: 20 },
  '429 without a time': { kind: 'rate-limited', retryAfter: null },
  unavailable: { kind: 'error', error: 'service_unavailable' },
  '500': { kind: 'server-error' },
  lost: { kind: 'dropped', applied: true },
};
