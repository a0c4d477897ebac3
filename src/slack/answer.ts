import { listProjects } from '../actions/ask.ts';
import { administratorsOf } from '../actions/writes/may-write.ts';
import type { CalendarDay } from '../domain/calendar-day.ts';
import type { Person } from '../domain/person.ts';
import type { Directory } from './directory.ts';
import { simplestQuestions } from './help/known.ts';
import { emptyMessage } from './messages/empty.ts';
import { failureMessage } from './messages/failure.ts';
import { refusalMessage } from './messages/refusal.ts';
import { type CommandTable, readCommand } from './read-command.ts';
import type { Reply } from './reply.ts';
import { byCommand } from './reply-kind.ts';
import type { ReplyMemory } from './reply-memory.ts';
import type { Asked, CommandPorts } from './subcommand.ts';
import { mayAdminister } from './subcommands/may-administer.ts';
import { searchInstead } from './subcommands/search.ts';
import { wordsIn } from './words/index.ts';

/** What answering needs besides the question. */
export interface AnswerServices {
  readonly ports: CommandPorts;
  readonly directory: Directory;
  readonly table: CommandTable;
  readonly memory: ReplyMemory;
  /** The day on the product's clock, in the prefecture's time zone. */
  readonly today: () => CalendarDay;
  /** Where days begin, and in which instants are told. */
  readonly timeZone: string;
  /** The product's clock. */
  readonly now: () => Date;
  /** Notes what went wrong on our side and gives the reference under which it was noted. */
  readonly report: (problem: unknown) => string;
  /** Counts how a question was answered; null: it failed on our side. */
  readonly counted?: (reply: Reply | null) => void;
}

export interface Question {
  readonly userId: string;
  readonly text: string;
  /** Where it is asked; null where Slack does not tell. */
  readonly channel: string | null;
}

/**
 * Answers a text behind `/project`, also with a refusal; never rejects: what fails on our side is reported and
 * answered with its reference.
 */
export async function answer(services: AnswerServices, { userId, ...question }: Question): Promise<Reply> {
  let language: Person['language'] = 'ja';
  try {
    const person = await services.directory.personOf(userId);
    language = person.language;
    const reply = await answerPerson(services, person, question);
    services.counted?.(reply);
    return reply;
  } catch (problem) {
    services.counted?.(null);
    return failureMessage(services.report(problem), wordsIn(language));
  }
}

/** The same question gets the same reply until the data, the day or the asker's rights and language change. */
async function answerPerson(
  services: AnswerServices,
  person: Person,
  { text, channel }: Omit<Question, 'userId'>,
): Promise<Reply> {
  const { table, memory } = services;
  const { reader } = services.ports;
  const ports = { ...services.ports, reader: (await reader.pinned?.()) ?? reader };
  const words = wordsIn(person.language);
  const today = services.today();
  const key = [await ports.reader.revision(), today, person.language, person.standing, text].join('\n');
  const remembered = memory.get(key);
  if (remembered) return remembered;
  const projects = await listProjects(ports, person);
  if (!projects.ok && projects.refusal.kind !== 'empty-store') return refusalMessage(projects.refusal, words);
  const command = readCommand(text, table, projects.ok ? projects.value : []);
  if (!projects.ok && !(command.ok && command.value.subcommand.worksEmpty)) {
    return emptyMessage(words, await howToBegin({ ports, person }));
  }
  const { timeZone } = services;
  const asking = { ports, person, words, today, timeZone, now: services.now(), channel };
  if (!command.ok) {
    const examples = () => simplestQuestions(asking, table.subcommands);
    const instead = await searchInstead(asking, command.refusal, { text, examples });
    return instead === null ? refusalMessage(command.refusal, words) : byCommand(instead, 'search');
  }
  const { subcommand, ...asked } = command.value;
  const reply = byCommand(await subcommand.answer({ ...asking, ...asked }), subcommand.name);
  if (!subcommand.namesAsker && !subcommand.changesByItself) memory.set(key, reply);
  return reply;
}

async function howToBegin(asked: Pick<Asked, 'ports' | 'person'>) {
  return { mayAdminister: await mayAdminister(asked), ask: await administratorsOf(asked.ports) };
}
