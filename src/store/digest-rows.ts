import type { Occurrence, OccurrenceId } from '../digests/occurrence.ts';
import type { PlannedOccurrence } from '../digests/schedule.ts';
import type {
  Inclusion,
  ProjectChoice,
  Subscription,
  SubscriptionId,
  SubscriptionSettings,
} from '../digests/subscription.ts';
import type { CalendarDay } from '../domain/calendar-day.ts';
import type { Language, PersonId } from '../domain/person.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { DigestOccurrenceModel, DigestSubscriptionModel } from '../generated/prisma/models.ts';
import { dateOf, dayOf } from './row-days.ts';

/** The columns that a person sets. */
export function settingsColumns(settings: SubscriptionSettings) {
  const { projects } = settings;
  return {
    channelId: settings.channelId,
    kind: settings.kind,
    projects: projects.kind,
    projectNumbers: projects.kind === 'some' ? [...projects.numbers] : [],
    weekdays: [...settings.weekdays],
    time: settings.time,
    timeZone: settings.timeZone,
    weeksAhead: settings.weeksAhead,
    holidayRule: settings.holidayRule,
    localClosingDays: [...settings.localClosingDays],
    include: [...settings.include],
    language: settings.language,
    ownerId: settings.ownerId,
    confirmedShared: settings.confirmedShared,
  } satisfies Partial<Prisma.DigestSubscriptionCreateInput>;
}

/** The subscription of a row. Words in it were written by `settingsColumns` only. */
export function subscriptionFrom(row: DigestSubscriptionModel): Subscription {
  return {
    id: row.id as SubscriptionId,
    version: row.version,
    channelId: row.channelId,
    kind: 'weekly-digest',
    projects: projectsFrom(row),
    weekdays: row.weekdays,
    time: row.time,
    timeZone: row.timeZone,
    weeksAhead: row.weeksAhead,
    holidayRule: row.holidayRule,
    localClosingDays: row.localClosingDays as CalendarDay[],
    include: row.include as Inclusion[],
    language: row.language as Language,
    ownerId: row.ownerId as PersonId,
    confirmedShared: row.confirmedShared,
    nextRunAt: row.nextRunAt,
    pausedAt: row.pausedAt,
    pausedBecause: row.pausedBecause,
  };
}

function projectsFrom({ projects, projectNumbers }: DigestSubscriptionModel): ProjectChoice {
  return projects === 'some' ? { kind: 'some', numbers: projectNumbers } : { kind: projects };
}

/** The columns of a planned period: it waits, or it is skipped already. */
export function plannedColumns(
  planned: PlannedOccurrence,
  { id, subscriptionId }: { readonly id: string; readonly subscriptionId: SubscriptionId },
): Prisma.DigestOccurrenceCreateManyInput {
  const because = planned.skippedBecause ?? planned.movedFrom?.because;
  return {
    id,
    subscriptionId,
    periodKey: planned.periodKey,
    dueAt: planned.dueAt,
    notBefore: planned.dueAt,
    spanFirst: dateOf(planned.span.first),
    spanLast: dateOf(planned.span.last),
    movedFrom: planned.movedFrom === undefined ? null : dateOf(planned.movedFrom.day),
    ...(because !== undefined && { because: { ...because } }),
    state: planned.skippedBecause === undefined ? 'waiting' : 'skipped',
    reason: planned.skippedBecause?.kind ?? null,
  };
}

/** The period of a row. */
export function occurrenceFrom(row: DigestOccurrenceModel): Occurrence {
  return {
    id: row.id as OccurrenceId,
    subscriptionId: row.subscriptionId as SubscriptionId,
    periodKey: row.periodKey,
    dueAt: row.dueAt,
    span: { first: dayOf(row.spanFirst), last: dayOf(row.spanLast) },
    movedFrom: row.movedFrom === null ? null : dayOf(row.movedFrom),
    // Written by `plannedColumns` only.
    because: row.because as Occurrence['because'],
    byHand: row.byHand,
    state: row.state,
    reason: row.reason,
    attempts: row.attempts,
    channelId: row.channelId,
    postedAt: row.postedAt,
    late: row.late,
    messageTs: row.messageTs,
    thread: row.thread,
  };
}
