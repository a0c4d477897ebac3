import { ahead, type Standing } from '../domain/agenda.ts';
import type { CalendarDay } from '../domain/calendar-day.ts';
import { accept, type Outcome, refuse } from '../domain/outcome.ts';
import type { Span } from '../domain/period/period.ts';
import { readSpan } from '../domain/period/read-span.ts';
import type { Person } from '../domain/person.ts';
import type { AskPorts } from './ask.ts';
import { mayRead } from './may-read.ts';
import type { AskRefusal } from './refusal.ts';

/** A milestone that lies ahead, with the project it belongs to. */
export interface AgendaItem extends Standing {
  readonly projectNumber: number;
  readonly projectName: string;
  /** The text of the entry above it; null for an entry itself. */
  readonly under: string | null;
}

/** What lies ahead in a period, over all projects. */
export interface Agenda {
  readonly span: Span;
  /** The period as the person wrote it. */
  readonly asked: string;
  readonly items: readonly AgendaItem[];
}

/**
 * What lies ahead within the period that a person wrote (今月, 2w, R2.11, 年度内), by attention and date, each
 * by its date in that period. Refuses who may not read, and a text that names no bounded period.
 */
export async function listAgenda(
  { reader, policy }: AskPorts,
  { person, typed, today }: { readonly person: Person; readonly typed: string; readonly today: CalendarDay },
): Promise<Outcome<Agenda, AskRefusal>> {
  if (!mayRead(person, policy)) return refuse({ kind: 'may-not-read', standing: person.standing });
  const span = readSpan(typed, today);
  if (!span.ok) return refuse({ kind: 'not-a-span', typed, reason: span.refusal });
  const found = await reader.findScheduled(span.value);
  const projectOf = new Map(found.map(({ milestone, ...project }) => [milestone.id, project]));
  const standings = ahead(
    found.map(({ milestone }) => milestone),
    today,
    span.value,
  );
  const items = standings.flatMap((standing) => {
    const project = projectOf.get(standing.milestone.id);
    return project === undefined ? [] : [{ ...standing, ...project }];
  });
  return accept({ span: span.value, asked: typed, items });
}
