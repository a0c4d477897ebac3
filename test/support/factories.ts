import { calendarDay } from '../../src/domain/calendar-day.ts';
import type {
  Comparator,
  Indicator,
  IndicatorId,
  Observation,
  ObservationId,
  Value,
} from '../../src/domain/indicator.ts';
import type { Milestone, MilestoneId, MilestoneState } from '../../src/domain/milestone.ts';
import type { Period } from '../../src/domain/period/period.ts';
import { readPeriod } from '../../src/domain/period/read-period.ts';
import type { Language, Person, PersonId, PersonStanding } from '../../src/domain/person.ts';
import type { Project, ProjectId } from '../../src/domain/project.ts';
import { decimalText } from '../../src/domain/quantity.ts';
import { usualRhythm } from '../../src/domain/rhythm.ts';

/** The day on which the sandbox begins. */
export const today = calendarDay('2020-08-24');

/** The period that the table writes so; throws where it is none. */
export function period(text: string): Period {
  const read = readPeriod(text, { today, fiscalYear: 2020 });
  if (!read.ok) throw new Error(`${text}: ${JSON.stringify(read.refusal)}`);
  return read.value;
}

/** A milestone that becomes what its verbs say: `aMilestone('セミナー').planned('R2.8.25')`. */
export interface MilestoneMaker {
  readonly planned: (...dates: readonly string[]) => Milestone;
  readonly achieved: (...dates: readonly string[]) => Milestone;
  readonly postponed: (...dates: readonly string[]) => Milestone;
  readonly cancelled: (...dates: readonly string[]) => Milestone;
  /** The same below an entry. */
  readonly below: (parent: Milestone) => MilestoneMaker;
}

/** A milestone called `text`, which is its id as well. */
export function aMilestone(text = '産業セミナーの開催', parentId: MilestoneId | null = null): MilestoneMaker {
  const inState =
    (state: MilestoneState) =>
    (...dates: readonly string[]): Milestone => ({
      id: text as MilestoneId,
      parentId,
      strandId: null,
      workingGroupId: null,
      column: state === 'achieved' ? 'progress' : 'upcoming',
      mark: parentId === null ? '■' : '・',
      text,
      state,
      dates: dates.map((written) => ({ period: period(written), ordinal: null })),
      figures: [],
      notes: [],
      firstPlanned: null,
      version: 1,
    });
  return {
    planned: inState('planned'),
    achieved: inState('achieved'),
    postponed: inState('postponed'),
    cancelled: inState('cancelled'),
    below: (parent) => aMilestone(text, parent.id),
  };
}

/** An indicator in the order of the table: actual, target. A text that is no number is a state; null is no observation. */
export function anIndicator(
  actual: string | null,
  target: string,
  {
    comparator = 'at-least',
    unit = '件',
    asOf = 'R2.3',
  }: { comparator?: Comparator; unit?: string; asOf?: string } = {},
): Indicator {
  const current = actual === null ? null : anObservation(actual, asOf);
  return {
    id: 'indicator' as IndicatorId,
    name: '導入件数',
    unit,
    unitOnActual: true,
    target: aValue(target),
    comparator,
    comparatorWritten: comparator === 'at-most',
    cumulative: false,
    rhythm: usualRhythm,
    note: null,
    observations: current === null ? [] : [current],
    current,
    version: 1,
  };
}

function anObservation(actual: string, asOf: string): Observation {
  return {
    id: 'observation' as ObservationId,
    value: aValue(actual),
    asOf: period(asOf),
    note: null,
    source: { kind: 'edition', editionKey: '2020-08', recordedAt: new Date(0) },
  };
}

function aValue(text: string): Value {
  return /^-?[\d.]+$/.test(text)
    ? { kind: 'number', amount: decimalText(text) }
    : { kind: 'state', state: text };
}

/** A project without parts but those given; its number is 8. */
export function aProject(given: Partial<Project> = {}): Project {
  const number = given.number ?? 8;
  const milestones = given.milestones ?? [];
  return {
    id: `project-${number}` as ProjectId,
    number,
    name: `第${number}のプロジェクト`,
    aliases: [],
    initiatives: [],
    strands: [],
    workingGroups: [],
    programmes: [],
    indicators: [],
    milestones,
    scheduled: milestones.filter(
      ({ state, dates }) => (state === 'planned' || state === 'postponed') && dates.length > 0,
    ),
    edition: { key: '2020-08', title: '進捗状況について', asOf: period('令和2年8月') },
    ...given,
  };
}

/** Somebody who asks; a member whose Slack is Japanese. */
export function aPerson(given: { standing?: PersonStanding; language?: Language } = {}): Person {
  return { id: 'U0MEMBER' as PersonId, standing: 'member', language: 'ja', ...given };
}
