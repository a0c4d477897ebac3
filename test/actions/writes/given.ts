import type { Draft } from '../../../src/actions/change-ports.ts';
import { type WritableVerb, writeVerbs } from '../../../src/actions/writes/index.ts';
import type { Fields, WriteContext } from '../../../src/actions/writes/write-verb.ts';
import type { MilestoneSnapshot, Snapshot, SnapshotKind, Versioned } from '../../../src/domain/change.ts';
import type { Indicator, IndicatorId, ObservationId } from '../../../src/domain/indicator.ts';
import type { StrandId, WorkingGroupId } from '../../../src/domain/milestone.ts';
import type { Project } from '../../../src/domain/project.ts';
import { decimalText } from '../../../src/domain/quantity.ts';
import { aMilestone, anIndicator, aProject, period, today } from '../../support/factories.ts';
import { rowsOfProject } from '../../support/memory-rows.ts';

const seminar = aMilestone('セミナー').planned('R2.9');
const strand = { id: 'ai' as StrandId, parentId: null, name: 'AI' };

/** A number of 件 with values of R元.9 (8) and R2.3 (20). */
export const installations: Indicator = (() => {
  const made = anIndicator('20', '30');
  const source = { kind: 'edition', editionKey: '2020-08', recordedAt: new Date(0) } as const;
  const value = (id: string, amount: string, asOf: string) => ({
    id: id as ObservationId,
    value: { kind: 'number' as const, amount: decimalText(amount) },
    asOf: period(asOf),
    note: null,
    source,
  });
  const observations = [value('first', '8', 'R元.9'), value('second', '20', 'R2.3')];
  return { ...made, cumulative: true, observations, current: observations.at(-1) ?? null };
})();

/** An indicator that is a state: 準備中, to become 実施中. */
const operation: Indicator = {
  ...anIndicator('準備中', '実施中', { unit: '' }),
  id: 'operation' as IndicatorId,
  name: '運用状況',
  observations: anIndicator('準備中', '実施中').observations.map((each) => ({
    ...each,
    id: 'state' as ObservationId,
  })),
};

/** Project 8 with one part of each kind. */
export const project8: Project = aProject({
  aliases: ['IoT'],
  milestones: [
    seminar,
    aMilestone('会場の手配').below(seminar).planned(),
    aMilestone('資料').below(aMilestone('会場の手配').planned()).planned(),
    aMilestone('秋の実証').planned('R2.秋頃'),
    aMilestone('協議会').planned('R2.6', 'R2.10'),
    aMilestone('随時の相談').planned('適宜'),
    aMilestone('未定の視察').planned(),
    aMilestone('開通').achieved('R元.9'),
    aMilestone('中止の催し').cancelled('R2.7'),
  ],
  strands: [strand, { id: 'part' as StrandId, parentId: strand.id, name: '部分' }],
  workingGroups: [{ id: 'wg' as WorkingGroupId, strandId: strand.id, name: 'AI活用WG' }],
  indicators: [installations, operation],
  programmes: [{ name: 'IoT導入支援事業', national: false, isNew: true }],
});

/** What a verb decides on in a project; ids of new rows are row-1, row-2. */
export function contextIn(project: Project | null, given: Partial<WriteContext> = {}): WriteContext {
  let made = 0;
  const newId = () => {
    made += 1;
    return `row-${made}`;
  };
  const rows = project === null ? [] : rowsOfProject(project);
  return { today, project, target: null, projects: [], posts: [], rows, searchWords: [], newId, ...given };
}

/** The row of project 8 of that kind and id. */
export function rowIn(kind: SnapshotKind, id: string, project: Project = project8): Versioned {
  const found = rowsOfProject(project).find(({ target }) => target.kind === kind && target.id === id);
  if (found === undefined) throw new Error(`no ${kind} ${id}`);
  return found;
}

/** A decision in short: after-snapshots, warnings and reason, or the problems as `field kind`. */
export interface Decided {
  readonly drafts: readonly Draft[];
  readonly after: readonly (Snapshot | null)[];
  readonly warnings: readonly string[];
  readonly reason: string | null;
  readonly problems: readonly string[];
}

/** What the verb decides on the fields in project 8, or in the context that is given. */
export function decide(
  verb: WritableVerb,
  fields: Fields,
  context: Partial<WriteContext> = {},
  project: Project | null = project8,
): Decided {
  const decision = writeVerbs[verb].decide(fields, contextIn(project, context));
  if (!decision.ok) {
    const problems = decision.refusal.map(({ field, kind }) => `${field} ${kind}`);
    return { drafts: [], after: [], warnings: [], reason: null, problems };
  }
  const { drafts, warnings, reason } = decision.value;
  return {
    drafts,
    after: drafts.map(({ after }) => after),
    warnings: warnings.map(({ field, kind }) => `${field} ${kind}`),
    reason,
    problems: [],
  };
}

/** The milestone that comes of a decision, the first unless told, with its dates as written. */
export function told(decided: Decided, at = 0) {
  const after = decided.after[at] as MilestoneSnapshot;
  const { text, state, column, figures, notes, firstPlanned } = after;
  const dates = after.dates.map(({ period: { text: written } }) => written);
  return { text, state, column, figures, notes, dates, firstPlanned: firstPlanned?.text ?? null };
}
