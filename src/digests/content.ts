import { achieved, ahead, type Standing } from '../domain/agenda.ts';
import { addDays, type CalendarDay } from '../domain/calendar-day.ts';
import type { Indicator } from '../domain/indicator.ts';
import { touches } from '../domain/period/compare-periods.ts';
import type { Precision, Span } from '../domain/period/period.ts';
import type { Project } from '../domain/project.ts';
import { expectedBy } from '../domain/rhythm.ts';
import type { Inclusion } from './subscription.ts';

/** Of which project something is. */
interface OfProject {
  readonly projectNumber: number;
  readonly projectName: string;
}

/** A milestone as it stands. */
export interface DigestEvent extends Standing, OfProject {}

/** An indicator whose next value was expected before today. */
export interface StaleIndicator extends OfProject {
  readonly indicator: Indicator;
  /** The last day on which its value was still in time. */
  readonly expectedBy: CalendarDay;
}

/** What one digest speaks of, each list in the order in which it asks for attention. */
export interface DigestContent {
  /** The whole of the period has passed without word. */
  readonly overdue: readonly DigestEvent[];
  readonly stale: readonly StaleIndicator[];
  /** 日付確定: the day is known and lies in the span. */
  readonly dated: readonly DigestEvent[];
  /** 今月中: within a month or a part of one. */
  readonly month: readonly DigestEvent[];
  /** この季節・年度内: by season, half or year. */
  readonly season: readonly DigestEvent[];
  /** Dates that ended in the week before the span. */
  readonly achieved: readonly DigestEvent[];
}

export interface ContentOptions {
  readonly today: CalendarDay;
  /** The days that the digest looks at. */
  readonly span: Span;
  readonly include: readonly Inclusion[];
}

/** What goes into the digest of these projects. What was not asked for is an empty list. */
export function digestContent(projects: readonly Project[], options: ContentOptions): DigestContent {
  const { today, span } = options;
  const wanted = <Item>(inclusion: Inclusion, items: readonly Item[]): readonly Item[] =>
    options.include.includes(inclusion) ? items : [];
  const lookingAhead = eventsOf(projects, (project) => ahead(project.milestones, today, span));
  const coming = lookingAhead.filter((event) => isComing(event, span));
  const banded = (band: Band) =>
    wanted(band, coming.filter(({ when }) => when && bandOf[when.precision] === band).toSorted(byEnd));
  const overdue = lookingAhead.filter(({ status }) => status === 'overdue');
  return {
    overdue: wanted('overdue', overdue.toSorted(byDate)),
    stale: wanted('stale', staleOf(projects, options)),
    dated: banded('dated'),
    month: banded('month'),
    season: banded('season'),
    achieved: wanted('achieved', recentlyAchieved(projects, options)),
  };
}

/** Whether there is nothing to say but that nothing is planned. */
export function isEmptyContent(content: DigestContent): boolean {
  return Object.values(content).every((items: readonly unknown[]) => items.length === 0);
}

type Band = 'dated' | 'month' | 'season';

const bandOf: Readonly<Record<Precision, Band | null>> = {
  day: 'dated',
  days: 'dated',
  'part-of-month': 'month',
  month: 'month',
  months: 'season',
  season: 'season',
  'part-of-fiscal-year': 'season',
  year: 'season',
  'fiscal-year': 'season',
  years: 'season',
  always: null,
  'as-needed': null,
};

/** What waits for its day in the span: what runs on and what has no date is no news. */
function isComing({ status, when }: DigestEvent, span: Span): boolean {
  return (status === 'due' || status === 'upcoming') && when !== null && touches(when, span);
}

function recentlyAchieved(projects: readonly Project[], { today, span }: ContentOptions): DigestEvent[] {
  const week = { first: addDays(span.first, -7), last: addDays(span.first, -1) };
  return eventsOf(projects, (project) => achieved(project.milestones, today)).filter(({ when }) => {
    const ended = when?.last ?? when?.first ?? null;
    return ended !== null && ended >= week.first && ended <= week.last;
  });
}

function staleOf(projects: readonly Project[], { today }: ContentOptions): StaleIndicator[] {
  return projects
    .flatMap(({ number, name, indicators }) =>
      indicators.flatMap((indicator) => {
        const by = expectedBy(indicator);
        return by !== null && by < today
          ? [{ projectNumber: number, projectName: name, indicator, expectedBy: by }]
          : [];
      }),
    )
    .toSorted((a, b) => compare(a.expectedBy, b.expectedBy));
}

function eventsOf(
  projects: readonly Project[],
  standings: (project: Project) => readonly Standing[],
): DigestEvent[] {
  return projects.flatMap((project) =>
    standings(project).map((standing) => ({
      ...standing,
      projectNumber: project.number,
      projectName: project.name,
    })),
  );
}

/** What is over first comes first; what has no end by its beginning. */
function byEnd(a: DigestEvent, b: DigestEvent): number {
  const end = ({ when }: DigestEvent) => when?.last ?? when?.first ?? '9999';
  return compare(end(a), end(b));
}

/** What has passed for longest comes first. */
function byDate(a: DigestEvent, b: DigestEvent): number {
  return compare(a.when?.last ?? '', b.when?.last ?? '');
}

function compare(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
