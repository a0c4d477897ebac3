import type { EnvelopedEvent } from '@slack/bolt';
import type { Desk } from '../desk.ts';
import type { Json } from '../json.ts';
import { newId } from '../state/ids.ts';
import type { Ack, Deliver } from './delivery.ts';

/** When an event that was not acknowledged comes again, from https://docs.slack.dev/apis/events-api#retries */
const RETRY_AFTER = [0, 60_000, 5 * 60_000];

/** The scope without which Slack sends an event to nobody. */
const EVENT_SCOPES: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
  'message.channels': 'channels:history',
};

export interface Events {
  /**
   * Sends an event, if the app subscribed to it, and again after an error.
   *
   * @param name The subscription: `app_mention`, `message.im`, `app_home_opened`.
   * @returns How the first delivery went, or null when the app is not told of such events.
   */
  send(name: string, event: Json & { readonly type: string }): Promise<Ack | null>;
}

function envelope({ options }: Desk, event: Json & { readonly type: string }) {
  const { bot, workspace, wallClock } = options;
  return {
    token: 'sandbox',
    team_id: workspace.teamId,
    context_team_id: workspace.teamId,
    api_app_id: bot.appId,
    event,
    type: 'event_callback',
    event_id: newId('Ev'),
    event_time: Math.floor(wallClock.now().getTime() / 1000),
    is_ext_shared_channel: false,
    authorizations: [
      {
        enterprise_id: null,
        team_id: workspace.teamId,
        user_id: bot.userId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
  } satisfies EnvelopedEvent;
}

/** Why an event comes again, as `x-slack-retry-reason` says it. */
function reasonFor(ack: Ack): string {
  if (ack.kind === 'late') return 'http_timeout';
  return ack.kind === 'failed' && ack.status.startsWith('http') ? 'http_error' : 'connection_failed';
}

/** The Events API: only what was subscribed to and may be read, and three more times when it was not acknowledged. */
export function createEvents(desk: Desk, deliver: Deliver): Events {
  const { app, wallClock } = desk.options;
  const again = (what: string, payload: Json, ack: Ack, num: number): void => {
    const wait = RETRY_AFTER[num - 1];
    if (ack.kind === 'acked' || (ack.kind === 'failed' && ack.noRetry) || wait === undefined) return;
    wallClock.after(wait, () => {
      const retry = { num, reason: reasonFor(ack) };
      void deliver({ kind: 'events_api', what, payload, retry }).then((next) =>
        again(what, payload, next, num + 1),
      );
    });
  };
  return {
    send: async (name, event) => {
      const scope = EVENT_SCOPES[name];
      if (!app.events.includes(name) || (scope !== undefined && !app.scopes.includes(scope))) return null;
      const payload = envelope(desk, event);
      const ack = await deliver({ kind: 'events_api', what: name, payload });
      again(name, payload, ack, 1);
      return ack;
    },
  };
}
