import { fold } from '../../text/fold.ts';
import type { TableGrid, TableRow } from '../table/grid.ts';
import { type Heading, headingOf } from '../table/heading.ts';
import type { RowProblem } from '../table/row-problem.ts';
import type { Finding } from './finding.ts';
import type { Place, SourceLine } from './understood.ts';

/** A row of a project: what its two columns of entries say. */
export interface ProjectRow {
  readonly findings: readonly Finding[];
  readonly progress: readonly SourceLine[];
  readonly upcoming: readonly SourceLine[];
  /** Lines of a row that holds nothing but indicators. */
  readonly indicators: readonly SourceLine[];
}

/** All lines of a project, wherever they stand in the table. */
export interface ProjectLines extends Heading {
  readonly source: SourceLine;
  readonly initiatives: readonly SourceLine[];
  readonly rows: readonly ProjectRow[];
}

interface Growing extends Heading {
  readonly source: SourceLine;
  readonly initiatives: SourceLine[];
  readonly rows: ProjectRow[];
}

/** To which project a person has given rows of indicators, by row number. */
export type RowOwners = ReadonlyMap<number, number>;

/**
 * The rows of the grid by project, in written order. A row with an empty first cell continues the project above;
 * rows of indicators that stand behind several projects go in order to those that have none yet.
 */
export function projectLines(
  { rows }: TableGrid,
  owners: RowOwners = new Map(),
): { readonly projects: readonly ProjectLines[]; readonly problems: readonly RowProblem[] } {
  const all: Growing[] = [];
  const problems: RowProblem[] = [];
  let current: Growing | null = null;
  rows.forEach((row, at) => {
    if (isDisplaced(row)) {
      giveIndicators(row, { all, current, run: runOf(rows, at), owner: owners.get(row.line), problems });
      return;
    }
    const begun = beginsProject(row, { all, problems });
    if (begun !== undefined) current = begun;
    if (current === null) reportLost(row, problems);
    else addRow(current, row, begun !== undefined);
  });
  return { projects: all, problems };
}

/** The project of the heading in the row: a new one, the same again, or null where it is left out. Undefined without one. */
function beginsProject(
  row: TableRow,
  { all, problems }: { readonly all: Growing[]; readonly problems: RowProblem[] },
): Growing | null | undefined {
  const { line, cells } = row;
  const heading = headingOf(cells[0][0] ?? '');
  if (heading === null) return undefined;
  const { number, name } = heading;
  const there = all.find((each) => each.number === number);
  if (there !== undefined) {
    if (fold(there.name) === fold(name)) return there;
    problems.push({ line, kind: 'duplicate-number', number, name, first: there.source.line });
    return null;
  }
  if (number < 1 || number > 999) {
    problems.push({ line, kind: 'impossible-number', number, name });
    return null;
  }
  if (name.length > 200) {
    problems.push({ line, kind: 'too-long', text: name, most: 200 });
    return null;
  }
  const source = { line, column: 0, index: 0, text: cells[0][0] ?? '' } as const;
  const made = { ...heading, source, initiatives: [], rows: [] };
  all.push(made);
  return made;
}

function addRow(project: Growing, row: TableRow, withHeading: boolean): void {
  const first = linesOf(row, 0).slice(withHeading ? 1 : 0);
  const onlyIndicators = isIndicatorLabel(first[0]?.text ?? '');
  if (!onlyIndicators) project.initiatives.push(...first.filter(({ text }) => !/^《.*》$/u.test(text)));
  project.rows.push({
    findings: withHeading ? [] : [{ kind: 'continued', project: project.number }],
    progress: onlyIndicators ? [] : linesOf(row, 1),
    upcoming: linesOf(row, 2),
    indicators: onlyIndicators ? linesOf(row, 1) : [],
  });
}

function reportLost({ line, cells }: TableRow, problems: RowProblem[]): void {
  const text = cells.flat().join(' ').slice(0, 100);
  const told = problems.some((each) => each.line === line);
  if (text !== '' && !told) problems.push({ line, kind: 'no-project', text });
}

function linesOf({ line, cells }: TableRow, column: Place['column']): readonly SourceLine[] {
  return cells[column].map((text, index) => ({ line, column, index, text }));
}

/** Whether the line is the label of indicators. */
export function isIndicatorLabel(text: string): boolean {
  return /^[【[［]?\s*指標\s*[】\]］]?\s*[：:]?$/u.test(text);
}

function isDisplaced({ cells }: TableRow): boolean {
  return cells[0].length === 0 && isIndicatorLabel(cells[1][0] ?? '');
}

/** How many rows of indicators stand together with the one at `at`, and which of them it is, from 0. */
function runOf(rows: readonly TableRow[], at: number): { readonly length: number; readonly index: number } {
  let first = at;
  while (first > 0 && isDisplacedAt(rows, first - 1)) first -= 1;
  let last = at;
  while (isDisplacedAt(rows, last + 1)) last += 1;
  return { length: last - first + 1, index: at - first };
}

function isDisplacedAt(rows: readonly TableRow[], at: number): boolean {
  const row = rows[at];
  return row !== undefined && isDisplaced(row);
}

function giveIndicators(
  row: TableRow,
  {
    all,
    current,
    run,
    owner,
    problems,
  }: {
    all: readonly Growing[];
    current: Growing | null;
    run: { readonly length: number; readonly index: number };
    owner: number | undefined;
    problems: RowProblem[];
  },
): void {
  const chosen = all.find(({ number }) => number === owner);
  const waiting = all.filter((each) => !hasIndicators(each));
  const project = chosen ?? waiting[0] ?? current;
  if (project === null) {
    reportLost(row, problems);
    return;
  }
  const counts = waiting.length === run.length - run.index;
  const finding = { kind: 'displaced', project: project.number, counts } as const;
  project.rows.push({
    findings: chosen === undefined ? [finding] : [],
    progress: [],
    upcoming: linesOf(row, 2),
    indicators: linesOf(row, 1).slice(1),
  });
}

function hasIndicators({ rows }: Growing): boolean {
  return rows.some(
    ({ indicators, progress }) =>
      indicators.length > 0 || progress.some(({ text }) => isIndicatorLabel(text)),
  );
}
