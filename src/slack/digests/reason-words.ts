import type { Words } from '../words/index.ts';
import { jaDigest } from '../words/ja-digest.ts';

/** Why a period was not posted, in words; what we have none for is told as Slack named it. */
export function reasonWords(reason: string | null, words: Words): string {
  if (reason === null) return '';
  const key = `reason.${reason}`;
  if (isKnown(key)) return words(key);
  // Codes in capitals are those of the connection: no answer came.
  return /^[A-Z][A-Z\d_]+$/.test(reason) ? words('reason.noAnswer') : words('reason.other', { code: reason });
}

function isKnown(key: string): key is keyof typeof jaDigest & `reason.${string}` {
  return key.startsWith('reason.') && Object.hasOwn(jaDigest, key);
}
