import type { CalendarDay } from '../../domain/calendar-day.ts';
import { differenceInDays } from '../../domain/calendar-day.ts';
import { isOver, touches } from '../../domain/period/compare-periods.ts';
import type { Period, Span } from '../../domain/period/period.ts';
import type { SearchDocument } from '../documents.ts';
import type { Question, QuestionKind, QuestionState } from '../question/question.ts';

/** How much each hint lifts a document that agrees with it. Measured on the questions of test/search. */
const lifts = {
  project: 4,
  kind: 1.7,
  state: 1.6,
  name: 1.15,
  within: 1.9,
  overlap: 1.6,
  always: 1.1,
  dated: 1.2,
  counted: 1.35,
  nearest: 0.3,
  nearer: 0.1,
} as const;

function plainLift(document: SearchDocument, question: Question, today: CalendarDay): number {
  const { projectNumber, kind, span, state, unit } = question;
  const asked = kind !== undefined || state !== undefined || span !== undefined;
  return (
    (projectNumber === document.projectNumber ? lifts.project : 1) *
    (kind !== undefined && isOfKind(document, kind) ? lifts.kind : 1) *
    (state !== undefined && isInState(document, state, today) ? lifts.state : 1) *
    (unit !== undefined && isCountedIn(document, unit) ? lifts.counted : 1) *
    (!asked && document.kind === 'project' ? lifts.name : 1)
  );
}

function dateLift(document: SearchDocument, question: Question, today: CalendarDay): number {
  const { span, wants } = question;
  return (
    (span === undefined ? 1 : spanLift(document, span)) *
    (wants === 'when' && document.periods.length > 0 ? lifts.dated : 1) *
    timeLift(document, question, today)
  );
}

/** The factor (1 to highestLift) by which the hints of a question lift a document. Nothing is ever put to zero. */
export function liftOf(document: SearchDocument, question: Question, today: CalendarDay): number {
  return plainLift(document, question, today) * dateLift(document, question, today);
}

/** The most that any document can be lifted for this question. */
export function highestLift({ projectNumber, span, wants, kind, state, order, unit }: Question): number {
  const isTimed = order !== undefined || kind === 'upcoming' || kind === 'milestones';
  const asked = kind !== undefined || state !== undefined || span !== undefined;
  return (
    (projectNumber === undefined ? 1 : lifts.project) *
    (kind === undefined ? 1 : lifts.kind) *
    (state === undefined ? 1 : lifts.state) *
    (unit === undefined ? 1 : lifts.counted) *
    (asked ? 1 : lifts.name) *
    (span === undefined ? 1 : lifts.within) *
    (wants === 'when' ? lifts.dated : 1) *
    (isTimed ? 1 + (order === undefined ? lifts.nearer : lifts.nearest) : 1)
  );
}

/** Whether the document is of the asked kind: 予定 are milestones that are not achieved. */
export function isOfKind({ kind, state }: SearchDocument, asked: QuestionKind): boolean {
  if (asked === 'indicators') return kind === 'indicator';
  if (asked === 'programmes') return kind === 'programme';
  if (kind !== 'milestone') return false;
  return asked === 'milestones' ? state === 'achieved' : state === 'planned' || state === 'postponed';
}

/** Whether it stands so today. Overdue: planned, and the whole of its time has passed. */
export function isInState(document: SearchDocument, asked: QuestionState, today: CalendarDay): boolean {
  const { state, periods } = document;
  if (asked === 'overdue') {
    const isOpen = state === 'planned' || state === 'postponed';
    return isOpen && periods.length > 0 && periods.every((period) => isOver(period, today));
  }
  return state === asked;
}

/** Whether a number with that unit stands in it: 約90社, [64社、約120名参加]. */
function isCountedIn({ unit, text, context }: SearchDocument, ways: readonly string[]): boolean {
  if (unit !== null) return ways.some((way) => unit.startsWith(way));
  const counted = countedIn(ways);
  return counted.test(text) || context.some((each) => counted.test(each));
}

const patterns = new WeakMap<readonly string[], RegExp>();

/** Every line is asked: the pattern is made once. */
function countedIn(ways: readonly string[]): RegExp {
  const pattern = patterns.get(ways) ?? new RegExp(`[\\d０-９] ?(?:${ways.join('|')})`, 'u');
  patterns.set(ways, pattern);
  return pattern;
}

/**
 * The date by which a document is shown: of a planned milestone the next that has not passed, else the latest. Null
 * where it has none with days.
 */
export function periodOf({ state, periods }: SearchDocument, today: CalendarDay): Period | null {
  const bound = periods.filter(({ first, last }) => first !== null || last !== null);
  const isOpen = state === 'planned' || state === 'postponed';
  const pending = isOpen ? bound.filter((period) => !isOver(period, today)) : [];
  const byDay = (pending.length > 0 ? pending : bound).toSorted((a, b) => compare(dayOf(a), dayOf(b)));
  return (pending.length > 0 ? byDay[0] : byDay.at(-1)) ?? null;
}

function spanLift({ periods }: SearchDocument, span: Span): number {
  const touching = periods.filter((period) => touches(period, span));
  if (touching.length === 0) return 1;
  if (touching.some((period) => isWithin(period, span))) return lifts.within;
  // 通年, H30～ and R3.2まで touch almost everything: that says little.
  return touching.some(({ first, last }) => first !== null && last !== null) ? lifts.overlap : lifts.always;
}

function isWithin({ first, last }: Period, span: Span): boolean {
  return first !== null && last !== null && first >= span.first && last <= span.last;
}

/** What is sooner, or newer, a little before what is like it. */
function timeLift(document: SearchDocument, { kind, order }: Question, today: CalendarDay): number {
  const wanted = order ?? (kind === 'upcoming' ? 'soonest' : kind === 'milestones' ? 'newest' : null);
  if (wanted === null || document.kind !== 'milestone') return 1;
  const period = periodOf(document, today);
  const day = period === null ? null : dayOf(period);
  if (day === null) return 1;
  const days = differenceInDays(day, today) * (wanted === 'soonest' ? 1 : -1);
  const nearness = days < -31 ? 0 : Math.exp(-Math.max(0, days) / 200);
  return 1 + (order === undefined ? lifts.nearer : lifts.nearest) * nearness;
}

function dayOf({ first, last }: Period): CalendarDay | null {
  return first ?? last;
}

function compare(a: CalendarDay | null, b: CalendarDay | null): number {
  return Number((a ?? '') > (b ?? '')) - Number((a ?? '') < (b ?? ''));
}
