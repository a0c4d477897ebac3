import type { EditionEntry, EditionIndicator } from '../../domain/edition.ts';
import { printTarget, printValue } from '../../domain/print-indicator.ts';
import type { Programme } from '../../domain/project.ts';

/**
 * The lines of entries with all that stands below them, marks in front. A strand within the one of the row is told
 * by its name in a line of its own (<阿知須実証事業>) before its first entry.
 *
 * @param heading The strand of the row, or null.
 */
export function entryLines(entries: readonly EditionEntry[], heading: string | null): readonly string[] {
  const lines: string[] = [];
  let strand = heading;
  const write = (entry: EditionEntry): void => {
    if (entry.strand !== strand && entry.strand !== null && entry.strand !== heading)
      lines.push(`<${entry.strand}>`);
    strand = entry.strand ?? strand;
    lines.push(`${entry.mark}${entry.text}`, ...entry.notes.map(noteLine));
    for (const below of entry.entries) write(below);
  };
  for (const entry of entries) write(entry);
  return lines;
}

/** A remark that stands in brackets needs no mark. */
function noteLine(note: string): string {
  return /^[（(]/.test(note) ? note : `※${note}`;
}

/** ・中小企業のIoT導入率：13.9%/16.0%（R元） */
export function indicatorLine(indicator: EditionIndicator): string {
  return `・${indicator.name}：${indicatorValue(indicator)}${indicator.note ?? ''}`;
}

/** The value over the target with its time, 13.9%/16.0%（R元）; nothing reported yet is 未報告. */
export function indicatorValue(indicator: EditionIndicator): string {
  const { unit, unitOnActual, observations } = indicator;
  const current = observations.at(-1);
  const actual = current === undefined ? '未報告' : printValue(current.value, unitOnActual ? unit : '');
  const asOf = current?.asOf ? `（${current.asOf.text}）` : '';
  return `${actual}/${printTarget(indicator)}${asOf}`;
}

/** [関連事業]：新… and a line for each further one. */
export function programmeLines(programmes: readonly Programme[]): readonly string[] {
  return programmes.map(({ name, national, isNew }, at) => {
    const words = national ? `国事業「${name}」` : name;
    return `${at === 0 ? '[関連事業]：' : ''}${isNew ? '新' : ''}${words}`;
  });
}
