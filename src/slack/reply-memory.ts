import type { Reply } from './reply.ts';

/** Replies that were given and would be given again. */
export interface ReplyMemory {
  get(key: string): Reply | undefined;
  set(key: string, reply: Reply): void;
}

/** Remembers the replies that were asked for last. */
export function replyMemory(keptAtMost = 500): ReplyMemory {
  const kept = new Map<string, Reply>();
  return {
    get(key) {
      const reply = kept.get(key);
      if (reply) {
        kept.delete(key);
        kept.set(key, reply);
      }
      return reply;
    },
    set(key, reply) {
      kept.set(key, reply);
      const [oldest] = kept.keys();
      if (kept.size > keptAtMost && oldest !== undefined) kept.delete(oldest);
    },
  };
}
