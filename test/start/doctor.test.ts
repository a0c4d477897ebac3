import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.ts';
import { calendarDay } from '../../src/domain/calendar-day.ts';
import { examine } from '../../src/start/doctor/doctor.ts';
import { type Finding, isSound, printFindings } from '../../src/start/doctor/finding.ts';
import { judgeFolder, judgeHolidays, judgeNode } from '../../src/start/doctor/machine-checks.ts';
import {
  judgeClocks,
  judgeCredentials,
  judgeScopes,
  type SlackTold,
} from '../../src/start/doctor/slack-checks.ts';
import {
  judgeContent,
  judgeDatabase,
  judgeMigrations,
  judgeSubscriptions,
} from '../../src/start/doctor/store-checks.ts';
import type { StoreFacts, SubscriptionFacts } from '../../src/store/inspect.ts';
import { APP_TOKEN, runSlack, SECRET, TOKEN } from '../sandbox/support/slack.ts';
import { type OpenedStore, openServerStore } from '../support/stores.ts';

const http = { intake: { kind: 'http', signingSecret: 'x' } } as const;
const socket = { intake: { kind: 'socket', appToken: 'x' } } as const;
const told = (changes: Partial<Extract<SlackTold, { kind: 'answer' }>> = {}): SlackTold => ({
  kind: 'answer',
  ok: true,
  error: null,
  team: '山口県',
  isBot: true,
  scopes: [],
  clock: 0,
  ours: 0,
  ...changes,
});
const down: SlackTold = { kind: 'unreachable', why: 'ECONNREFUSED' };

const facts = (changes: Partial<StoreFacts> = {}): StoreFacts => ({
  version: '18.1',
  encoding: 'UTF8',
  timeZone: 'Asia/Tokyo',
  now: new Date(),
  bytes: 5,
  migrations: { pending: [], unknown: [], edited: [] },
  content: null,
  ...changes,
});
const migrations = (changes: Partial<StoreFacts['migrations']>) =>
  judgeMigrations({ migrations: { ...facts().migrations, ...changes } });

const now = new Date('2026-11-23T09:00:00Z');
const subscription = (changes: Partial<SubscriptionFacts> = {}): SubscriptionFacts => ({
  channelId: 'C0STRATEGY',
  pausedBecause: null,
  nextRunAt: new Date('2026-11-30T00:00:00Z'),
  last: null,
  ...changes,
});
const ended = (state: string) => subscription({ last: { state, reason: 'is_archived', dueAt: now } });

const day = calendarDay('2026-11-23');
const gigabytes = (count: number) => ({ writable: true, open: false, freeBytes: count * 1e9 });

test.each<[string, Finding, Finding['state'], RegExp]>([
  ['Node 20.19', judgeNode('20.19.0'), 'ok', /20\.19/],
  ['Node 20.18', judgeNode('20.18.9'), 'fault', /20\.18/],
  ['Node 18', judgeNode('18.20.0'), 'fault', /18/],
  ['an odd Node', judgeNode('25.1.0'), 'warning', /long-term/],
  ['a token that Slack takes', judgeCredentials(told(), http, null), 'ok', /山口県.*HTTP/],
  [
    'one that it does not',
    judgeCredentials(told({ ok: false, error: 'token_revoked' }), http, null),
    'fault',
    /token_revoked/,
  ],
  ["a person's token", judgeCredentials(told({ isBot: false }), http, null), 'fault', /bot token/],
  ['no Slack', judgeCredentials(down, http, null), 'fault', /ECONNREFUSED/],
  ['both tokens', judgeCredentials(told(), socket, told()), 'ok', /Socket Mode/],
  [
    'a wrong app token',
    judgeCredentials(told(), socket, told({ ok: false, error: 'invalid_auth' })),
    'fault',
    /app token.*invalid_auth/,
  ],
  ['no second answer', judgeCredentials(told(), socket, down), 'warning', /could not be tried/],
  ['all scopes', judgeScopes(['b', 'a'], ['a', 'b']), 'ok', /the 2/],
  ['a scope too few', judgeScopes(['a'], ['a', 'im:write']), 'fault', /missing: im:write/],
  ['a scope too many', judgeScopes(['a', 'admin'], ['a']), 'warning', /more.*admin/],
  ['no word of scopes', judgeScopes(null, ['a']), 'warning', /did not say/],
  ['clocks that agree', judgeClocks({ slack: 0.4, database: -1 }), 'ok', /0\.4 s from Slack's and 1\.0 s/],
  [
    'one that is 20 s off',
    judgeClocks({ slack: 0, database: -20 }),
    'warning',
    /20\.0 s from the database's/,
  ],
  ['one that is six minutes off', judgeClocks({ slack: 360, database: null }), 'fault', /refused/],
  ['a database', judgeDatabase(facts()), 'ok', /18\.1, UTF8, .*Asia\/Tokyo, 1 MB/],
  ['one that cannot hold Japanese', judgeDatabase(facts({ encoding: 'SQL_ASCII' })), 'fault', /Japanese/],
  ['an old one', judgeDatabase(facts({ version: '13.4' })), 'warning', /13\.4/],
  ['all migrations', migrations({}), 'ok', /all applied/],
  ['one to come', migrations({ pending: ['b'] }), 'warning', /not applied yet: b/],
  ['one of a newer version', migrations({ unknown: ['z'], pending: ['b'] }), 'fault', /newer.*z/],
  ['an edited one', migrations({ edited: ['a'] }), 'fault', /changed.*a/],
  [
    'projects',
    judgeContent({ projects: 10, openProposals: 1, subscriptions: [] }),
    'ok',
    /10 projects, 1 open/,
  ],
  ['none', judgeContent({ projects: 0, openProposals: 0, subscriptions: [] }), 'warning', /no projects/],
  ['no digests', judgeSubscriptions([], now), 'ok', /none/],
  ['digests that are sent', judgeSubscriptions([subscription(), ended('sent')], now), 'ok', /2 set up/],
  [
    'one paused by a person',
    judgeSubscriptions([subscription({ pausedBecause: 'person' })], now),
    'ok',
    /1 set up/,
  ],
  [
    'one that Slack refused',
    judgeSubscriptions([subscription({ pausedBecause: 'is_archived' })], now),
    'warning',
    /C0STRATEGY \(is_archived\)/,
  ],
  ['one that nobody can say was sent', judgeSubscriptions([ended('unknown')], now), 'warning', /in trouble/],
  [
    'one that is overdue',
    judgeSubscriptions([subscription({ nextRunAt: new Date('2026-11-23T08:00:00Z') })], now),
    'fault',
    /overdue in C0STRATEGY/,
  ],
  ['holidays', judgeHolidays(day, calendarDay('2050-12-31')), 'ok', /2050/],
  ['holidays that end within a year', judgeHolidays(day, calendarDay('2027-10-01')), 'warning', /2027/],
  ['holidays that have ended', judgeHolidays(day, calendarDay('2026-11-22')), 'fault', /2026/],
  ['room on the disk', judgeFolder('d', gigabytes(20)), 'ok', /20\.0 GB/],
  ['little room', judgeFolder('d', gigabytes(1)), 'warning', /1\.0 GB/],
  ['hardly any', judgeFolder('d', gigabytes(0.1)), 'fault', /0\.1 GB/],
  ['a folder for all', judgeFolder('d', { ...gigabytes(9), open: true }), 'warning', /others/],
  [
    'a folder that cannot be written',
    judgeFolder('d', { ...gigabytes(9), writable: false }),
    'fault',
    /cannot be written/,
  ],
])('%s', (_what, finding, state, says) => {
  expect(finding).toMatchObject({ state, says: expect.stringMatching(says) });
  expect(finding.todo === undefined).toBe(state === 'ok');
});

test('a line each, what to do below it, and a count; warnings alone are sound', () => {
  const findings = [judgeNode('20.19.0'), judgeScopes(null, [])];
  expect(printFindings(findings)).toEqual([
    'ok      良好  node (Node.js): Node.js 20.19.0',
    expect.stringMatching(/^warning 注意 {2}scopes \(権限の範囲\): Slack did not say/),
    expect.stringMatching(/^ +→ Compare them by hand/),
    '1 ok, 1 to look at, 0 at fault.',
  ]);
  expect(isSound(findings)).toBe(true);
  expect(isSound([...findings, judgeNode('18.0.0')])).toBe(false);
});

describe('against a real Slack and a real PostgreSQL', () => {
  let slack: Awaited<ReturnType<typeof runSlack>>['slack'];
  let opened: OpenedStore;
  beforeAll(async () => {
    ({ slack } = await runSlack());
    opened = await openServerStore();
  });
  afterAll(async () => {
    await slack.stop();
    await opened.cleanUp();
  });
  const states = async (changes: Readonly<Record<string, string>>) => {
    const { prisma } = opened.database;
    const [{ name }] = await prisma.$queryRaw<[{ name: string }]>`SELECT current_database()::text AS name`;
    const url = new URL(process.env.TEST_DATABASE_URL ?? '');
    url.pathname = `/${name}`;
    const env = {
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: TOKEN,
      DATABASE_URL: url.href,
      PORT: '1',
      ...changes,
    };
    const read = readConfig(env);
    if (!read.ok) throw new Error(read.problems.join());
    const findings = await examine(read.config, { systemNow: Date.now, nodeVersion: '20.19.0' });
    return Object.fromEntries(findings.map(({ check, state }) => [check, state]));
  };
  const well = {
    node: 'ok',
    credentials: 'ok',
    clock: 'ok',
    database: 'ok',
    migrations: 'ok',
    content: 'warning',
    digests: 'ok',
    holidays: 'ok',
    bot: 'ok',
  };

  test.each([
    ['all is well over HTTP', { SLACK_SIGNING_SECRET: SECRET }, well],
    ['and in Socket Mode', { SLACK_APP_TOKEN: APP_TOKEN }, well],
    [
      'a token that was revoked',
      { SLACK_BOT_TOKEN: 'xoxb-revoked', SLACK_SIGNING_SECRET: SECRET },
      { ...well, credentials: 'fault' },
    ],
  ])('%s', async (_what, changes, expected) => {
    expect(await states(changes)).toMatchObject(expected);
  });
});
