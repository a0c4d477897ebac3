import { mostCharacters } from '../../domain/limits.ts';
import { findPeriods } from '../../domain/period/find-periods.ts';
import type { Period } from '../../domain/period/period.ts';
import type { RowProblem } from '../table/row-problem.ts';
import type { Finding } from './finding.ts';
import { bracketedGroup, mentionedGroup } from './group-names.ts';
import { datesOf } from './line-dates.ts';
import { figuresOf } from './line-figures.ts';
import { isIndicatorLabel } from './project-lines.ts';
import type { ProjectParts } from './project-parts.ts';
import { beginsProgrammes } from './read-programmes.ts';
import type { SourceLine, UnderstoodEntry } from './understood.ts';

/** An entry that still grows: notes and entries stand below it. */
interface Node extends UnderstoodEntry {
  readonly notes: string[];
  readonly entries: Node[];
}

export interface CellReading {
  readonly entries: readonly UnderstoodEntry[];
  readonly indicators: readonly SourceLine[];
  readonly programmes: readonly SourceLine[];
  readonly problems: readonly RowProblem[];
  /** The strands that the cell opens, or in which it stands, in written order. */
  readonly strands: readonly string[];
}

export interface CellContext {
  readonly column: 'progress' | 'upcoming';
  readonly asOf: Period;
  /** The strand in which the cell begins. */
  readonly strand: string | null;
  /** What every entry of the cell is told with. */
  readonly findings: readonly Finding[];
  readonly parts: ProjectParts;
}

/** Reads the lines of a cell of 主な取組と進捗 or 今後の取組・動向等: entries with what stands below them, and the rest apart. */
export function readCell(lines: readonly SourceLine[], context: CellContext): CellReading {
  const reader = new CellReader(lines, context);
  lines.forEach((line, at) => {
    reader.take(line, at);
  });
  return reader.result();
}

class CellReader {
  private readonly entries: Node[] = [];
  private readonly indicators: SourceLine[] = [];
  private readonly programmes: SourceLine[] = [];
  private readonly problems: RowProblem[] = [];
  private readonly strands: string[] = [];
  private readonly periods: readonly (Period | null)[];
  private readonly context: CellContext;
  private mode: 'entries' | 'indicators' | 'programmes' = 'entries';
  private strand: string | null;
  private part: string | null = null;
  /** <…WG>: lines without a mark stand below it. */
  private holder: Node | null = null;
  private last: Node | null = null;

  constructor(lines: readonly SourceLine[], context: CellContext) {
    this.context = context;
    this.strand = context.strand;
    this.periods = lines.map(({ text }) => findPeriods(text)[0]?.period ?? null);
  }

  result(): CellReading {
    const { entries, indicators, programmes, problems } = this;
    const strands = this.strands.length > 0 || this.strand === null ? this.strands : [this.strand];
    return { entries, indicators, programmes, problems, strands };
  }

  take(line: SourceLine, at: number): void {
    const { text } = line;
    const strand = /^【(.+)】$/u.exec(text)?.[1]?.trim();
    if (isIndicatorLabel(text)) this.mode = 'indicators';
    else if (beginsProgrammes(text)) this.begin('programmes', line);
    else if (strand !== undefined) this.openStrand(strand, line);
    else if (/^[■□◆●]/u.test(text)) this.addTop(line, at);
    else if (this.mode === 'indicators') this.indicators.push(line);
    else if (this.mode === 'programmes') this.programmes.push(line);
    else this.addBelow(line, at);
  }

  private begin(mode: 'programmes', line: SourceLine): void {
    this.mode = mode;
    this.programmes.push(line);
  }

  private openStrand(name: string, line: SourceLine): void {
    this.mode = 'entries';
    this.strand = name;
    this.part = null;
    this.holder = null;
    this.strands.push(name);
    this.context.parts.strand({ name, within: null, source: line, findings: [] });
  }

  private addTop(line: SourceLine, at: number): void {
    this.mode = 'entries';
    this.part = null;
    this.holder = null;
    this.push(this.entries, this.node(line, { at, mark: '■', text: line.text.slice(1).trim(), more: [] }));
  }

  private addBelow(line: SourceLine, at: number): void {
    const { text } = line;
    if (bracketedGroup(text) !== null) {
      this.holder = this.below(line, { at, mark: '', text });
      return;
    }
    const part = /^[<＜〈]([^<>＜＞〈〉]+)[>＞〉]$/u.exec(text)?.[1]?.trim();
    if (part !== undefined) this.openPart(part, line);
    else if (/^[・･•]/u.test(text)) {
      this.holder = null;
      this.below(line, { at, mark: '・', text: text.slice(1).trim() });
    } else if (text.startsWith('※')) this.addRemark(line, at);
    else if (/^[（(].*[)）]$/u.test(text) && this.last !== null) this.note(this.last, line, text);
    else if (this.holder === null) this.below(line, { at, mark: '', text, more: [{ kind: 'unmarked' }] });
    else this.push(this.holder.entries, this.node(line, { at, mark: '', text, more: [] }));
  }

  /** <阿知須実証事業>: a part of the strand, for the entries that follow. */
  private openPart(name: string, line: SourceLine): void {
    this.part = name;
    this.holder = null;
    this.context.parts.strand({ name, within: this.strand, source: line, findings: [] });
  }

  /** A remark that has a date or speaks of a group is an entry; another belongs to the one above. */
  private addRemark(line: SourceLine, at: number): void {
    const text = line.text.slice(1).trim();
    const node = this.node(line, { at, mark: '※', text, more: [] });
    if (this.last !== null && node.dates.length === 0 && node.workingGroup === null) {
      this.note(this.last, line, text);
    } else this.below(line, { at, mark: '※', text });
  }

  private note(node: Node, { line }: SourceLine, text: string): void {
    if (text.length <= mostCharacters.note) node.notes.push(text);
    else this.problems.push({ line, kind: 'too-long', text, most: mostCharacters.note });
  }

  private below(
    line: SourceLine,
    {
      at,
      mark,
      text,
      more = [],
    }: { at: number; mark: Node['mark']; text: string; more?: readonly Finding[] },
  ): Node {
    const top = this.entries.at(-1);
    const lonely: readonly Finding[] = top === undefined ? [{ kind: 'without-entry' }] : more;
    const node = this.node(line, { at, mark, text, more: lonely });
    const ofSeries = /^第\s*[\d０-９]+\s*回/u.test(text) && node.workingGroup === null;
    const made = ofSeries && top ? { ...node, workingGroup: top.workingGroup } : node;
    this.push(top?.entries ?? this.entries, made);
    return made;
  }

  private push(list: Node[], node: Node): void {
    const { source, text } = node;
    if (text === '') return;
    if (Array.from(text).length > mostCharacters.text) {
      this.problems.push({ line: source.line, kind: 'too-long', text, most: mostCharacters.text });
      return;
    }
    list.push(node);
    this.last = node;
  }

  private node(
    source: SourceLine,
    { at, mark, text, more }: { at: number; mark: Node['mark']; text: string; more: readonly Finding[] },
  ): Node {
    const { column, asOf, parts, findings } = this.context;
    const figures = figuresOf(text);
    const behind = this.periods.slice(at + 1).find((each) => each !== null) ?? null;
    const before = this.periods.slice(0, at).findLast((each) => each !== null) ?? null;
    const dated = datesOf(text, figures, { before, behind, asOf, column });
    const isPast = column === 'upcoming' && /^[（(]参考[)）]/u.test(text);
    const strand = this.part ?? this.strand;
    const group = mentionedGroup(text, parts.groupNames);
    if (group !== null) parts.group({ name: group.name, strand, source, findings: [] });
    for (const wrong of dated.wrong) this.addProblem({ line: source.line, ...wrong });
    return {
      mark,
      text,
      state: column === 'progress' || isPast ? 'achieved' : 'planned',
      strand,
      workingGroup: group?.name ?? null,
      dates: dated.dates,
      figures: figures.map((figure) => figure.text),
      notes: [],
      entries: [],
      source,
      findings: [
        ...findings,
        ...dated.findings,
        ...(isPast ? [{ kind: 'past-among-plans' } as const] : []),
        ...(group?.byEnding ? [{ kind: 'group-by-ending', name: group.name } as const] : []),
        ...more,
      ],
    };
  }

  /** A remark is read twice: what is wrong in it is told once. */
  private addProblem(problem: RowProblem): void {
    const told = JSON.stringify(problem);
    if (!this.problems.some((each) => JSON.stringify(each) === told)) this.problems.push(problem);
  }
}
