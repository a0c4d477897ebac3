import type { Reply } from './reply.ts';

/** Posts a reply that only its reader sees to a response URL; false where Slack did not take it. */
export type RespondTo = (url: string, reply: Reply) => Promise<boolean>;

export interface RespondOptions {
  /** Whether an address belongs to the Slack we are connected to. */
  readonly trusts: (address: string) => boolean;
  readonly report: (problem: unknown) => string;
}

const patienceMs = 2_000;

/**
 * Answers where a form was opened from, which may be half an hour ago: such a URL takes five posts in thirty
 * minutes, and what it no longer takes is shown in another place.
 */
export function respondTo({ trusts, report }: RespondOptions): RespondTo {
  return async (url, { text, blocks }) => {
    if (!trusts(url)) return false;
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text, blocks, response_type: 'ephemeral', replace_original: false }),
        signal: AbortSignal.timeout(patienceMs),
        redirect: 'error',
      });
      return answer.ok;
    } catch (problem) {
      report(problem);
      return false;
    }
  };
}
