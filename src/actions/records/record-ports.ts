import type { RecordEntry } from '../../domain/record-entry.ts';

/** What the records of a period are read from. */
export interface RecordReader {
  /** Everything that was done from `from` on and before `to`, in the order of time. */
  readRecords(span: { readonly from: Date; readonly to: Date }): AsyncIterable<RecordEntry>;
}
