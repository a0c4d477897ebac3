import type { BlockAction, ButtonAction, MessageShortcut, SlashCommand } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { listProjects } from '../../actions/ask.ts';
import { type WritableVerb, writeVerbs } from '../../actions/writes/index.ts';
import type { Person } from '../../domain/person.ts';
import type { ProjectSummary } from '../../domain/project.ts';
import { foldWidth } from '../../text/fold.ts';
import { readProjectNumber } from '../../text/project-number.ts';
import { refusalMessage } from '../messages/refusal.ts';
import { readCommand } from '../read-command.ts';
import { wordsIn } from '../words/index.ts';
import { modalOf } from './index.ts';
import { plainMessage, projectIn, readMessage } from './message-text.ts';
import type { Modal } from './modal.ts';
import type { OneLine } from './one-line.ts';
import type { Opening } from './open-modal.ts';
import type { ModalServices } from './services.ts';
import { type ModalState, type OpenValue, readState } from './state.ts';
import { typedBlocks } from './typed-blocks.ts';
import { messageView } from './views.ts';

/** What every entrance begins with. */
const nothingYet = {
  project: null,
  target: null,
  version: null,
  channel: null,
  permalink: null,
  respond: null,
  confirmed: null,
  proposal: null,
} as const satisfies Partial<ModalState>;

/** The form of a verb that is known to have one. Throws a RangeError for another. */
export function formOf(verb: WritableVerb): Modal {
  const modal = modalOf(verb);
  if (modal === null) throw new RangeError(`no form for ${verb}`);
  return modal;
}

/** `/project 8 記録 …`: the project is read when the form is open already. */
export async function fromLine(
  services: ModalServices,
  { line, command }: { readonly line: OneLine; readonly command: SlashCommand },
  person: Person,
): Promise<Opening | ModalView> {
  const modal = formOf(line.verb);
  const known = await listProjects(services.ports, person);
  const words = wordsIn(person.language);
  const refused = (refusal: Parameters<typeof refusalMessage>[0]) => {
    const typed = typedBlocks({ text: `${command.command} ${command.text}` }, words);
    return messageView(words(modal.title), words, [...refusalMessage(refusal, words).blocks, ...typed]);
  };
  if (!known.ok) return refused(known.refusal);
  const found = projectOf(line, services, known.value);
  if (!found.ok) return refused(found.refusal);
  const { project, text } = found;
  const { channel_id: channel, response_url: respond } = command;
  return {
    modal,
    text,
    state: { ...nothingYet, verb: line.verb, via: 'command', project, channel, respond },
  };
}

function projectOf(
  { word, before, rest }: OneLine,
  { table }: ModalServices,
  projects: readonly ProjectSummary[],
) {
  if (before !== '') {
    const read = readCommand(`${before} ${word}`, table, projects);
    return read.ok ? { ok: true as const, project: read.value.project, text: rest } : read;
  }
  const [, first = '', others = ''] = /^(\S+)\s*(.*)$/su.exec(rest) ?? [];
  const number = readProjectNumber(foldWidth(first));
  const found = number?.rest === '' && projects.find((each) => String(each.number) === number.typed);
  return found
    ? { ok: true as const, project: found.number, text: others }
    : { ok: true as const, project: null, text: rest };
}

/** A button `open:VERB`, on a message or within a form. */
export function fromButton(
  verb: WritableVerb,
  { project, target, text = '' }: OpenValue,
  body: BlockAction<ButtonAction> | BlockAction,
): Opening {
  const modal = formOf(verb);
  const kind = writeVerbs[verb].changes;
  const { channel, response_url: respond, view } = body;
  // A form that leads to another was itself opened somewhere: that is where the confirmation goes.
  const below = view === undefined ? null : readState(view.private_metadata);
  return {
    modal,
    text,
    state: {
      ...nothingYet,
      verb,
      via: 'button',
      project,
      target: kind === null || target === undefined ? null : { kind, id: target },
      channel: channel?.id ?? below?.channel ?? null,
      respond: respond || (below?.respond ?? null),
    },
  };
}

/** 「進捗として記録」 in the menu of a message: date, project and text are read from it. */
export async function fromMessage(
  services: ModalServices,
  { message, channel, response_url: respond }: MessageShortcut,
  person: Person,
): Promise<Opening> {
  const text = plainMessage(message.text ?? '');
  const [known, permalink] = await Promise.all([
    listProjects(services.ports, person),
    permalinkOf(services, { channel: channel.id, ts: message.ts }),
  ]);
  const project = known.ok ? projectIn(text, known.value) : null;
  const verb = 'record-milestone';
  return {
    modal: formOf(verb),
    text,
    typed: readMessage(text, services.today()),
    state: { ...nothingYet, verb, via: 'message-shortcut', project, channel: channel.id, permalink, respond },
  };
}

/** 「進捗を記録」 and the like from the composer: which project it is, the form asks. */
export function fromAnywhere(verb: WritableVerb): Opening {
  return { modal: formOf(verb), text: '', state: { ...nothingYet, verb, via: 'global-shortcut' } };
}

/** The address of the message; null where Slack gives none, such as in a channel without the bot. */
async function permalinkOf(
  { client }: ModalServices,
  { channel, ts }: { readonly channel: string; readonly ts: string },
): Promise<string | null> {
  try {
    const { permalink } = await client.chat.getPermalink({ channel, message_ts: ts });
    return permalink ?? null;
  } catch {
    return null;
  }
}
