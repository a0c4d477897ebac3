import type {
  EditionContent,
  EditionEntry,
  EditionIndicator,
  EditionProject,
  EditionStrand,
  EditionWorkingGroup,
} from '../../domain/edition.ts';
import type { Period } from '../../domain/period/period.ts';
import type { Programme } from '../../domain/project.ts';
import type { RowProblem } from '../table/row-problem.ts';
import type { Finding } from './finding.ts';

/** Where a line stands in the grid: row number of the file, column from 0, position in its cell from 0. */
export interface Place {
  readonly line: number;
  readonly column: 0 | 1 | 2;
  readonly index: number;
}

/** A line of a cell. */
export interface SourceLine extends Place {
  readonly text: string;
}

/** What was understood keeps where it stands, as it stands, and what was concluded. */
export interface Told {
  readonly source: SourceLine;
  readonly findings: readonly Finding[];
}

export interface UnderstoodEntry extends Omit<EditionEntry, 'entries'>, Told {
  readonly entries: readonly UnderstoodEntry[];
}
export interface UnderstoodIndicator extends EditionIndicator, Told {}
export interface UnderstoodProgramme extends Programme, Told {}
export interface UnderstoodInitiative extends Told {
  readonly text: string;
}
export interface UnderstoodStrand extends EditionStrand, Told {}
export interface UnderstoodGroup extends EditionWorkingGroup, Told {}

export interface UnderstoodProject extends Told {
  readonly number: number;
  readonly name: string;
  readonly initiatives: readonly UnderstoodInitiative[];
  readonly strands: readonly UnderstoodStrand[];
  readonly workingGroups: readonly UnderstoodGroup[];
  readonly progress: readonly UnderstoodEntry[];
  readonly upcoming: readonly UnderstoodEntry[];
  readonly indicators: readonly UnderstoodIndicator[];
  readonly programmes: readonly UnderstoodProgramme[];
}

/** A table as it was understood. */
export interface UnderstoodEdition {
  /** `2020-08` */
  readonly key: string;
  readonly title: string;
  readonly asOf: Period;
  readonly footer: readonly string[];
  readonly projects: readonly UnderstoodProject[];
  readonly problems: readonly RowProblem[];
}

/** By which other names people ask for projects, by name of the project: the table does not say it. */
export type KnownAliases = ReadonlyMap<string, readonly string[]>;

/** The edition without where and why. Projects get the aliases that are known for their name. */
export function contentOf(understood: UnderstoodEdition, aliases: KnownAliases = new Map()): EditionContent {
  const { key, title, asOf, footer, projects } = understood;
  const give = aliasesOnce(aliases);
  return {
    key,
    title,
    asOf,
    footer,
    projects: projects.map((project) => projectContent(project, give(project.name))),
  };
}

/** Gives the names by which a project is asked for, each to one project: two may bear the same name. */
export function aliasesOnce(
  known: KnownAliases,
  taken: readonly string[] = [],
): (name: string) => readonly string[] {
  const given = new Set(taken);
  return (name) => {
    const free = (known.get(name) ?? []).filter((alias) => !given.has(alias));
    for (const alias of free) given.add(alias);
    return free;
  };
}

function projectContent(project: UnderstoodProject, aliases: readonly string[]): EditionProject {
  const { number, name } = project;
  return {
    number,
    name,
    aliases,
    initiatives: project.initiatives.map(({ text }) => text),
    strands: project.strands.map(plain),
    workingGroups: project.workingGroups.map(plain),
    progress: project.progress.map(entryContent),
    upcoming: project.upcoming.map(entryContent),
    indicators: project.indicators.map(plain),
    programmes: project.programmes.map(plain),
  };
}

/** The entry as an edition has it. */
export function entryContent(entry: UnderstoodEntry): EditionEntry {
  return { ...plain(entry), entries: entry.entries.map(entryContent) };
}

/** Without where it stands and what was concluded. */
export function plain<Of extends Told>(told: Of): Omit<Of, keyof Told> {
  const { source: _source, findings: _findings, ...rest } = told;
  return rest;
}
