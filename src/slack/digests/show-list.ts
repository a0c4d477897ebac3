import { holidaysEndSoon, holidaysKnownUntil } from '../../digests/holidays.ts';
import { dayAt } from '../../domain/calendar-day.ts';
import type { Person } from '../../domain/person.ts';
import type { Reply } from '../reply.ts';
import type { CommandPorts } from '../subcommand.ts';
import type { Words } from '../words/index.ts';
import { digestList } from './list-message.ts';
import { maySetDigests, whoMaySetDigests } from './may-set.ts';
import { changesShown } from './recent-changes.ts';

export interface ListAsked {
  readonly ports: CommandPorts;
  readonly person: Person;
  readonly words: Words;
  /** Whose digests; null for those of all channels. */
  readonly channel: string | null;
  readonly page?: number;
  /** What was done just now. */
  readonly said?: string;
}

/** The list of digests as the person may see it now. A direct message has none of its own: all are listed. */
export async function showDigests({
  ports,
  person,
  words,
  channel,
  page = 1,
  said,
}: ListAsked): Promise<Reply> {
  const { digests, reminders } = ports;
  const here = channel === null || channel.startsWith('D') ? null : channel;
  const [all, now, may, wanted, changes] = await Promise.all([
    digests.subscriptions.list(),
    digests.clock(),
    maySetDigests(ports, person),
    reminders.wishes.wantedOf(person.id),
    digests.subscriptions.changes({ channelId: here, most: changesShown }),
  ]);
  const listed = here === null ? all : all.filter(({ subscription }) => subscription.channelId === here);
  const administrators = await whoMaySetDigests(ports);
  const { timeZone } = digests;
  // A pause that is over is none.
  const today = dayAt(now, timeZone);
  const current = wanted.kind === 'paused' && wanted.until <= today ? ({ kind: 'on' } as const) : wanted;
  const list = {
    all: listed,
    channel: here,
    may,
    ask: may ? [] : administrators,
    now,
    page,
    changes,
    timeZone,
    holidaysUntil: administrators.includes(person.id) && holidaysEndSoon(today) ? holidaysKnownUntil : null,
    wanted: may ? current : null,
  };
  return digestList({ ...list, ...(said !== undefined && { said }) }, words);
}
