import type { WebClientOptions } from '@slack/web-api';

const nothing = () => {};

/**
 * For clients of Slack: what they reject with says it all, and is noted under the reference of its request. Left to
 * itself a client writes the same to the terminal, which is no line of the log.
 */
export const silentLogger: NonNullable<WebClientOptions['logger']> = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => 'error' as never,
  setName: nothing,
};
