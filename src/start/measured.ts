import type { QuestionPort } from '../actions/ask-question.ts';
import type { ChangeStore } from '../actions/change-ports.ts';
import type { EditionWriter, WelcomeBook } from '../actions/ports.ts';
import type { DigestStore } from '../digests/ports.ts';
import { referenceOf } from '../domain/reference.ts';
import type { Log } from '../logging.ts';
import type { Meter } from '../metrics/meter.ts';
import type { Reply } from '../slack/reply.ts';
import { kindOf } from '../slack/reply-kind.ts';

/** The search, timed. */
export function measuredSearch(
  search: QuestionPort,
  { meter, monotonic }: { readonly meter: Meter; readonly monotonic: () => number },
): QuestionPort {
  return {
    ask: async (text, page) => {
      const began = monotonic();
      try {
        return await search.ask(text, page);
      } finally {
        meter.searched(monotonic() - began);
      }
    },
  };
}

/** What writes are kept in. */
type Kept = ChangeStore & WelcomeBook & EditionWriter;

/** The changes, counted: what was written, by its verb, and what was proposed, rejected or failed. */
export function measuredChanges(changes: Kept, meter: Meter): Kept {
  const counted = async <Result>(
    verb: string,
    work: Promise<Result>,
    result: (value: Result) => string,
  ): Promise<Result> => {
    try {
      const value = await work;
      meter.wrote(verb, result(value));
      return value;
    } catch (problem) {
      meter.wrote(verb, 'failed');
      throw problem;
    }
  };
  const over: Pick<ChangeStore, 'apply' | 'propose' | 'reject'> = {
    apply: (set) => counted(set.verb, changes.apply(set), ({ kind }) => kind),
    propose: (proposal, key) => counted(proposal.verb, changes.propose(proposal, key), () => 'proposed'),
    reject: (id, decision) =>
      counted('reject', changes.reject(id, decision), (kept) => (kept === null ? 'conflict' : 'applied')),
  };
  return Object.assign(Object.create(changes), over);
}

/** The store of digests: how each period ended is counted, and noted under the 受付番号 that its owner is told. */
export function watchedDigests(
  store: DigestStore,
  { meter, log }: { readonly meter?: Meter; readonly log: Log },
): DigestStore {
  const settle: DigestStore['settle'] = async (claim, settlement, now) => {
    const settled = await store.settle(claim, settlement, now);
    if (!settled) return false;
    const { occurrence, subscription } = claim;
    const reason = 'reason' in settlement ? settlement.reason : null;
    meter?.digested(settlement.kind);
    log.info(
      {
        reference: referenceOf(occurrence.id),
        result: settlement.kind,
        ...(reason !== null && { reason }),
        period: occurrence.periodKey,
        channel: subscription.channelId,
      },
      'a digest ended',
    );
    return true;
  };
  return Object.assign(Object.create(store), { settle });
}

/** Counts answers by what was asked and how it ended. */
export function countedBy(meter: Meter): (reply: Reply | null) => void {
  return (reply) => {
    const kind = reply === null ? ({ subcommand: 'none', outcome: 'failed' } as const) : kindOf(reply);
    meter.answered(kind.subcommand, kind.outcome);
  };
}
