import type { LogEntry } from '../../page/protocol.ts';
import type { Changes } from './changes.ts';

/** What Slack would not have taken, or would have shown badly. */
export interface Refusal {
  readonly id: number;
  /** The Web API method, or `response_url`, or what was delivered and answered badly. */
  readonly method: string;
  readonly problem: string;
}

export interface Journal {
  /** All that went to and came from the bot, oldest first. */
  readonly entries: readonly LogEntry[];
  readonly refusals: readonly Refusal[];
  write(entry: Omit<LogEntry, 'id' | 'at'>): LogEntry;
  refuse(refusal: Omit<Refusal, 'id'>): void;
  /** Takes a refusal off the page; `refusals` keeps it. */
  dismiss(id: number): boolean;
  /** Refusals that were not dismissed. */
  open(): readonly Refusal[];
}

/** The record of the sandbox. Kept in memory: it lives as long as the server does. */
export function createJournal(parts: {
  readonly clock: { now(): Date };
  readonly changes: Changes;
}): Journal {
  const entries: LogEntry[] = [];
  const refusals: Refusal[] = [];
  const dismissed = new Set<number>();
  return {
    entries,
    refusals,
    write: (entry) => {
      const written = { id: entries.length + 1, at: parts.clock.now().toISOString(), ...entry };
      entries.push(written);
      parts.changes.happened();
      return written;
    },
    refuse: (refusal) => {
      refusals.push({ id: refusals.length + 1, ...refusal });
      parts.changes.happened();
    },
    dismiss: (id) => {
      if (!refusals.some((refusal) => refusal.id === id)) return false;
      dismissed.add(id);
      parts.changes.happened();
      return true;
    },
    open: () => refusals.filter(({ id }) => !dismissed.has(id)),
  };
}
