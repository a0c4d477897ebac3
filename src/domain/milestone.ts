import type { Period } from './period/period.ts';

declare const brand: unique symbol;
export type MilestoneId = string & { readonly [brand]: 'MilestoneId' };
export type StrandId = string & { readonly [brand]: 'StrandId' };
export type WorkingGroupId = string & { readonly [brand]: 'WorkingGroupId' };

export const milestoneStates = ['planned', 'achieved', 'postponed', 'cancelled'] as const;
/** What people have said of a milestone. How it stands today follows from this and its dates. */
export type MilestoneState = (typeof milestoneStates)[number];

/** The mark in front of an entry of the table: ■ entry, ・ sub-entry, ※ remark, '' a line without one. */
export const marks = ['■', '・', '※', ''] as const;
export type Mark = (typeof marks)[number];

/** One line of 主な取組と進捗 or of 今後の取組・動向等. */
export interface Milestone {
  readonly id: MilestoneId;
  /** The entry under which this one stands; null for an entry (■) itself. */
  readonly parentId: MilestoneId | null;
  readonly strandId: StrandId | null;
  readonly workingGroupId: WorkingGroupId | null;
  /** The column in which the edition had it: needed to write the table again, never to tell how it stands. */
  readonly column: 'progress' | 'upcoming';
  readonly mark: Mark;
  /** As written, without the mark. */
  readonly text: string;
  readonly state: MilestoneState;
  /** The dates of this milestone in written order; dates that belong to a name are not among them. */
  readonly dates: readonly DatedOccurrence[];
  /** Figures as written: 64社、約120名参加. */
  readonly figures: readonly string[];
  /** Remarks (※, （…）) that stand below it. */
  readonly notes: readonly string[];
  /** The period for which it was first planned, once that is no longer its date. */
  readonly firstPlanned: Period | null;
  /** Counts its changes, 1–. */
  readonly version: number;
}

/** One date of a milestone. */
export interface DatedOccurrence {
  readonly period: Period;
  /** ① or 第1回: which meeting of the series; null for a date without ordinal. */
  readonly ordinal: number | null;
}
