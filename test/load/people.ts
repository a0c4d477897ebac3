import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { DEMO_BOT, DEMO_WORKSPACE } from '../../src/sandbox/demo-workspace.ts';
import { appFromManifest } from '../../src/sandbox/slack/app-definition.ts';
import type { SandboxSlack } from '../../src/sandbox/slack/sandbox-slack.ts';
import { startSlack } from '../../src/sandbox/start-slack.ts';
import { systemWallClock } from '../../src/sandbox/wall-clock.ts';
import { SECRET, TOKEN } from '../sandbox/support/slack.ts';

const people = (kind: string, count: number) =>
  Array.from({ length: count }, (_, index) => `U1${kind}${String(index + 1).padStart(3, '0')}`);

/** People who record, each into a project of their own. */
export const writers = people('WRITER', 50);

/** People who ask. */
export const readers = people('READER', 150);

const manifest = new URL('../../manifest.yml', import.meta.url);

/** Our own Slack with these people in all its channels. */
export async function loadSlack(): Promise<SandboxSlack> {
  const wallClock = systemWallClock(Date.now);
  const more = [...writers, ...readers];
  return startSlack({
    workspace: {
      ...DEMO_WORKSPACE,
      people: [
        ...DEMO_WORKSPACE.people,
        ...more.map((id) => ({ id, name: id.toLowerCase(), realName: id, role: '職員', locale: 'ja-JP' })),
      ],
      conversations: DEMO_WORKSPACE.conversations.map((each) =>
        each.kind === 'channel' ? { ...each, members: [...each.members, ...more] } : each,
      ),
    },
    bot: { ...DEMO_BOT, token: TOKEN, appToken: 'xapp-none', signingSecret: SECRET, deliverTo: null },
    app: appFromManifest(parse(await readFile(manifest, 'utf8'))),
    clock: { now: () => new Date('2020-08-24T09:00:00+09:00') },
    wallClock,
    onClockAdvance: () => undefined,
  });
}
