import { listProjects, showProject } from '../../actions/ask.ts';
import type { ChangeStore } from '../../actions/change-ports.ts';
import { mayRead } from '../../actions/may-read.ts';
import type { AskRefusal } from '../../actions/refusal.ts';
import { whatBecameOf } from '../../actions/writes/became.ts';
import { writeVerbs } from '../../actions/writes/index.ts';
import { decidersOf, rightOf } from '../../actions/writes/may-write.ts';
import type { Fields } from '../../actions/writes/write-verb.ts';
import type { Change, Target, Versioned } from '../../domain/change.ts';
import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Person, PersonId } from '../../domain/person.ts';
import type { Project } from '../../domain/project.ts';
import { wordsIn } from '../words/index.ts';
import type { Facts, Modal } from './modal.ts';
import type { ModalServices } from './services.ts';
import type { ModalState } from './state.ts';

/** Why there is nothing to draw a form from. */
export type GatherRefusal =
  | AskRefusal
  /** Who took it away and when; null where there never was one. */
  | { readonly kind: 'gone'; readonly last: Change | null };

interface Wanted {
  readonly modal: Modal;
  readonly state: Pick<ModalState, 'project' | 'target'>;
  readonly typed: Fields;
  readonly person: Person;
}

/**
 * Reads what a form is drawn from. Refuses who may not read, and a project or a row that is not there; of a value that
 * was corrected it is the one in its place.
 */
export async function gatherFacts(
  services: Pick<ModalServices, 'ports' | 'writes' | 'today' | 'timeZone'>,
  { modal, state, typed, person }: Wanted,
): Promise<Outcome<Facts, GatherRefusal>> {
  const { ports, writes, today, timeZone } = services;
  if (!mayRead(person, ports.policy)) return refuse({ kind: 'may-not-read', standing: person.standing });
  const needs = modal.needs ?? [];
  const [project, target, projects, posts, others] = await Promise.all([
    projectOf(services, { number: state.project ?? chosenProject(typed), person }),
    modal.changes === null || state.target === null ? null : rowOf(writes.store, state.target),
    asksForProject(modal, state) ? listProjects(ports, person) : accept([]),
    needs.includes('posts') ? writes.store.listPosts() : [],
    needs.includes('projects') ? ports.reader.listProjects() : [],
  ]);
  if (!project.ok) return project;
  if (!projects.ok) return projects;
  const row = target?.current ?? null;
  if (modal.changes !== null && !isOf(row, modal)) {
    return refuse({ kind: 'gone', last: target?.last ?? null });
  }
  return accept({
    words: wordsIn(person.language),
    today: today(),
    timeZone,
    project: project.value,
    projects: projects.value,
    target: row,
    proposesTo: await decidersFor(services, { modal, project: project.value, person }),
    posts,
    others,
  });
}

async function rowOf(store: ChangeStore, target: Target) {
  const current = await store.read(target);
  return current === null ? whatBecameOf(store, target) : { current, last: null };
}

/**
 * Who decides, where the person may only propose; null for who may write, and while no project is chosen. It tells the
 * person beforehand; the right itself is asked again when it is written.
 */
async function decidersFor(
  { writes }: Pick<ModalServices, 'writes'>,
  { modal, project, person }: Pick<Wanted, 'modal' | 'person'> & { readonly project: Project | null },
): Promise<readonly PersonId[] | null> {
  const { by } = writeVerbs[modal.verb];
  if (project === null || by !== 'writers') return null;
  const standing = await writes.store.standingOf(person.id);
  const writer = { person, standing, administrators: writes.administrators };
  const right = rightOf(writer, { by, projectId: project.id });
  return right === 'propose' ? decidersOf(writes, project.id) : null;
}

function asksForProject({ changes, ofNoProject }: Modal, state: Pick<ModalState, 'project'>): boolean {
  return state.project === null && changes === null && ofNoProject !== true;
}

function isOf(target: Versioned | null, { changes }: Modal): boolean {
  return target !== null && target.snapshot.kind === changes;
}

/** The project that was chosen in the form itself. */
function chosenProject({ project = '' }: Fields): number | null {
  return /^\d{1,4}$/.test(project) ? Number(project) : null;
}

async function projectOf(
  { ports }: Pick<ModalServices, 'ports'>,
  { number, person }: { readonly number: number | null; readonly person: Person },
): Promise<Outcome<Project | null, GatherRefusal>> {
  return number === null ? accept(null) : showProject(ports, { person, number });
}
