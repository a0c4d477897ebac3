import { createHmac } from 'node:crypto';

/**
 * The signature of a request, version 0, from
 * https://docs.slack.dev/authentication/verifying-requests-from-slack
 *
 * @param parts.timestamp Seconds since the epoch, as the header has them.
 * @returns `v0=` and 64 hexadecimal digits.
 */
export function signature(parts: {
  readonly secret: string;
  readonly timestamp: string;
  readonly body: string;
}): string {
  const base = `v0:${parts.timestamp}:${parts.body}`;
  return `v0=${createHmac('sha256', parts.secret).update(base).digest('hex')}`;
}
