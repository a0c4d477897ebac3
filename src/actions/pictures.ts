import { projectAsOf } from '../domain/as-of.ts';
import type { CalendarDay } from '../domain/calendar-day.ts';
import type { Indicator } from '../domain/indicator.ts';
import { accept, type Outcome, refuse } from '../domain/outcome.ts';
import type { Person } from '../domain/person.ts';
import { coursePicture } from '../reports/pictures/course-picture.ts';
import type { Drawing } from '../reports/pictures/drawing.ts';
import { indicatorsPicture } from '../reports/pictures/indicators-picture.ts';
import { timelinePicture } from '../reports/pictures/timeline-picture.ts';
import { fold } from '../text/fold.ts';
import { type AskPorts, listProjects, showProject } from './ask.ts';
import type { AskRefusal } from './refusal.ts';

/** Draws pictures; rejects where that fails. */
export interface PicturePort {
  readonly paint: (drawing: Drawing) => Promise<Uint8Array>;
}

/** What a picture shows. */
export type PictureKind = 'indicators' | 'timeline' | 'course';

export interface PictureAsked {
  readonly person: Person;
  /** Null for a picture of all projects. */
  readonly number: number | null;
  readonly kind: PictureKind;
  /** Of a course: the name of the indicator, or a part of it. */
  readonly name: string;
  readonly page: number;
  readonly today: CalendarDay;
  /** The past day that it is to show; null for the present. */
  readonly at: CalendarDay | null;
}

export type PictureRefusal =
  | AskRefusal
  /** A course is of one indicator: these are those of the project. */
  | { readonly kind: 'which-indicator'; readonly indicators: readonly Indicator[] };

/** The picture that is asked for, not yet drawn. Refuses who may not read, numbers that are none, and unclear names. */
export async function layPicture(
  ports: AskPorts,
  asked: PictureAsked,
): Promise<Outcome<Drawing, PictureRefusal>> {
  const { number, kind, page, person } = asked;
  const showing = { language: person.language, today: asked.at ?? asked.today, page };
  if (number === null) return layOfAll(ports, asked);
  const found = await showProject(ports, { person, number });
  if (!found.ok) return found;
  const project = asked.at === null ? found.value : projectAsOf(found.value, asked.at);
  const one = { projects: [project], ofAll: false };
  if (kind === 'indicators') return accept(indicatorsPicture(one, showing));
  if (kind === 'timeline') return accept(timelinePicture(one, showing));
  const indicator = indicatorNamed(asked.name, project.indicators);
  return indicator === null
    ? refuse({ kind: 'which-indicator', indicators: project.indicators })
    : accept(coursePicture({ project, indicator }, showing));
}

async function layOfAll(ports: AskPorts, asked: PictureAsked): Promise<Outcome<Drawing, PictureRefusal>> {
  const { person, kind, page, at, today } = asked;
  const found = await listProjects(ports, person);
  if (!found.ok) return found;
  const showing = { language: person.language, today: at ?? today, page };
  const past = await Promise.all(
    found.value.map(async ({ number }) => (at === null ? null : ports.reader.findProject(number))),
  );
  const then = past.flatMap((each) => (each === null || at === null ? [] : [projectAsOf(each, at)]));
  const projects = at === null ? found.value : then;
  return accept(
    kind === 'timeline'
      ? timelinePicture(
          { projects: projects.map((each) => ({ ...each, milestones: each.scheduled })), ofAll: true },
          showing,
        )
      : indicatorsPicture({ projects, ofAll: true }, showing),
  );
}

/** The indicator that is meant: the only one, the one of that name, or the only one whose name holds the text. */
function indicatorNamed(typed: string, indicators: readonly Indicator[]): Indicator | null {
  const word = fold(typed);
  const [only] = indicators;
  if (word === '') return indicators.length === 1 && only !== undefined ? only : null;
  const named = indicators.find(({ name }) => fold(name) === word);
  const holding = indicators.filter(({ name }) => fold(name).includes(word));
  return named ?? (holding.length === 1 ? (holding[0] ?? null) : null);
}
