import { projectAsOf } from '../../domain/as-of.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { EditionContent } from '../../domain/edition.ts';
import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Period } from '../../domain/period/period.ts';
import type { PastRefusal } from '../../domain/period/read-past-day.ts';
import type { Project } from '../../domain/project.ts';
import { contentOfProjects } from '../../reports/table/content-of-projects.ts';
import { reportHead } from '../../reports/table/report-head.ts';
import { readReportDay } from './read-report-day.ts';
import type { ReportPorts } from './report-ports.ts';

/** The table, not yet in a file. */
export interface Report {
  readonly content: EditionContent;
  readonly day: CalendarDay;
  readonly isPresent: boolean;
  /** Cancelled events, which the table does not show. */
  readonly cancelled: number;
  /** The projects as they stood then; none of an edition that was frozen. */
  readonly projects: readonly Project[];
}

export type ReportRefusal =
  /** The text names no past time. */
  | { readonly kind: 'not-past'; readonly typed: string; readonly reason: PastRefusal }
  | { readonly kind: 'empty-store' };

/** Which table somebody means, before anything of it is read. */
export interface ReportPlan {
  readonly day: CalendarDay;
  readonly isPresent: boolean;
  /** The month of the table: its key (`2020-08`) and its date. */
  readonly key: string;
  readonly asOf: Period;
}

/** The table as of the time that somebody typed; nothing is now. Reads nothing of the store. */
export function planReport({
  typed,
  today,
}: {
  readonly typed: string;
  readonly today: CalendarDay;
}): Outcome<ReportPlan, ReportRefusal> {
  const asked = readReportDay(typed, today);
  if (!asked.ok) return refuse({ kind: 'not-past', typed, reason: asked.refusal });
  const { key, asOf } = reportHead(asked.value.day, null);
  return accept({ ...asked.value, key, asOf });
}

/** The table as of the time that somebody typed; nothing is now. Who asks has been let in to read. */
export async function composeReport(
  ports: Pick<ReportPorts, 'reader' | 'editions'>,
  { typed, today }: { readonly typed: string; readonly today: CalendarDay },
): Promise<Outcome<Report, ReportRefusal>> {
  const asked = readReportDay(typed, today);
  if (!asked.ok) return refuse({ kind: 'not-past', typed, reason: asked.refusal });
  const { day, isPresent } = asked.value;
  const [projects, last] = await Promise.all([readProjects(ports), ports.editions.lastHead()]);
  if (projects.length === 0) return refuse({ kind: 'empty-store' });
  const then = isPresent ? projects : projects.map((project) => projectAsOf(project, day));
  const cancelled = then.flatMap(({ milestones }) => milestones).filter(({ state }) => state === 'cancelled');
  return accept({
    content: contentOfProjects(then, reportHead(day, last)),
    day,
    isPresent,
    cancelled: cancelled.length,
    projects: then,
  });
}

/** All projects whole, one after the other: five hundred at once would hold up everybody else. */
async function readProjects({ reader }: Pick<ReportPorts, 'reader'>): Promise<readonly Project[]> {
  const whole: Project[] = [];
  for (const { number } of await reader.listProjects()) {
    const project = await reader.findProject(number);
    if (project !== null) whole.push(project);
  }
  return whole;
}
