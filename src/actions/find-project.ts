import type { ProjectSummary } from '../domain/project.ts';
import { fold } from '../text/fold.ts';
import { nearest } from '../text/nearest.ts';
import { foldForTokens } from '../text/tokens-fold.ts';

/** Which project a text means. */
export type ProjectMatch =
  | { readonly kind: 'one'; readonly project: ProjectSummary }
  | { readonly kind: 'several'; readonly projects: readonly ProjectSummary[] }
  | { readonly kind: 'none'; readonly near: readonly ProjectSummary[] };

/**
 * The project that the text names by a part of its name or by an alias, else by a name of one of its parts (モビリティ,
 * AI). An alias or a whole name decides over parts of names; without any match the projects whose names are nearest
 * are given.
 */
export function matchProject(text: string, projects: readonly ProjectSummary[]): ProjectMatch {
  const word = fold(text);
  if (word === '') return { kind: 'none', near: [] };
  const exact = projects.filter((project) => namesOf(project).some((name) => fold(name) === word));
  const found =
    [
      exact,
      projects.filter((project) => contains(project, word)),
      projects.filter((project) => hasStrandOf(project, word)),
    ].find(({ length }) => length > 0) ?? [];
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

/** By a Latin or katakana word that begins so: what else strands are called (全般, 推進体制) means no one project. */
function hasStrandOf({ strands }: ProjectSummary, word: string): boolean {
  const isNamed = word.length >= 2 && /^(?:[a-z0-9]+|[ァ-ヺー]+)$/.test(word);
  return isNamed && strands.some(({ name }) => wordsIn(name).some((each) => each.startsWith(word)));
}

function wordsIn(name: string): readonly string[] {
  return foldForTokens(name).text.match(/[a-z0-9]+|[ァ-ヺー]+/g) ?? [];
}

function namesOf(project: ProjectSummary): readonly string[] {
  return [project.name, ...project.aliases];
}

function nearestProjects(text: string, projects: readonly ProjectSummary[]): readonly ProjectSummary[] {
  const names = nearest(text, projects.flatMap(namesOf));
  const found = names.flatMap((name) => projects.filter((project) => namesOf(project).includes(name)));
  return [...new Set(found)];
}
