import type { LogEntry } from '../../src/sandbox/page/protocol.ts';

/** Tokens, response addresses and socket tickets, by how they look here and at Slack. */
const secrets =
  /xox[a-z]-\w|xapp-\w|hooks\.slack|response_url\/|\/(?:commands|actions)\/T0|[?&]ticket=(?!\[)/;

/** Shorter ones are words that anything may hold. */
const shortest = 8;

/** What people say and type, by the names that Slack gives it. */
const typedKeys = new Set(['text', 'value', 'private_metadata']);

/**
 * The lines that hold a secret, or a text that a person typed: into a command, a message or a field of a form.
 * @param journal what went between Slack and the bot
 */
export function leaks(lines: readonly { readonly line: string }[], journal: readonly LogEntry[]): string[] {
  const typed = new Set(
    journal.filter(({ direction }) => direction === 'to-bot').flatMap(({ request }) => textsIn(request)),
  );
  return lines
    .map(({ line }) => line)
    .filter((line) => secrets.test(line) || [...typed].some((text) => line.includes(text)));
}

/** The lines of a program's output that hold a secret. */
export function secretsIn(output: string): readonly string[] {
  return output.split('\n').filter((line) => secrets.test(line));
}

function textsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') {
    const written = JSON.stringify(value).slice(1, -1);
    return typedKeys.has(key) && written.length >= shortest ? [written] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, Array.isArray(value) ? key : name));
}
