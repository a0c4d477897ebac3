import type { Indicator } from './indicator.ts';
import type { Milestone, StrandId, WorkingGroupId } from './milestone.ts';
import type { Period } from './period/period.ts';

declare const brand: unique symbol;
export type ProjectId = string & { readonly [brand]: 'ProjectId' };

/** A project (産業戦略プロジェクト) with all that the table says of it, each list in written order. */
export interface Project extends ProjectSummary {
  /** ▼ lines of work. */
  readonly initiatives: readonly string[];
  readonly workingGroups: readonly WorkingGroup[];
  /** Entries and their sub-entries, a parent before its children. */
  readonly milestones: readonly Milestone[];
  readonly programmes: readonly Programme[];
  /** The newest edition that speaks of it; null for one that people added and none has spoken of yet. */
  readonly edition: EditionLabel | null;
}

/** What a list of projects needs. */
export interface ProjectSummary {
  readonly id: ProjectId;
  /** 1–, unique among those that are not retired. */
  readonly number: number;
  readonly name: string;
  /** Other names by which people ask for it. */
  readonly aliases: readonly string[];
  readonly strands: readonly Strand[];
  readonly indicators: readonly Indicator[];
  /** Its planned and postponed milestones that carry dates. */
  readonly scheduled: readonly Milestone[];
}

/** A named part of a project: 【全般】, 阿知須実証事業. `parentId` names the strand that holds it. */
export interface Strand {
  readonly id: StrandId;
  readonly parentId: StrandId | null;
  readonly name: string;
}

/** WG, 協議会, 推進委員会: a series of meetings. Its meetings are the dated milestones that name it. */
export interface WorkingGroup {
  readonly id: WorkingGroupId;
  readonly strandId: StrandId | null;
  readonly name: string;
}

/** A budget programme (関連事業). */
export interface Programme {
  readonly name: string;
  readonly national: boolean;
  /** Marked 新 in the table. */
  readonly isNew: boolean;
}

/** An edition as people name it. */
export interface EditionLabel {
  /** `2020-08` */
  readonly key: string;
  readonly title: string;
  /** The date of the table: 令和2年8月. */
  readonly asOf: Period;
}
