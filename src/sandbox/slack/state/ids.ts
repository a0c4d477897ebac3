import { randomBytes } from 'node:crypto';

/**
 * An id as Slack writes one: a letter or two for the kind and ten of A–Z, 0–9. Random, because a bot that keeps what it has
 * seen across restarts would take a repeated id for a retry.
 *
 * @param prefix `V` for a view, `Ev` for an event …
 */
export function newId(prefix: string): string {
  return prefix + randomBytes(8).readBigUInt64BE().toString(36).toUpperCase().padStart(13, '0').slice(-10);
}

/** A secret of 24 hexadecimal digits. */
export function newSecret(): string {
  return randomBytes(12).toString('hex');
}

/**
 * Makes message timestamps, `1598227200.000100`: seconds and microseconds of the product's clock, never twice the same.
 */
export function createStamp(clock: { now(): Date }): () => string {
  let last = 0n;
  return () => {
    const micros = BigInt(clock.now().getTime()) * 1000n;
    last = micros > last ? micros : last + 1n;
    const digits = last.toString().padStart(7, '0');
    return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
  };
}
