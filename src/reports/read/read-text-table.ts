import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import type { FileRefusal } from '../table/file-refusal.ts';
import type { RowProblem } from '../table/row-problem.ts';
import { linesOfFragment } from './fragments.ts';
import { longestCell, mostRows, type RawRow, type RawTable } from './raw-table.ts';

/** The rows of a text of which tabs part the cells; a cell is lines or fragments of HTML. Quoted cells may hold line breaks. */
export function readTextTable(text: string): Outcome<RawTable, FileRefusal> {
  const rows: RawRow[] = [];
  const problems: RowProblem[] = [];
  let line = 0;
  for (const { cells, lines } of recordsOf(text)) {
    const at = line + 1;
    line += lines;
    if (line > mostRows) return refuse({ kind: 'too-many-rows', most: mostRows });
    if (cells.some((cell) => cell.length > longestCell)) {
      problems.push({ line: at, kind: 'long-cell', most: longestCell });
    }
    rows.push({ line: at, cells: cells.map((cell) => linesOfFragment(cell.slice(0, longestCell))) });
  }
  return accept({ rows, problems });
}

interface TextRecord {
  readonly cells: readonly string[];
  /** How many lines of the file it takes. */
  readonly lines: number;
}

/** Records of a text with tabs. A cell that begins with " and closes before a tab or line break is quoted. */
function* recordsOf(text: string): Generator<TextRecord> {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  let at = 0;
  while (at < source.length) {
    const cells: string[] = [];
    const begin = at;
    for (;;) {
      const quoted = quotedCell(source, at);
      const end = quoted?.end ?? endOfCell(source, at);
      cells.push(quoted?.cell ?? source.slice(at, end));
      at = end + 1;
      if (source.charAt(end) !== '\t') break;
    }
    yield { cells, lines: source.slice(begin, at).split('\n').length - 1 || 1 };
  }
}

function endOfCell(source: string, at: number): number {
  for (let end = at; end < source.length; end += 1) {
    const character = source.charAt(end);
    if (character === '\t' || character === '\n') return end;
  }
  return source.length;
}

function quotedCell(source: string, at: number): { readonly cell: string; readonly end: number } | null {
  if (source.charAt(at) !== '"') return null;
  let end = at + 1;
  for (; end < source.length && end - at <= longestCell; end += 1) {
    if (source.charAt(end) !== '"') continue;
    if (source.charAt(end + 1) !== '"') break;
    end += 1;
  }
  const behind = source.charAt(end + 1);
  if (source.charAt(end) !== '"' || !(behind === '' || behind === '\t' || behind === '\n')) return null;
  return { cell: source.slice(at + 1, end).replaceAll('""', '"'), end: end + 1 };
}
