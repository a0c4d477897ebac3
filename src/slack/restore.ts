import { submitWrite } from '../actions/writes/submit-write.ts';
import { failureMessage } from './messages/failure.ts';
import { RestoreValue, restoreRefusedMessage } from './messages/retired.ts';
import { proposedMessage, writtenMessage } from './messages/written.ts';
import type { ModalServices } from './modals/services.ts';
import { noteWrite } from './note-write.ts';
import { readJson } from './read-json.ts';
import type { Reply } from './reply.ts';
import type { Press } from './undo.ts';
import { wordsIn } from './words/index.ts';

/** Puts a retired project back on the list and says so; never rejects, and null where the button is none of ours. */
export async function restorePressed(services: ModalServices, press: Press): Promise<Reply | null> {
  const value = readJson(RestoreValue, press.value);
  if (value === null) return null;
  let words = wordsIn('ja');
  try {
    const person = await services.directory.personOf(press.userId);
    words = wordsIn(person.language);
    const { target: id, version } = value;
    const target = { kind: 'project', id } as const;
    const result = await submitWrite(services.writes, {
      verb: 'restore-project',
      person,
      fields: {},
      projectNumber: null,
      row: { target, version },
      // Of one version there is one way back, from whatever message it is pressed.
      requestKey: `restore ${id} ${version}`,
      origin: { via: 'button', channelId: press.channelId, permalink: null },
      confirmed: null,
      now: services.now(),
      today: services.today(),
    });
    noteWrite(services, { verb: 'restore-project', person: person.id, outcome: result });
    if (!result.ok) return restoreRefusedMessage(result.refusal, words);
    const row = await services.writes.store.read(target);
    const number = row?.snapshot.kind === 'project' ? row.snapshot.number : null;
    const project = number === null ? null : await services.ports.reader.findProject(number);
    const view = { words, project };
    return result.value.kind === 'written'
      ? writtenMessage(result.value, view)
      : proposedMessage(result.value, view);
  } catch (problem) {
    return failureMessage(services.report(problem), words);
  }
}
