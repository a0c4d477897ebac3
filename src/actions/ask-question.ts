import type { CalendarDay } from '../domain/calendar-day.ts';
import type { Indicator } from '../domain/indicator.ts';
import type { Milestone } from '../domain/milestone.ts';
import { accept, type Outcome, refuse } from '../domain/outcome.ts';
import type { Period } from '../domain/period/period.ts';
import type { Person } from '../domain/person.ts';
import type { EditionLabel, Project } from '../domain/project.ts';
import type { AskPorts } from './ask.ts';
import { mayRead } from './may-read.ts';
import type { AskRefusal } from './refusal.ts';

/** What answering questions in ordinary words needs from a search. */
export interface QuestionPort {
  /**
   * The lines of all projects that answer the text, the best first: at most `most` of them behind the first `skip`.
   * Rejects when the store is down, never for a text.
   */
  ask(text: string, page: { today: CalendarDay; most: number; skip: number }): Promise<FoundLines>;
}

/** What a search gives. */
export type FoundLines =
  | {
      readonly kind: 'found';
      readonly hits: readonly FoundLine[];
      readonly total: number;
      /** Words that were left out, since they stand nowhere. */
      readonly unknown: readonly UnknownWord[];
    }
  | {
      readonly kind: 'not-found';
      readonly unknown: readonly UnknownWord[];
      /** Words of the question that do stand somewhere, but tell too little of it. */
      readonly known: readonly string[];
    };

/** A line of a project. */
export interface FoundLine {
  /** `8/indicator/<id>`, `8/milestone/<id>`; of other kinds the end is a position. */
  readonly id: string;
  readonly projectNumber: number;
  readonly kind: string;
  /** As written. */
  readonly text: string;
  /** Where the words stand in it: UTF-16 offsets, in order, `end` behind the last. */
  readonly matches: readonly { readonly start: number; readonly end: number }[];
  /** The date by which it is shown. */
  readonly period: Period | null;
}

/** A word that stands nowhere, with the known words that it may be a slip of. */
export interface UnknownWord {
  readonly word: string;
  readonly near: readonly string[];
}

/** A line with its project, and whole where it is an indicator or a milestone. */
export interface AnswerLine extends FoundLine {
  readonly projectName: string;
  /** The newest edition that speaks of its project. */
  readonly edition: EditionLabel | null;
  readonly indicator: Indicator | null;
  readonly milestone: Milestone | null;
}

/** A page of answers; `from` counts from 1. */
export type QuestionAnswer =
  | {
      readonly kind: 'found';
      readonly lines: readonly AnswerLine[];
      readonly from: number;
      readonly total: number;
      readonly unknown: readonly UnknownWord[];
    }
  | {
      readonly kind: 'not-found';
      readonly unknown: readonly UnknownWord[];
      /** Words of the question that do stand somewhere, but tell too little of it. */
      readonly known: readonly string[];
    };

/** What asking needs. */
export interface QuestionPorts extends AskPorts {
  readonly search: QuestionPort;
}

/** How many lines a page of answers shows. */
export const linesOfPage = 10;

/**
 * The lines that answer a question in ordinary words, a page at a time; a page beyond the last is the last. Refuses
 * who may not read.
 */
export async function askQuestion(
  { reader, policy, search }: QuestionPorts,
  {
    person,
    typed,
    today,
    page,
  }: {
    readonly person: Person;
    readonly typed: string;
    readonly today: CalendarDay;
    readonly page: number;
  },
): Promise<Outcome<QuestionAnswer, AskRefusal>> {
  if (!mayRead(person, policy)) return refuse({ kind: 'may-not-read', standing: person.standing });
  const pageAt = (number: number) => ({ today, most: linesOfPage, skip: (number - 1) * linesOfPage });
  let wanted = Math.max(1, page);
  let found = await search.ask(typed, pageAt(wanted));
  if (found.kind === 'found' && found.hits.length === 0 && wanted > 1) {
    wanted = Math.max(1, Math.ceil(found.total / linesOfPage));
    found = await search.ask(typed, pageAt(wanted));
  }
  if (found.kind === 'not-found') return accept(found);
  const numbers = [...new Set(found.hits.map(({ projectNumber }) => projectNumber))];
  // The index may be newer than what the answer began with.
  const store = (await reader.pinned?.()) ?? reader;
  const projects = await Promise.all(numbers.map((number) => store.findProject(number)));
  const byNumber = new Map(
    projects.flatMap((project) => (project ? [[project.number, project] as const] : [])),
  );
  const lines = found.hits.flatMap((hit) => lineOf(hit, byNumber.get(hit.projectNumber)));
  return accept({ ...found, lines, from: (wanted - 1) * linesOfPage + 1 });
}

/** A project that was retired a moment ago has no lines any more. */
function lineOf(hit: FoundLine, project: Project | undefined): readonly AnswerLine[] {
  if (project === undefined) return [];
  const id = hit.id.split('/').slice(2).join('/');
  const indicator = hit.kind === 'indicator' ? project.indicators.find((each) => each.id === id) : undefined;
  const milestone = hit.kind === 'milestone' ? project.milestones.find((each) => each.id === id) : undefined;
  return [
    {
      ...hit,
      projectName: project.name,
      edition: project.edition,
      indicator: indicator ?? null,
      milestone: milestone ?? null,
    },
  ];
}
