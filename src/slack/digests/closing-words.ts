import type { Occurrence } from '../../digests/occurrence.ts';
import type { Words } from '../words/index.ts';

/** Why a day is closed: 敬老の日, 年末年始, 休業日; '' for what is no closing. */
export function closingWords(because: NonNullable<Occurrence['because']>, words: Words): string {
  switch (because.kind) {
    case 'holiday':
      return words('closing.holiday', { name: words.language === 'ja' ? because.name : because.nameEn });
    case 'new-year':
    case 'local':
      return words(`closing.${because.kind}`);
    case 'neighbour':
    case 'closed-for-long':
      return '';
  }
}
