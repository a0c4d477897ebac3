import type { Json } from '../json.ts';
import type { Changes } from './changes.ts';

export interface Message {
  readonly ts: string;
  readonly conversation: string;
  readonly user: string;
  readonly text: string;
  /** With block ids filled in; null for a message of text only. */
  readonly blocks: readonly Json[] | null;
  /** The only person who sees it, or null when all do. */
  readonly ephemeralTo: string | null;
  readonly edited: boolean;
  readonly threadTs: string | null;
  /** Ids of the files that it shows. */
  readonly files: readonly string[];
  /** What stands in its fields, as the last press told. */
  readonly values: Readonly<Record<string, Readonly<Record<string, Json>>>>;
}

type NewMessage = Pick<Message, 'conversation' | 'user' | 'text'> & Partial<Message>;

export interface Messages {
  post(message: NewMessage): Message;
  find(place: { readonly conversation: string; readonly ts: string }): Message | null;
  edit(message: Message, changes: Partial<Message>): Message;
  remove(message: Message): void;
  /** Those of one conversation, or all, that this person may see, oldest first. */
  visibleTo(person: string, conversation?: string): readonly Message[];
  all(): readonly Message[];
}

/** The messages of the workspace, in memory. */
export function createMessages(parts: { readonly stamp: () => string; readonly changes: Changes }): Messages {
  let messages: Message[] = [];
  const keep = (next: Message[]): void => {
    messages = next;
    parts.changes.happened();
  };
  return {
    post: (message) => {
      const posted: Message = {
        ts: parts.stamp(),
        blocks: null,
        ephemeralTo: null,
        edited: false,
        threadTs: null,
        files: [],
        values: {},
        ...message,
      };
      keep([...messages, posted]);
      return posted;
    },
    find: ({ conversation, ts }) =>
      messages.find((message) => message.ts === ts && message.conversation === conversation) ?? null,
    edit: (message, changes) => {
      const edited = { ...message, ...changes };
      keep(messages.map((other) => (other.ts === message.ts ? edited : other)));
      return edited;
    },
    remove: (message) => keep(messages.filter(({ ts }) => ts !== message.ts)),
    visibleTo: (person, conversation) =>
      messages.filter(
        (message) =>
          (message.ephemeralTo === null || message.ephemeralTo === person) &&
          (conversation === undefined || message.conversation === conversation),
      ),
    all: () => messages,
  };
}
