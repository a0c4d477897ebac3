import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import type { EditionContent, EditionEntry, EditionProject } from '../domain/edition.ts';
import { accept, type Outcome, refuse } from '../domain/outcome.ts';
import { crossCheck } from './edition-checks.ts';
import { UnreadDate } from './edition-dates.ts';
import { type EditionProblem, printPath } from './edition-problem.ts';
import { EditionFile } from './edition-schema.ts';

/**
 * The edition that a parsed JSON file holds, or everything that is wrong with the file, each problem with its
 * path. Never throws. An entry without a strand of its own stands in that of the entry above it.
 */
export function readEditionFile(json: unknown): Outcome<EditionContent, readonly EditionProblem[]> {
  const parsed = EditionFile.safeParse(json);
  const problems = [...(parsed.error?.issues.map(toProblem) ?? []), ...crossCheck(json)];
  if (!parsed.success || problems.length > 0) return refuse(problems);
  return accept({ ...parsed.data, projects: parsed.data.projects.map(inheritStrands) });
}

/** The edition of August 2020 as it is shipped, parsed and unchecked. Rejects when the file is not readable JSON. */
export async function shippedEditionFile(): Promise<unknown> {
  const path = new URL('../../prisma/editions/2020-08.json', import.meta.url);
  const json: unknown = JSON.parse(await readFile(path, 'utf8'));
  return json;
}

function toProblem(issue: z.core.$ZodIssue): EditionProblem {
  const path = printPath(issue.path);
  const unread: unknown = issue.code === 'custom' ? issue.params?.unread : undefined;
  if (unread instanceof UnreadDate) return { path, kind: 'date', text: unread.text, refusal: unread.refusal };
  return { path, kind: 'shape', message: issue.message };
}

function inheritStrands(project: EditionProject): EditionProject {
  return {
    ...project,
    progress: project.progress.map((entry) => inheritStrand(entry, null)),
    upcoming: project.upcoming.map((entry) => inheritStrand(entry, null)),
  };
}

function inheritStrand(entry: EditionEntry, above: string | null): EditionEntry {
  const strand = entry.strand ?? above;
  return { ...entry, strand, entries: entry.entries.map((below) => inheritStrand(below, strand)) };
}
