import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { boltLogger, createLog, type Log } from '../src/logging.ts';

function logged(
  write: (log: Log) => void,
  level = 'info',
): { lines: string[]; last: Record<string, unknown> } {
  const lines: string[] = [];
  write(createLog({ level, to: { write: (line) => lines.push(line) } }));
  const last: unknown = JSON.parse(lines.at(-1) ?? '{}');
  return { lines, last: Object.fromEntries(Object.entries(last ?? {})) };
}

const secrets = [
  ['a bot token', 'xoxb-1-AbC-d', 'AbC'],
  ['a rotated token', 'xoxe.xoxp-1-AbC', 'AbC'],
  ['an app token', 'xapp-1-AbC-d', 'AbC'],
  ['a response address', 'https://hooks.slack.com/commands/T0/1/AbC', 'AbC'],
  ['one of GovSlack', 'https://hooks.slack-gov.com/actions/T0/1/AbC', 'AbC'],
  ['a socket ticket', 'wss://wss.slack.com/link/?ticket=AbC&app_id=1', 'AbC'],
  ['a database password', 'postgresql://bot:AbC@db:5432/shinchoku', 'AbC'],
  ['a password with odd characters', 'postgres://bot:x/AbC"@y@db/shinchoku', 'AbC'],
] as const;

describe('no secret comes out', () => {
  test.each(secrets)('%s: %s', (_, secret, part) => {
    const cause = new Error(`inner ${secret}`);
    const problem = Object.assign(new Error(`outer ${secret}`, { cause }), { deep: { er: [secret] } });
    const { lines } = logged((log) => {
      log.error({ err: problem, reference: 'ABC234' }, `message ${secret}`);
      log.warn({ url: secret, list: [secret] }, 'a field');
      log.child({ of: secret }).info('a child');
      boltLogger(log).error(`told ${secret}`, { with: secret }, problem);
    });
    expect(lines).toHaveLength(4);
    for (const line of lines) {
      expect(line).not.toContain(part);
      expect(JSON.parse(line)).toHaveProperty('msg');
    }
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      reference: 'ABC234',
      msg: expect.stringMatching(/^message .*\[hidden\]/),
    });
  });

  test('nor what is secret by its name, however deep', () => {
    const body = {
      token: 'abc123',
      nested: { response_url: 'http://127.0.0.1/abc123', text: 'abc123 "quoted"' },
    };
    const { lines, last } = logged((log) => log.info({ body, user: 'U0MEMBER' }, 'a request'));
    expect(lines.join()).not.toMatch(/abc123|quoted/);
    expect(last).toMatchObject({ user: 'U0MEMBER', body: { token: '[hidden]' } });
  });
});

describe('an event is one line of JSON', () => {
  test('with its time, level and message', () => {
    const { lines, last } = logged((log) => log.info({ port: 3000 }, 'listening'));
    expect(lines).toHaveLength(1);
    expect(last).toMatchObject({ app: 'shinchoku', level: 30, port: 3000, msg: 'listening' });
    expect(last.time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });

  test('also with line breaks and terminal codes in its values', () => {
    const nasty = 'a\nb\r\n\u001B[31mred\u001B[0m\u0000';
    const { lines, last } = logged((log) => log.warn({ nasty }, nasty));
    expect(lines.join('').match(/\n/g)).toHaveLength(1);
    expect(lines.join('')).not.toContain('\u001B');
    expect(last).toMatchObject({ nasty, msg: nasty });
  });

  test.each([
    ['a circle', () => Object.assign(new Error('x'), { self: globalThis })],
    ['a number too large for JSON', () => Object.assign(new Error('x'), { count: 1n })],
    ['what is no error', () => 'only text'],
    ['nothing', () => undefined],
    ['an object without a prototype', () => Object.create(null)],
  ])('also with an error that holds %s', (_, make) => {
    const { lines } = logged((log) => {
      log.error({ err: make() }, 'a request failed');
      boltLogger(log).warn(make());
    });
    expect(lines.map((line) => JSON.parse(line).level)).toEqual([50, 40]);
  });

  test('whatever is logged', () => {
    const part = fc.constantFrom(
      ...secrets.map(([, secret]) => secret),
      '"',
      '\\',
      '\n',
      '@',
      '?ticket=',
      '"token":"',
    );
    const text = fc.array(fc.oneof(part, fc.string({ unit: 'binary' })), { maxLength: 8 });
    fc.assert(
      fc.property(text, (parts) => {
        const value = parts.join('');
        const { lines, last } = logged((log) => log.info({ value, text: value }, value));
        expect(lines).toHaveLength(1);
        expect(last).toHaveProperty('msg');
        expect(lines.join()).not.toContain('AbC');
      }),
      { numRuns: 500 },
    );
  });
});

test("only warnings and errors of Slack's libraries come out", () => {
  const { lines } = logged((log) => {
    const logger = boltLogger(log);
    logger.debug('a');
    logger.info('b');
    logger.warn('c');
    logger.error('d');
  });
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { from: 'bolt', msg: 'c' },
    { from: 'bolt', msg: 'd' },
  ]);
});

test('nothing comes out when silent', () => {
  expect(logged((log) => log.fatal('x'), 'silent').lines).toEqual([]);
});
