import { DEMO_BOT, DEMO_PEOPLE, DEMO_WORKSPACE } from '../../../src/sandbox/demo-workspace.ts';
import { appFromManifest } from '../../../src/sandbox/slack/app-definition.ts';
import type { SlackOptions } from '../../../src/sandbox/slack/options.ts';
import type { SandboxSlack } from '../../../src/sandbox/slack/sandbox-slack.ts';
import { startSlack } from '../../../src/sandbox/start-slack.ts';
import type { ManualWallClock } from '../../../src/sandbox/wall-clock.ts';
import { manualWallClock } from '../../../src/sandbox/wall-clock.ts';

export const TOKEN = 'xoxb-sandbox';
export const APP_TOKEN = 'xapp-sandbox';
export const SECRET = 'a signing secret';
export const STAFF = DEMO_PEOPLE.staff.id;
export const LEAD = DEMO_PEOPLE.lead.id;
export const CHANNEL = 'C0STRATEGY';
export const DIRECT = 'D0YAMADA';

export const app = appFromManifest({
  features: {
    slash_commands: [
      { command: '/echo', description: 'Says it again', usage_hint: '[words]' },
      { command: '/escaped', description: 'With mentions', should_escape: true },
    ],
    shortcuts: [
      { name: '記録する', type: 'message', callback_id: 'record' },
      { name: '開く', type: 'global', callback_id: 'open' },
    ],
  },
  oauth_config: {
    scopes: {
      bot: [
        'commands',
        'chat:write',
        'im:write',
        'users:read',
        'app_mentions:read',
        'im:history',
        'channels:read',
        'files:read',
        'files:write',
      ],
    },
  },
  settings: { event_subscriptions: { bot_events: ['app_mention', 'message.im', 'app_home_opened'] } },
});

export interface Running {
  readonly slack: SandboxSlack;
  readonly wall: ManualWallClock;
}

/** A Slack with the demonstration's people, whose wall clock stands at the present until a test moves it. */
export async function runSlack(changes: Partial<SlackOptions> = {}): Promise<Running> {
  const wall = manualWallClock(new Date());
  const slack = await startSlack({
    workspace: DEMO_WORKSPACE,
    bot: { ...DEMO_BOT, token: TOKEN, appToken: APP_TOKEN, signingSecret: SECRET, deliverTo: null },
    app,
    clock: { now: () => new Date('2020-08-24T01:00:00.000Z') },
    wallClock: wall,
    ...changes,
  });
  return { slack, wall };
}
