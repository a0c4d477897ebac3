import type { RecordSpanRefusal } from '../../actions/records/record-span.ts';
import { context } from '../blocks/build.ts';
import { paragraph, richText, text } from '../blocks/rich-text.ts';
import { type Reply, reply } from '../reply.ts';
import type { Words } from '../words/index.ts';
import { periodReason } from './parts/period-reason.ts';

/** Said at once, while the records are packed. */
export function recordsMaking(period: string, isBegun: boolean, words: Words): Reply {
  const sentence = isBegun ? words('records.making', { period }) : words('report.running');
  return reply(sentence, [
    richText([paragraph(text(sentence))]),
    ...(isBegun ? [context(words('records.verify'))] : []),
  ]);
}

/** What was typed names no period. */
export function recordsRefused(refusal: RecordSpanRefusal, words: Words): Reply {
  const sentence = words('records.refused', { reason: reasonOf(refusal, words) });
  return reply(sentence, [richText([paragraph(text(sentence))]), context(words('records.accepted'))]);
}

function reasonOf(refusal: RecordSpanRefusal, words: Words): string {
  switch (refusal.kind) {
    case 'period':
      return periodReason(refusal.reason, words);
    case 'endless':
      return words('past.endless');
    case 'backwards':
      return words('period.endsBeforeItStarts');
  }
}
