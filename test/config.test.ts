import { describe, expect, test } from '@jest/globals';
import { type Config, readConfig } from '../src/config.ts';

type Env = Readonly<Record<string, string | undefined>>;

const http = { SLACK_BOT_TOKEN: 'xoxb-1234', SLACK_SIGNING_SECRET: '0123456789abcdef' };

function configOf(env: Env): Config {
  const read = readConfig(env);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.config;
}

function problemsOf(env: Env): readonly string[] {
  const read = readConfig(env);
  return read.ok ? [] : read.problems;
}

test('without any variable the sandbox runs with the embedded store', () => {
  expect(configOf({})).toEqual({
    slack: { kind: 'sandbox' },
    store: { kind: 'embedded', dataDir: './data/sandbox' },
    HOST: '0.0.0.0',
    metrics: null,
    PORT: 3000,
    SANDBOX_PORT: 3030,
    TIME_ZONE: 'Asia/Tokyo',
    SEARCH_DICTIONARY: 'on',
    LOG_LEVEL: 'info',
    CLOCK_START: null,
    adminUserIds: [],
    guestsMayRead: false,
  });
});

test('an empty or blank variable is an unset one', () => {
  const names = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_API_URL', 'HOST', 'PORT', 'DATABASE_URL'];
  const others = ['DATA_DIR', 'TIME_ZONE', 'ADMIN_USER_IDS', 'GUESTS_MAY_READ', 'LOG_LEVEL', 'CLOCK_START'];
  for (const value of ['', ' ', '\r', undefined]) {
    const env = Object.fromEntries([...names, ...others].map((name) => [name, value]));
    expect(configOf(env)).toEqual(configOf({}));
  }
});

test('blanks around a value do not count', () => {
  expect(configOf({ PORT: ' 4000\r', ...http, SLACK_BOT_TOKEN: 'xoxb-1234\r' })).toMatchObject({
    PORT: 4000,
    slack: { botToken: 'xoxb-1234' },
  });
});

describe('which Slack', () => {
  test('signed HTTP with a bot token and a signing secret', () => {
    expect(configOf(http)).toMatchObject({
      slack: {
        kind: 'workspace',
        botToken: 'xoxb-1234',
        apiUrl: 'https://slack.com/api/',
        intake: { kind: 'http', signingSecret: '0123456789abcdef' },
      },
      store: { kind: 'embedded', dataDir: './data/store' },
    });
  });

  test('Socket Mode wherever there is an app token', () => {
    for (const env of [{ ...http }, { SLACK_BOT_TOKEN: 'xoxb-1234' }]) {
      expect(configOf({ ...env, SLACK_APP_TOKEN: 'xapp-1-A1' })).toMatchObject({
        slack: { intake: { kind: 'socket', appToken: 'xapp-1-A1' } },
      });
    }
  });

  test.each(['https://slack-gov.com/api', 'https://slack-gov.com/api/'])('another root: %s', (url) => {
    expect(configOf({ ...http, SLACK_API_URL: url })).toMatchObject({
      slack: { apiUrl: 'https://slack-gov.com/api/' },
    });
  });

  test.each([
    [{ SLACK_SIGNING_SECRET: '0123456789abcdef' }, ['SLACK_BOT_TOKEN']],
    [{ SLACK_APP_TOKEN: 'xapp-1-A1' }, ['SLACK_BOT_TOKEN']],
    [{ SLACK_BOT_TOKEN: 'xoxb-1234' }, ['SLACK_SIGNING_SECRET']],
  ])('some credentials but not all are a mistake: %j', (env, names) => {
    const problems = problemsOf(env);
    expect(problems.map((line) => line.split(' ')[0])).toEqual(names);
    expect(problems.join()).toMatch(/is missing/);
  });
});

test('the store is a server where there is an address of one', () => {
  const url = 'postgresql://bot:secret@db/shinchoku';
  expect(configOf({ DATABASE_URL: url }).store).toEqual({ kind: 'server', url });
  expect(configOf({ DATABASE_URL: url.replace('ql', '') }).store.kind).toBe('server');
  expect(configOf({ DATA_DIR: '/srv/data', ...http }).store).toEqual({
    kind: 'embedded',
    dataDir: '/srv/data/store',
  });
});

test('administrators, guests, clock', () => {
  const config = configOf({
    ADMIN_USER_IDS: 'U0ADMIN, W0OTHER,',
    GUESTS_MAY_READ: 'true',
    CLOCK_START: '2020-08-24T09:00:00+09:00',
  });
  expect(config).toMatchObject({ adminUserIds: ['U0ADMIN', 'W0OTHER'], guestsMayRead: true });
  expect(config.CLOCK_START?.toISOString()).toBe('2020-08-24T00:00:00.000Z');
});

const mistakes: readonly (readonly [name: string, value: string, says: string])[] = [
  ['SLACK_BOT_TOKEN', 'x', 'xoxb-'],
  ['SLACK_BOT_TOKEN', 'xapp-1234', 'xoxb-'],
  ['SLACK_BOT_TOKEN', 'xoxb-', 'xoxb-'],
  ['SLACK_SIGNING_SECRET', 'short', 'too short'],
  ['SLACK_APP_TOKEN', 'xoxb-1234', 'xapp-'],
  ['SLACK_API_URL', 'slack.com/api', 'http(s) address'],
  ['SLACK_API_URL', 'ftp://slack.com/api', 'http(s) address'],
  ['PORT', 'http', '0 to 65535'],
  ['PORT', '-1', '0 to 65535'],
  ['PORT', '65536', '0 to 65535'],
  ['PORT', '3000.5', '0 to 65535'],
  ['PORT', '1e3', '0 to 65535'],
  ['PORT', '３０００', '0 to 65535'],
  ['SANDBOX_PORT', 'x', '0 to 65535'],
  ['DATABASE_URL', 'mysql://db', 'postgresql://'],
  ['TIME_ZONE', 'Tokyo', 'Asia/Tokyo'],
  ['ADMIN_USER_IDS', 'U0ADMIN,hanako', 'hanako'],
  ['GUESTS_MAY_READ', 'yes', 'true or false'],
  ['LOG_LEVEL', 'verbose', 'fatal, error, warn'],
  ['CLOCK_START', '2020-08-24', '2020-08-24T09:00:00+09:00'],
  ['CLOCK_START', '2020-08-24T09:00:00', '2020-08-24T09:00:00+09:00'],
];

describe('a wrong variable is told in one line that names it and says what is right', () => {
  test.each(mistakes)('%s=%s: %s', (name, value, says) => {
    const lines = problemsOf({ ...http, [name]: value });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^${name} `));
    expect(lines[0]).toContain(says);
    expect(lines[0]).not.toMatch(/\n|undefined|expected/);
  });
});

test('all that is wrong is told at once, missing credentials and rules of production too', () => {
  const wrong = Object.fromEntries(mistakes);
  const lines = problemsOf({ ...wrong, SLACK_BOT_TOKEN: undefined, NODE_ENV: 'production' });
  const names = new Set(lines.map((line) => line.split(' ')[0]));
  expect(names).toEqual(new Set(Object.keys(wrong)));
  expect(lines.filter((line) => line.startsWith('CLOCK_START'))).toHaveLength(2);
});

test('a secret with a mistake in it is not told', () => {
  const lines = problemsOf({
    SLACK_BOT_TOKEN: 'xoxp-verysecret',
    SLACK_SIGNING_SECRET: 'scrt',
    DATABASE_URL: 'mysql://bot:verysecret@db',
  });
  expect(lines).toHaveLength(3);
  expect(lines.join()).not.toMatch(/verysecret|scrt/);
});

describe('in production', () => {
  const production = { NODE_ENV: 'production' };

  test('the sandbox does not start', () => {
    expect(problemsOf(production)).toEqual([expect.stringMatching(/^SLACK_BOT_TOKEN .* are missing/)]);
  });

  test('the clock is the real one', () => {
    const lines = problemsOf({ ...production, ...http, CLOCK_START: '2020-08-24T09:00:00+09:00' });
    expect(lines).toEqual([expect.stringMatching(/^CLOCK_START .* refused in production/)]);
  });

  test('a workspace is served', () => {
    expect(configOf({ ...production, ...http }).slack.kind).toBe('workspace');
  });
});

describe('work on the store', () => {
  test('needs no Slack, also in production, and means the store of the workspace', () => {
    const read = readConfig({ NODE_ENV: 'production' }, 'store');
    expect(read).toMatchObject({ ok: true, config: { store: { dataDir: './data/store' } } });
  });

  test('still reads the rest of the environment', () => {
    expect(readConfig({ DATABASE_URL: 'mysql://db' }, 'store').ok).toBe(false);
  });
});
