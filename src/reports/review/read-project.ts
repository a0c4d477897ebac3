import type { Period } from '../../domain/period/period.ts';
import type { RowProblem } from '../table/row-problem.ts';
import type { Finding } from './finding.ts';
import type { ProjectLines, ProjectRow } from './project-lines.ts';
import { type ProjectParts, projectParts } from './project-parts.ts';
import { type CellReading, readCell } from './read-cell.ts';
import { readIndicator } from './read-indicator.ts';
import { readProgrammes } from './read-programmes.ts';
import type {
  SourceLine,
  UnderstoodEntry,
  UnderstoodIndicator,
  UnderstoodInitiative,
  UnderstoodProgramme,
  UnderstoodProject,
} from './understood.ts';

interface Reading {
  readonly asOf: Period;
  /** Names of programmes that the store has. */
  readonly programmes: readonly string[];
}

/** A project of its lines, and what of them was left out. */
export function readProject(
  { number, name, source, initiatives, rows }: ProjectLines,
  { asOf, programmes }: Reading,
): { readonly project: UnderstoodProject; readonly problems: readonly RowProblem[] } {
  const parts = projectParts(rows.flatMap(({ progress, upcoming }) => [...progress, ...upcoming]));
  const read = readRows(rows, { asOf, parts });
  const problems = [...read.problems];
  const strands = parts.strands();
  const known = { strands: strands.map((each) => each.name), store: programmes };
  const project: UnderstoodProject = {
    number,
    name,
    source,
    findings: [],
    initiatives: readInitiatives(initiatives),
    strands,
    workingGroups: parts.groups(),
    progress: read.progress,
    upcoming: read.upcoming,
    indicators: readIndicators(read.indicators, problems),
    programmes: onceNamed(readProgrammes(read.programmes, known), problems),
  };
  return { project, problems };
}

function readInitiatives(lines: readonly SourceLine[]): readonly UnderstoodInitiative[] {
  return lines.map((source) => {
    const marked = /^[▼▽]\s*/u.exec(source.text)?.[0];
    return {
      text: source.text.slice(marked?.length ?? 0).trim(),
      source,
      findings: marked === undefined ? [{ kind: 'unmarked-initiative' }] : [],
    };
  });
}

interface ToldLine {
  readonly source: SourceLine;
  readonly findings: readonly Finding[];
}

interface RowsReading {
  readonly progress: UnderstoodEntry[];
  readonly upcoming: UnderstoodEntry[];
  readonly indicators: ToldLine[];
  readonly programmes: SourceLine[];
  readonly problems: RowProblem[];
}

function readRows(
  rows: readonly ProjectRow[],
  { asOf, parts }: { readonly asOf: Period; readonly parts: ProjectParts },
): RowsReading {
  const all: RowsReading = { progress: [], upcoming: [], indicators: [], programmes: [], problems: [] };
  let strand: string | null = null;
  for (const row of rows) {
    const progress = readCell(row.progress, { column: 'progress', asOf, strand, findings: [], parts });
    const beside: string | null = progress.strands.at(-1) ?? strand;
    const findings: readonly Finding[] =
      progress.strands.length > 1 && beside !== null ? [{ kind: 'strand-of-neighbour', name: beside }] : [];
    const upcoming = readCell(row.upcoming, { column: 'upcoming', asOf, strand: beside, findings, parts });
    strand = beside;
    all.progress.push(...progress.entries);
    all.upcoming.push(...upcoming.entries);
    for (const cell of [progress, upcoming]) addRest(all, cell);
    all.indicators.push(...row.indicators.map((source) => ({ source, findings: row.findings })));
  }
  return all;
}

function addRest(all: RowsReading, { indicators, programmes, problems }: CellReading): void {
  all.indicators.push(...indicators.map((source) => ({ source, findings: [] })));
  all.programmes.push(...programmes);
  all.problems.push(...problems);
}

/** Lines below 指標. One without ・ continues the remark of the line above. */
function readIndicators(lines: readonly ToldLine[], problems: RowProblem[]): readonly UnderstoodIndicator[] {
  const found: UnderstoodIndicator[] = [];
  for (const { source, findings } of lines) {
    const { line, text } = source;
    const read = readIndicator(text.replace(/^[・･•]\s*/u, ''));
    if (!read.ok) {
      problems.push({ line, ...read.refusal });
      continue;
    }
    const { indicator, wrong } = read.value;
    problems.push(...wrong.map((each) => ({ line, ...each })));
    if (indicator.name.length > 200 || indicator.unit.length > 20) {
      problems.push({ line, kind: 'too-long', text, most: 200 });
    } else if (found.some(({ name }) => name === indicator.name)) {
      problems.push({ line, kind: 'repeated', what: 'indicator', name: indicator.name });
    } else {
      const unsure = wrong.map((each) => ({ kind: 'wrong-date' as const, text: each.text }));
      found.push({ ...indicator, source, findings: [...findings, ...unsure] });
    }
  }
  return found;
}

function onceNamed(
  programmes: readonly UnderstoodProgramme[],
  problems: RowProblem[],
): readonly UnderstoodProgramme[] {
  return programmes.filter(({ name, source: { line } }, at) => {
    if (name.length > 200) {
      problems.push({ line, kind: 'too-long', text: name, most: 200 });
      return false;
    }
    if (programmes.findIndex((each) => each.name === name) === at) return true;
    problems.push({ line, kind: 'repeated', what: 'programme', name });
    return false;
  });
}
