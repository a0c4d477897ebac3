import fc from 'fast-check';
import { type CalendarDay, calendarDay } from '../../src/domain/calendar-day.ts';
import type {
  IndicatorSnapshot,
  MilestoneSnapshot,
  ObservationSnapshot,
  PostId,
  Snapshot,
} from '../../src/domain/change.ts';
import type { IndicatorId, Value } from '../../src/domain/indicator.ts';
import {
  type MilestoneId,
  marks,
  milestoneStates,
  type StrandId,
  type WorkingGroupId,
} from '../../src/domain/milestone.ts';
import { type Period, precisions } from '../../src/domain/period/period.ts';
import type { PersonId } from '../../src/domain/person.ts';
import type { ProjectId } from '../../src/domain/project.ts';
import { decimalText } from '../../src/domain/quantity.ts';
import { frequencies } from '../../src/domain/rhythm.ts';

/** Rows that snapshots may name. */
export interface Named {
  readonly projectId: ProjectId;
  readonly milestoneId: MilestoneId;
  readonly strandId: StrandId;
  readonly workingGroupId: WorkingGroupId;
  readonly indicatorId: IndicatorId;
  readonly postId: PostId;
}

/** As a program makes objects, not with the prototype of null. */
function record<Drawn>(model: { [Key in keyof Drawn]: fc.Arbitrary<Drawn[Key]> }): fc.Arbitrary<Drawn> {
  return fc.record(model, { noNullPrototype: true });
}

/** Text as PostgreSQL can hold it: every character but NUL, no half ones. */
const text = fc.string({ unit: 'binary', maxLength: 30 }).map((drawn) => drawn.replaceAll('\0', '０'));
const note = fc.option(text);

const day = fc
  .date({
    min: new Date('0001-01-01T00:00:00Z'),
    max: new Date('9999-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => calendarDay(date.toISOString().slice(0, 10)));

const period: fc.Arbitrary<Period> = record({
  text,
  days: fc.tuple(fc.option(day), fc.option(day)),
  precision: fc.constantFrom(...precisions),
  approximate: fc.boolean(),
}).map(({ days, ...told }) => ({ ...told, ...inOrder(days) }));

function inOrder([a, b]: readonly [CalendarDay | null, CalendarDay | null]): Pick<Period, 'first' | 'last'> {
  return a !== null && b !== null && a > b ? { first: b, last: a } : { first: a, last: b };
}

const value: fc.Arbitrary<Value> = fc.oneof(
  record({ kind: fc.constant('state' as const), state: text }),
  record({
    kind: fc.constant('number' as const),
    amount: fc.stringMatching(/^-?\d{1,15}(\.\d{1,6})?$/).map(decimalText),
  }),
);

function milestone(named: Named): fc.Arbitrary<MilestoneSnapshot> {
  return record({
    kind: fc.constant('milestone' as const),
    projectId: fc.constant(named.projectId),
    parentId: fc.option(fc.constant(named.milestoneId)),
    strandId: fc.option(fc.constant(named.strandId)),
    workingGroupId: fc.option(fc.constant(named.workingGroupId)),
    column: fc.constantFrom('progress' as const, 'upcoming' as const),
    mark: fc.constantFrom(...marks),
    text,
    state: fc.constantFrom(...milestoneStates),
    dates: fc.array(record({ period, ordinal: fc.option(fc.integer({ min: 1, max: 50 })) }), {
      maxLength: 4,
    }),
    figures: fc.array(text, { maxLength: 3 }),
    notes: fc.array(text, { maxLength: 3 }),
    firstPlanned: fc.option(period),
  });
}

function indicator({ projectId }: Named): fc.Arbitrary<IndicatorSnapshot> {
  return record({
    kind: fc.constant('indicator' as const),
    projectId: fc.constant(projectId),
    name: text,
    unit: text,
    unitOnActual: fc.boolean(),
    target: value,
    comparator: fc.constantFrom('at-least' as const, 'at-most' as const),
    comparatorWritten: fc.boolean(),
    cumulative: fc.boolean(),
    rhythm: fc.record({ frequency: fc.constantFrom(...frequencies), lagMonths: fc.nat({ max: 60 }) }),
    note,
  });
}

function observation({ indicatorId }: Named): fc.Arbitrary<ObservationSnapshot> {
  return record({
    kind: fc.constant('observation' as const),
    indicatorId: fc.constant(indicatorId),
    value,
    asOf: fc.option(period),
    note,
  });
}

let drawn = 0;

/** What must be unique gets a number. */
function once(name: string): string {
  drawn += 1;
  return `${name}${drawn}`;
}

/**
 * How a row may stand, and how the same row may stand later; of every kind but roles, of which there is one for a
 * post and a project.
 */
export function aRowTwice(named: Named): fc.Arbitrary<readonly [Snapshot, Snapshot]> {
  const kinds = [
    milestone(named),
    indicator(named),
    ...partsOf(named),
    project,
    ...postsOf(named),
    ...searchWords,
  ];
  const twice = kinds.map((kind) => fc.tuple(kind, kind));
  return fc.oneof(
    ...twice,
    observation(named).map((one) => [one, one] as const),
  );
}

const name = text.map(once);

const project = record({
  kind: fc.constant('project' as const),
  number: fc.constant('1').map((digit) => Number(once(digit))),
  name: text,
  aliases: fc.array(text, { maxLength: 3 }),
  retired: fc.boolean(),
});

const searchWords: readonly fc.Arbitrary<Snapshot>[] = [
  record({
    kind: fc.constant('word' as const),
    written: name,
    reading: note,
    parts: fc.array(text, { maxLength: 3 }),
  }),
  record({ kind: fc.constant('synonym' as const), from: name, to: fc.array(text, { maxLength: 3 }) }),
];

function partsOf({ projectId, strandId }: Named): readonly fc.Arbitrary<Snapshot>[] {
  const ofProject = fc.constant(projectId);
  const within = fc.option(fc.constant(strandId));
  const [strand, group] = [fc.constant('strand' as const), fc.constant('working-group' as const)];
  return [
    record({ kind: strand, projectId: ofProject, parentId: within, name }),
    record({ kind: group, projectId: ofProject, strandId: within, name }),
    record({
      kind: fc.constant('programme' as const),
      projectId: ofProject,
      name: text,
      national: fc.boolean(),
      isNew: fc.boolean(),
    }),
    record({ kind: fc.constant('initiative' as const), projectId: ofProject, text }),
  ];
}

function postsOf({ postId }: Named): readonly fc.Arbitrary<Snapshot>[] {
  const [post, occupancy] = [fc.constant('post' as const), fc.constant('occupancy' as const)];
  const personId = name.map((drawn) => drawn as PersonId);
  return [
    record({ kind: post, section: text, name, isAdministrator: fc.boolean() }),
    record({ kind: occupancy, postId: fc.constant(postId), personId }),
  ];
}
