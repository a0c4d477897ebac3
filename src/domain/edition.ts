import type { Comparator, Value } from './indicator.ts';
import type { Mark, MilestoneState } from './milestone.ts';
import type { Period } from './period/period.ts';
import type { Programme } from './project.ts';

/** The whole table at a date, not yet in a store: what an import or the shipped data gives. */
export interface EditionContent {
  /** `2020-08` */
  readonly key: string;
  readonly title: string;
  readonly asOf: Period;
  /** The lines that stand below the table. */
  readonly footer: readonly string[];
  readonly projects: readonly EditionProject[];
}

export interface EditionProject {
  readonly number: number;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly initiatives: readonly string[];
  readonly strands: readonly EditionStrand[];
  readonly workingGroups: readonly EditionWorkingGroup[];
  readonly progress: readonly EditionEntry[];
  readonly upcoming: readonly EditionEntry[];
  readonly indicators: readonly EditionIndicator[];
  readonly programmes: readonly Programme[];
}

export interface EditionStrand {
  readonly name: string;
  /** Name of the strand of the same project that holds it, or null. */
  readonly within: string | null;
}

export interface EditionWorkingGroup {
  readonly name: string;
  /** Name of its strand, or null. */
  readonly strand: string | null;
}

/** An entry or sub-entry of one of the two columns, with what stands below it. */
export interface EditionEntry {
  readonly mark: Mark;
  readonly text: string;
  readonly state: MilestoneState;
  readonly strand: string | null;
  readonly workingGroup: string | null;
  readonly dates: readonly { readonly period: Period; readonly ordinal: number | null }[];
  readonly figures: readonly string[];
  readonly notes: readonly string[];
  readonly entries: readonly EditionEntry[];
}

export interface EditionIndicator {
  readonly name: string;
  readonly unit: string;
  readonly unitOnActual: boolean;
  readonly target: Value;
  readonly comparator: Comparator;
  readonly comparatorWritten: boolean;
  readonly cumulative: boolean;
  readonly note: string | null;
  readonly observations: readonly { readonly value: Value; readonly asOf: Period | null }[];
}
