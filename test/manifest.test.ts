import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';

const text = readFileSync(new URL('../manifest.yml', import.meta.url), 'utf8');
const app = parse(text);
const scopes: readonly string[] = app.oauth_config.scopes.bot;
const events: readonly string[] = app.settings.event_subscriptions.bot_events;

test.each([...scopes, ...events])('%s stands in the manifest with its reason beside it', (scope) => {
  const line = text.split('\n').find((each) => each.trim().startsWith(`- ${scope} `));
  expect(line?.slice(line.indexOf(scope) + scope.length)).toMatch(/^ +# \S+( \S+)+$/);
});

test.each([
  ['app_mention', 'app_mentions:read'],
  ['message.im', 'im:history'],
])('who subscribes to %s holds %s, without which Slack sends nothing', (event, scope) => {
  expect(events).toContain(event);
  expect(scopes).toContain(scope);
});

test('people can write to the bot', () => {
  expect(app.features.app_home.messages_tab_read_only_enabled).toBe(false);
});
