import { printPeriod } from '../../../domain/period/print-period.ts';
import type { SpanRefusal } from '../../../domain/period/read-span.ts';
import type { PeriodRefusal } from '../../../domain/period/refusal.ts';
import type { Words } from '../../words/index.ts';

/** Why a text is no period. */
export function periodReason(reason: SpanRefusal | PeriodRefusal, words: Words): string {
  switch (reason.kind) {
    case 'empty':
      return words('period.empty');
    case 'not-a-period':
      return words('period.notAPeriod');
    case 'no-such-day':
      return words('period.noSuchDay', { month: reason.month, last: reason.lastDay });
    case 'no-such-month':
      return words('period.noSuchMonth');
    case 'no-such-era-year':
      return words('period.noSuchEraYear', { lastYear: reason.lastYear });
    case 'year-needed': {
      const [example] = reason.candidates;
      const printed = example ? printPeriod(example, { language: words.language, style: 'short' }) : 'R2.11';
      return words('period.yearNeeded', { example: printed });
    }
    case 'ends-before-it-starts':
      return words('period.endsBeforeItStarts');
    case 'out-of-range':
      return words('period.outOfRange');
    case 'wrong-weekday':
      return words('period.wrongWeekday');
    case 'too-long':
      return words('period.tooLong', { most: reason.most });
    case 'unbounded':
      return words('period.unbounded');
  }
}
