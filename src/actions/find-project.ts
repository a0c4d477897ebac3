import type { ProjectSummary } from '../domain/project.ts';
import { fold } from '../text/fold.ts';
import { nearest } from '../text/nearest.ts';

/** Which project a text means. */
export type ProjectMatch =
  | { readonly kind: 'one'; readonly project: ProjectSummary }
  | { readonly kind: 'several'; readonly projects: readonly ProjectSummary[] }
  | { readonly kind: 'none'; readonly near: readonly ProjectSummary[] };

/**
 * The project that the text names by a part of its name or by an alias. An alias or a whole name decides over
 * parts of names; without any match the projects whose names are nearest are given.
 */
export function matchProject(text: string, projects: readonly ProjectSummary[]): ProjectMatch {
  const word = fold(text);
  if (word === '') return { kind: 'none', near: [] };
  const exact = projects.filter((project) => namesOf(project).some((name) => fold(name) === word));
  const found = exact.length > 0 ? exact : projects.filter((project) => contains(project, word));
  const [only] = found;
  if (only === undefined) return { kind: 'none', near: nearestProjects(text, projects) };
  return found.length === 1 ? { kind: 'one', project: only } : { kind: 'several', projects: found };
}

/** The numbers nearest to one that no project has, at most three. */
export function nearestNumbers(
  number: number,
  projects: readonly ProjectSummary[],
): readonly ProjectSummary[] {
  return [...projects]
    .sort((a, b) => Math.abs(a.number - number) - Math.abs(b.number - number))
    .slice(0, 3)
    .sort((a, b) => a.number - b.number);
}

function contains(project: ProjectSummary, word: string): boolean {
  return namesOf(project).some((name) => fold(name).includes(word));
}

function namesOf(project: ProjectSummary): readonly string[] {
  return [project.name, ...project.aliases];
}

function nearestProjects(text: string, projects: readonly ProjectSummary[]): readonly ProjectSummary[] {
  const names = nearest(text, projects.flatMap(namesOf));
  const found = names.flatMap((name) => projects.filter((project) => namesOf(project).includes(name)));
  return [...new Set(found)];
}
