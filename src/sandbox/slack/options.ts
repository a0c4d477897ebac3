import type { WallClock } from '../wall-clock.ts';
import type { AppDefinition } from './app-definition.ts';

/** A person of the workspace, as `users.info` tells of one; flags that are missing are false. */
export interface Person {
  readonly id: string;
  /** The account name: `yamada`. */
  readonly name: string;
  readonly realName: string;
  /** What the person is in the demonstration; shown by the page. */
  readonly role: string;
  readonly locale: string;
  /** Asia/Tokyo when missing. */
  readonly timeZone?: string;
  /** The team of a person from a connected organisation; the workspace's when missing. */
  readonly teamId?: string;
  readonly isAdmin?: boolean;
  readonly isRestricted?: boolean;
  readonly isUltraRestricted?: boolean;
  readonly isBot?: boolean;
  readonly isStranger?: boolean;
  readonly deleted?: boolean;
}

export interface Conversation {
  readonly id: string;
  readonly name: string;
  readonly kind: 'channel' | 'im';
  /** User ids, the bot's among them when it was invited. */
  readonly members: readonly string[];
  readonly isPrivate?: boolean;
  readonly isArchived?: boolean;
  /** Shared with a connected organisation. */
  readonly isShared?: boolean;
}

export interface BotIdentity {
  readonly token: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly userId: string;
  readonly botId: string;
  readonly name: string;
  readonly appId: string;
  /** Where deliveries go: the bot's request URL, its sockets, or nowhere until `connect` is called. */
  readonly deliverTo: URL | 'socket' | null;
}

export interface WorkspaceOptions {
  readonly teamId: string;
  readonly name: string;
  readonly domain: string;
  readonly timeZone: string;
  readonly people: readonly Person[];
  readonly conversations: readonly Conversation[];
}

export interface SlackOptions {
  readonly workspace: WorkspaceOptions;
  readonly bot: BotIdentity;
  readonly app: AppDefinition;
  /** The product's clock: what message timestamps and the journal are told by. */
  readonly clock: { now(): Date };
  readonly wallClock: WallClock;
  /** Moves the product's clock when the page asks for it; the page is told that it cannot when missing. */
  readonly onClockAdvance?: (milliseconds: number) => void | Promise<void>;
  /** 127.0.0.1 when missing. */
  readonly host?: string;
  /** Any free port when missing. */
  readonly port?: number;
  /** Where the page's files are; `page/` beside the compiled server when missing. */
  readonly pageDirectory?: URL;
}
