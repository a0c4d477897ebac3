import type { SubscriptionHealth } from '../../digests/ports.ts';
import type { Words } from '../words/index.ts';
import { jaDigest } from '../words/ja-digest.ts';
import { closingWords } from './closing-words.ts';
import { printMoment } from './moments.ts';
import { reasonWords } from './reason-words.ts';

/** What became of the newest period: 前回: 令和2年8月31日（月） 9:00 and 投稿しました. */
export function lastWords({ last, subscription }: SubscriptionHealth, words: Words): string {
  if (last === null) return words('digests.lastNone');
  const at = printMoment(last.dueAt, subscription.timeZone, words);
  return words('digests.last', { at, result: resultOf(last, words) });
}

function resultOf(last: NonNullable<SubscriptionHealth['last']>, words: Words): string {
  switch (last.state) {
    case 'sent':
      return words(last.late ? 'digests.sentLate' : 'digests.sent');
    case 'skipped':
      return words('digests.skipped', { reason: skipOf(last, words) });
    case 'failed':
      return words('digests.failed', { reason: reasonWords(last.reason, words) });
    default:
      return words('digests.unknown');
  }
}

function skipOf({ because, reason }: NonNullable<SubscriptionHealth['last']>, words: Words): string {
  const closing = because === null ? '' : closingWords(because, words);
  if (closing !== '') return closing;
  const key = `skip.${reason}`;
  return isKnown(key) ? words(key) : String(reason);
}

function isKnown(key: string): key is keyof typeof jaDigest & `skip.${string}` {
  return Object.hasOwn(jaDigest, key);
}
