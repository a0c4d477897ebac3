import { describe, expect, test } from '@jest/globals';
import { trustsSlackAt } from '../../src/slack/trusted-hosts.ts';

const ofSlack = trustsSlackAt('https://slack.com/api/');

describe('addresses of Slack', () => {
  test.each([
    'https://hooks.slack.com/commands/T0/1/a',
    'https://slack.com/api/',
    'https://hooks.slack-gov.com/actions/T0/1/a',
    'HTTPS://HOOKS.SLACK.COM/a',
  ])('%s is trusted', (address) => expect(ofSlack(address)).toBe(true));

  test.each([
    'http://hooks.slack.com/commands/T0/1/a',
    'https://hooks.slack.com.evil.example/a',
    'https://evilslack.com/a',
    'https://slack.com@evil.example/a',
    'https://evil.example/?slack.com',
    'https://evil.example/.slack.com',
    'http://127.0.0.1:3000/a',
    'http://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    'javascript:alert(1)',
    '//hooks.slack.com/a',
    'hooks.slack.com',
    '',
  ])('%j is not', (address) => expect(ofSlack(address)).toBe(false));
});

describe('where the Web API is somewhere else', () => {
  const trusts = trustsSlackAt('http://127.0.0.1:4000/api/');

  test.each([
    ['http://127.0.0.1:4000/hooks/a', true],
    ['http://127.0.0.1:4001/hooks/a', false],
    ['https://127.0.0.1:4000/hooks/a', false],
    ['http://localhost:4000/hooks/a', false],
    ['https://hooks.slack.com/a', true],
  ])('%s: %s', (address, trusted) => expect(trusts(address)).toBe(trusted));
});
