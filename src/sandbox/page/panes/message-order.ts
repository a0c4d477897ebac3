import { dayKey, instantOf } from '../parts/calendar.ts';
import type { PageMessage } from '../protocol.ts';

export type Line =
  | { readonly kind: 'day'; readonly key: string; readonly ts: string }
  | { readonly kind: 'message'; readonly message: PageMessage; readonly follows: boolean };

const CLOSE_SECONDS = 5 * 60;

/** The messages of one conversation as lines: replies behind their thread's first message, a line at each new day. */
export function messageLines(messages: readonly PageMessage[], timeZone: string): readonly Line[] {
  const ordered = withReplies(messages);
  const lines: Line[] = [];
  let day = '';
  ordered.forEach((message, at) => {
    const key = dayKey(instantOf(message.ts), timeZone);
    const newDay = key !== day && !isReply(message);
    if (newDay) lines.push({ kind: 'day', key, ts: message.ts });
    if (newDay) day = key;
    const before = ordered[at - 1];
    lines.push({
      kind: 'message',
      message,
      follows: !newDay && before !== undefined && follows(message, before),
    });
  });
  return lines;
}

function isReply({ ts, threadTs }: PageMessage): boolean {
  return threadTs !== null && threadTs !== ts;
}

function withReplies(messages: readonly PageMessage[]): readonly PageMessage[] {
  const stands = new Set(messages.map(({ ts }) => ts));
  const isPlaced = (message: PageMessage) => isReply(message) && stands.has(message.threadTs ?? '');
  return messages
    .filter((message) => !isPlaced(message))
    .flatMap((first) => [
      first,
      ...messages.filter((reply) => isPlaced(reply) && reply.threadTs === first.ts),
    ]);
}

function follows(message: PageMessage, before: PageMessage): boolean {
  const apart = Number.parseFloat(message.ts) - Number.parseFloat(before.ts);
  const alike = message.user === before.user && message.ephemeral === before.ephemeral;
  return (
    alike && !message.ephemeral && message.threadTs === before.threadTs && apart >= 0 && apart < CLOSE_SECONDS
  );
}
