import { accept, type Outcome, refuse } from '../domain/outcome.ts';
import type { Person } from '../domain/person.ts';
import type { Project, ProjectSummary } from '../domain/project.ts';
import { nearestNumbers } from './find-project.ts';
import { mayRead, type ReadingPolicy } from './may-read.ts';
import type { ProjectReader } from './ports.ts';
import type { AskRefusal } from './refusal.ts';

/** What the actions that answer questions work with. */
export interface AskPorts {
  readonly reader: ProjectReader;
  readonly policy: ReadingPolicy;
}

/** All projects, by number. Refuses who may not read, and says so when there are none. */
export async function listProjects(
  { reader, policy }: AskPorts,
  person: Person,
): Promise<Outcome<readonly ProjectSummary[], AskRefusal>> {
  if (!mayRead(person, policy)) return refuse({ kind: 'may-not-read', standing: person.standing });
  const projects = await reader.listProjects();
  return projects.length === 0 ? refuse({ kind: 'empty-store' }) : accept(projects);
}

/** The whole project of that number. Refuses who may not read, and a number that no project has. */
export async function showProject(
  ports: AskPorts,
  { person, number }: { readonly person: Person; readonly number: number },
): Promise<Outcome<Project, AskRefusal>> {
  if (!mayRead(person, ports.policy)) return refuse({ kind: 'may-not-read', standing: person.standing });
  const project = await ports.reader.findProject(number);
  if (project !== null) return accept(project);
  const projects = await ports.reader.listProjects();
  return refuse(noSuchNumber(String(number), projects));
}

/** The refusal of a number, with the numbers there are. */
export function noSuchNumber(typed: string, projects: readonly ProjectSummary[]): AskRefusal {
  const numbers = projects.map(({ number }) => number);
  if (numbers.length === 0) return { kind: 'empty-store' };
  const range = { first: Math.min(...numbers), last: Math.max(...numbers) };
  const wanted = Number(typed);
  // Beyond the last number floating point would find all equally far.
  const near = nearestNumbers(Number.isNaN(wanted) ? range.first : Math.min(wanted, range.last), projects);
  return { kind: 'no-such-number', typed, range, near };
}
