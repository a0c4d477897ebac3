import { undo } from '../actions/writes/undo.ts';
import type { Origin } from '../domain/change.ts';
import { failureMessage } from './messages/failure.ts';
import { concernsPeople } from './messages/parts/people-lines.ts';
import { undoneMessage, undoRefusedMessage } from './messages/undone.ts';
import { UndoValue } from './messages/written.ts';
import type { ModalServices } from './modals/services.ts';
import { noteWrite } from './note-write.ts';
import { readJson } from './read-json.ts';
import type { Reply } from './reply.ts';
import { wordsIn } from './words/index.ts';

/** The press of a button that acts at once: 取り消す, 復活. */
export interface Press {
  readonly userId: string;
  readonly value: string | undefined;
  /** The same for every press of one button. */
  readonly place: string;
  readonly channelId: string | null;
}

/** Takes a set of changes back and says so; never rejects, and null where the button is none of ours. */
export async function undoPressed(services: ModalServices, press: Press): Promise<Reply | null> {
  const value = readJson(UndoValue, press.value);
  if (value === null) return null;
  let words = wordsIn('ja');
  try {
    const person = await services.directory.personOf(press.userId);
    words = wordsIn(person.language);
    const origin: Origin = { via: 'button', channelId: press.channelId, permalink: null };
    const result = await undo(services.writes, {
      setId: value.set,
      person,
      requestKey: `undo ${value.set} ${press.place} ${value.seen ?? ''}`,
      origin,
      now: services.now(),
    });
    noteWrite(services, { verb: 'undo', person: person.id, outcome: result });
    const view = { words, timeZone: services.timeZone, ...(await namesFor(services, value, result)) };
    return result.ok ? undoneMessage(result.value, view) : undoRefusedMessage(result.refusal, view);
  } catch (problem) {
    return failureMessage(services.report(problem), words);
  }
}

/** What the rows that were taken back are named by. */
async function namesFor(
  { writes: { store }, ports: { reader } }: ModalServices,
  { project: number }: UndoValue,
  result: Awaited<ReturnType<typeof undo>>,
) {
  const namesPeople = result.ok && result.value.changes.some(concernsPeople);
  const [project, posts, projects] = await Promise.all([
    number === null ? null : reader.findProject(number),
    namesPeople ? store.listPosts() : [],
    namesPeople ? reader.listProjects() : [],
  ]);
  return { project, posts, projects };
}
