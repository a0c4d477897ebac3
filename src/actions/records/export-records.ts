import { type CalendarDay, dayAt } from '../../domain/calendar-day.ts';
import type { Versioned } from '../../domain/change.ts';
import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Span } from '../../domain/period/period.ts';
import type { Person, PersonId } from '../../domain/person.ts';
import type { RecordEntry } from '../../domain/record-entry.ts';
import type { RecordPack } from '../../reports/records/write-records.ts';
import type { ChangeStore } from '../change-ports.ts';
import { administratorsOf, rightOf } from '../writes/may-write.ts';
import type { RecordReader } from './record-ports.ts';

/** What packing the records of a period needs. */
export interface RecordPorts {
  readonly records: RecordReader;
  readonly store: Pick<ChangeStore, 'listProjectRows'>;
}

/** What of the records is wanted, and where days begin. */
export interface RecordOrder {
  readonly span: Span;
  readonly timeZone: string;
  readonly now: Date;
}

/** The records of a period as files. Who asks works at the machine, or has been let in by `mayExportRecords`. */
export async function exportRecords(
  { records, store }: RecordPorts,
  { span, timeZone, now }: RecordOrder,
): Promise<RecordPack> {
  // Loaded when it is needed: it brings the library of Excel files.
  const { writeRecords } = await import('../../reports/records/write-records.ts');
  const projects = projectNames(await store.listProjectRows());
  const entries = withinDays(records.readRecords(around(span)), { span, timeZone });
  return writeRecords(entries, { span: { ...span, timeZone }, madeAt: now, projects });
}

interface Rights {
  readonly store: Pick<ChangeStore, 'standingOf' | 'listPosts' | 'writersOf'>;
  readonly administrators: readonly PersonId[];
}

/** Whether the person may have the records at this moment: administrators only. Refuses with whom to ask. */
export async function mayExportRecords(
  { store, administrators }: Rights,
  person: Person,
): Promise<Outcome<true, { readonly ask: readonly PersonId[] }>> {
  const standing = await store.standingOf(person.id);
  const right = rightOf({ person, standing, administrators }, { by: 'administrators', projectId: null });
  return right === 'write'
    ? accept(true)
    : refuse({ ask: await administratorsOf({ store, administrators }) });
}

const dayLength = 86_400_000;

/** All instants that any zone may show on these days. */
function around({ first, last }: Span): { readonly from: Date; readonly to: Date } {
  return {
    from: new Date(Date.parse(first) - dayLength),
    to: new Date(Date.parse(last) + 2 * dayLength),
  };
}

async function* withinDays(
  entries: AsyncIterable<RecordEntry>,
  { span: { first, last }, timeZone }: { readonly span: Span; readonly timeZone: string },
): AsyncIterable<RecordEntry> {
  for await (const entry of entries) {
    const day: CalendarDay = dayAt(entry.at, timeZone);
    if (first <= day && day <= last) yield entry;
  }
}

function projectNames(rows: readonly Versioned[]): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap(({ target, snapshot }) =>
      snapshot.kind === 'project' ? [[target.id, `${snapshot.number}. ${snapshot.name}`] as const] : [],
    ),
  );
}
