import type { Reply } from './reply.ts';

/** What a reply was to a question, for whoever counts. */
export interface ReplyKind {
  /** The sub-command's canonical name; `none` where the text called none. */
  readonly subcommand: string;
  readonly outcome: 'answered' | 'refused' | 'failed';
}

/** Beside the replies and not in them: they are what Slack gets. */
const kinds = new WeakMap<Reply, ReplyKind>();
const refusals = new WeakSet<Reply>();

const unnamed: ReplyKind = { subcommand: 'none', outcome: 'answered' };

/** Notes that the reply says why something cannot be answered; gives the reply. */
export function asRefusal(reply: Reply): Reply {
  refusals.add(reply);
  return reply;
}

/** Notes by which sub-command it was made; gives the reply. */
export function byCommand(reply: Reply, subcommand: string): Reply {
  kinds.set(reply, { subcommand, outcome: refusals.has(reply) ? 'refused' : 'answered' });
  return reply;
}

/** What was noted of the reply. */
export function kindOf(reply: Reply): ReplyKind {
  return kinds.get(reply) ?? (refusals.has(reply) ? { ...unnamed, outcome: 'refused' } : unnamed);
}
