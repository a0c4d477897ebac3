import { randomInt } from 'node:crypto';
import { referenceFrom } from '../domain/reference.ts';
import type { Log } from '../logging.ts';
import type { Notes } from '../slack/request.ts';

/** Counts what went wrong on our side. */
export type Failed = (problem: unknown) => void;

/**
 * Begins a request: its lines of the log all hold one reference, made when the first of them is written and short
 * enough to read out on the telephone.
 */
export function beginner(log: Log, failed: Failed): () => Notes {
  return () => {
    let reference: string | null = null;
    const own = () => {
      reference ??= referenceFrom(BigInt(randomInt(2 ** 32)));
      return reference;
    };
    return {
      report: (problem) => {
        failed(problem);
        log.error({ err: problem, reference: own() }, 'a request failed');
        return own();
      },
      note: (what, fields) => log.info({ ...fields, reference: own() }, what),
    };
  };
}

/** Notes what failed where nobody asked for anything: each problem has a reference of its own. */
export function reporter(begin: () => Notes): (problem: unknown) => string {
  return (problem) => begin().report(problem);
}

/** What failed, in three words: the metrics count by it. */
export function causeOf(problem: unknown): 'store' | 'slack' | 'other' {
  if (!(problem instanceof Error)) return 'other';
  const { name } = problem;
  const code = 'code' in problem && typeof problem.code === 'string' ? problem.code : '';
  if (/^(PrismaClient|DriverAdapter|StoreRefusal|StoreDown)/.test(name)) return 'store';
  return code.startsWith('slack_') || name.startsWith('WebAPI') ? 'slack' : 'other';
}
