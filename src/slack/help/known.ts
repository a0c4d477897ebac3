import type { Asked, Subcommand } from '../subcommand.ts';
import { mayAdminister } from '../subcommands/may-administer.ts';
import { type ExampleFacts, exampleFacts } from './example-facts.ts';
import { type ReadyLine, readyLines } from './help-lines.ts';
import { type HelpLine, type HelpTopic, helpTopics } from './topics.ts';

type Asking = Pick<Asked, 'ports' | 'person' | 'today' | 'words'>;

/** What a person is told of, and the facts for the examples. */
export interface KnownHelp {
  readonly topics: readonly HelpTopic[];
  readonly facts: ExampleFacts;
}

/**
 * The topics of the person who asks: recording is for members, the last topic for administrators. Examples are of the
 * person's own project, where there is one.
 */
export async function helpFor(asked: Asking): Promise<KnownHelp> {
  const { ports, person, today, words } = asked;
  const [projects, { roles }, administers] = await Promise.all([
    ports.reader.listProjects(),
    ports.store.standingOf(person.id),
    mayAdminister(asked),
  ]);
  const mine = new Set(roles.map(({ projectId }) => projectId));
  const own = new Set(projects.filter(({ id }) => mine.has(id)).map(({ number }) => number));
  const isTold: Readonly<Record<HelpTopic, boolean>> = {
    read: true,
    record: person.standing === 'member',
    share: true,
    team: true,
    admin: administers,
  };
  return {
    topics: helpTopics.filter((topic) => isTold[topic]),
    facts: exampleFacts(projects, { own, today, language: words.language }),
  };
}

/** The lines of the table that the person is told of. */
export function linesFor(table: readonly Subcommand[], { topics }: KnownHelp): readonly HelpLine[] {
  return table.flatMap(({ help }) => help).filter(({ topic }) => topics.includes(topic));
}

/** The simplest questions, for whoever typed something that is not understood. */
export async function simplestQuestions(
  asked: Asking,
  table: readonly Subcommand[],
): Promise<readonly ReadyLine[]> {
  const known = await helpFor(asked);
  const lines = linesFor(table, known).filter(({ short, topic }) => short === true && topic === 'read');
  return readyLines(lines, known.facts, asked.words);
}
