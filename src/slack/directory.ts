import type { WebClient } from '@slack/web-api';
import type { Language, Person, PersonId, PersonStanding } from '../domain/person.ts';

/** Knows who asks. Rejects when Slack cannot be asked: without knowing who it is, nothing is answered. */
export interface Directory {
  /** `anew`: as Slack says now, not as it said some minutes ago. */
  personOf(userId: string, how?: { readonly anew: boolean }): Promise<Person>;
}

/** What `users.info` tells of an account, as far as we read it. */
interface Account {
  readonly deleted?: boolean;
  readonly is_bot?: boolean;
  readonly is_restricted?: boolean;
  readonly is_ultra_restricted?: boolean;
  readonly is_stranger?: boolean;
  readonly team_id?: string;
  readonly locale?: string;
}

export interface DirectoryOptions {
  readonly client: WebClient;
  /** The workspace the bot belongs to: people of another are outsiders. */
  readonly teamId: string;
  /** Milliseconds that only go forward. */
  readonly monotonic: () => number;
}

const keptForMs = 10 * 60_000;
const keptAtMost = 5_000;

/**
 * A directory that asks `users.info` and remembers the answer for ten minutes (Slack allows some hundred calls a
 * minute). Questions for the same account at the same time share one call; a failed call is not remembered.
 */
export function slackDirectory({ client, teamId, monotonic }: DirectoryOptions): Directory {
  const kept = new Map<string, { readonly person: Promise<Person>; readonly until: number }>();
  const ask = async (userId: string): Promise<Person> => {
    const { user } = await client.users.info({ user: userId, include_locale: true });
    if (user === undefined) throw new Error('users.info answered without a user');
    return toPerson(userId, user, teamId);
  };
  return {
    personOf(userId, { anew } = { anew: false }) {
      const now = monotonic();
      const known = kept.get(userId);
      if (known && known.until > now && !anew) return known.person;
      const person = ask(userId);
      kept.delete(userId);
      kept.set(userId, { person, until: now + keptForMs });
      person.catch(() => {
        if (kept.get(userId)?.person === person) kept.delete(userId);
      });
      const [oldest] = kept.keys();
      if (kept.size > keptAtMost && oldest !== undefined) kept.delete(oldest);
      return person;
    },
  };
}

function toPerson(userId: string, account: Account, teamId: string): Person {
  return {
    id: userId as PersonId,
    standing: standingOf(account, teamId),
    language: languageOf(account.locale),
  };
}

function standingOf(account: Account, teamId: string): PersonStanding {
  if (account.deleted) return 'deactivated';
  if (account.is_bot) return 'bot';
  if (account.is_stranger || account.team_id !== teamId) return 'outsider';
  return account.is_restricted || account.is_ultra_restricted ? 'guest' : 'member';
}

function languageOf(locale: string | undefined): Language {
  return locale?.startsWith('en') ? 'en' : 'ja';
}
