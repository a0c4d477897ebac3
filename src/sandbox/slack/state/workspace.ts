import type { BotIdentity, Conversation, Person, WorkspaceOptions } from '../options.ts';
import type { Changes } from './changes.ts';

export interface Workspace {
  readonly teamId: string;
  readonly name: string;
  readonly domain: string;
  readonly timeZone: string;
  people(): readonly Person[];
  person(id: string): Person | null;
  conversations(): readonly Conversation[];
  conversation(id: string): Conversation | null;
  /** The direct message of a person with the bot, made when there is none. */
  direct(person: string): Conversation;
  /** Those that a person is in. */
  conversationsOf(person: string): readonly Conversation[];
  changePerson(id: string, changes: Partial<Omit<Person, 'id'>>): void;
  changeConversation(id: string, changes: Partial<Omit<Conversation, 'id'>>): void;
}

/** The bot as a person among the people: `users.info` knows it too. */
function botAsPerson(bot: BotIdentity): Person {
  return { id: bot.userId, name: bot.name, realName: bot.name, role: 'bot', locale: 'ja-JP', isBot: true };
}

/** People and conversations of the workspace, which can change while it runs: people leave, channels are archived. */
export function createWorkspace(parts: {
  readonly options: WorkspaceOptions;
  readonly bot: BotIdentity;
  readonly changes: Changes;
}): Workspace {
  const { teamId, name, domain, timeZone } = parts.options;
  const people = new Map(
    [...parts.options.people, botAsPerson(parts.bot)].map((person) => [person.id, person]),
  );
  const conversations = new Map(parts.options.conversations.map((each) => [each.id, each]));
  const change = <T>(map: Map<string, T>, id: string, changes: Partial<T>): void => {
    const before = map.get(id);
    if (before === undefined) throw new Error(`nobody and nothing here is called ${id}`);
    map.set(id, { ...before, ...changes });
    parts.changes.happened();
  };
  const direct = (person: string): Conversation => {
    const isTheirs = (each: Conversation) => each.kind === 'im' && each.members.includes(person);
    const found = [...conversations.values()].find(isTheirs);
    if (found !== undefined) return found;
    const made: Conversation = {
      id: `D${person.slice(1)}`,
      name: parts.bot.name,
      kind: 'im',
      members: [person, parts.bot.userId],
    };
    conversations.set(made.id, made);
    parts.changes.happened();
    return made;
  };
  return {
    teamId,
    name,
    domain,
    timeZone,
    people: () => [...people.values()],
    person: (id) => people.get(id) ?? null,
    conversations: () => [...conversations.values()],
    conversation: (id) => conversations.get(id) ?? null,
    direct,
    conversationsOf: (person) => [...conversations.values()].filter((each) => each.members.includes(person)),
    changePerson: (id, changes) => change(people, id, changes),
    changeConversation: (id, changes) => change(conversations, id, changes),
  };
}
