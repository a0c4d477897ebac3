import type { Period } from './period/period.ts';
import type { PersonId } from './person.ts';
import type { DecimalText } from './quantity.ts';
import type { Rhythm } from './rhythm.ts';

declare const brand: unique symbol;
export type IndicatorId = string & { readonly [brand]: 'IndicatorId' };
export type ObservationId = string & { readonly [brand]: 'ObservationId' };

/** What an indicator measures or reaches: a number in the indicator's unit, or a state such as 実施中. */
export type Value =
  | { readonly kind: 'number'; readonly amount: DecimalText }
  | { readonly kind: 'state'; readonly state: string };

/** 以上: the target is reached from there on up. 以下: down from there. */
export type Comparator = 'at-least' | 'at-most';

/** An indicator (指標) with its target and what was observed. */
export interface Indicator {
  readonly id: IndicatorId;
  /** As written in the table, with （累計） and the like. */
  readonly name: string;
  /** 回, km, 件 …; empty for a qualitative indicator. */
  readonly unit: string;
  /** Whether the table repeats the unit behind the actual value: 22回/30回, but 2/3箇所 and 0/5社以上. */
  readonly unitOnActual: boolean;
  readonly target: Value;
  readonly comparator: Comparator;
  /** Whether the table writes the comparator out: 0/5社以上. */
  readonly comparatorWritten: boolean;
  /** Whether each value includes the ones before it, so that it can never fall. */
  readonly cumulative: boolean;
  /** How often its value comes, and how late. */
  readonly rhythm: Rhythm;
  /** A remark in the table behind the value: （県自動車産業イノベーション推進会議）. */
  readonly note: string | null;
  /** Those that nobody has withdrawn, the oldest as-of first; of one as-of the earlier record first. */
  readonly observations: readonly Observation[];
  /** The last of them, which is the one in force; null while nobody has reported one. */
  readonly current: Observation | null;
  /** Counts the changes of the indicator itself, 1–. */
  readonly version: number;
}

/** One reported value. Never overwritten: a correction is a new observation. */
export interface Observation {
  readonly id: ObservationId;
  readonly value: Value;
  /** The time for which the value holds; null where the table names none. */
  readonly asOf: Period | null;
  /** What the person who recorded it added. */
  readonly note: string | null;
  readonly source: Source;
}

/** Where a fact came from, and when it entered the store. */
export type Source =
  | {
      readonly kind: 'edition';
      /** The edition that holds it, such as `2020-08`. */
      readonly editionKey: string;
      /** Where in its table; absent where that was not kept. */
      readonly place?: EditionPlace;
      readonly recordedAt: Date;
    }
  | { readonly kind: 'person'; readonly by: PersonId; readonly recordedAt: Date };

/** A line among the indicators of an edition's table. */
export interface EditionPlace {
  /** The number that the project had in that edition. */
  readonly projectNumber: number;
  /** Which of the project's indicators there, from 1. */
  readonly line: number;
}
