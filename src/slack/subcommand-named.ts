import { fold } from '../text/fold.ts';
import { foldReading, isKana } from '../text/reading.ts';
import type { Subcommand } from './subcommand.ts';

const tables = new WeakMap<readonly Subcommand[], ReadonlyMap<string, Subcommand>>();

/** The sub-command that the word calls, in whatever width and case it is typed, or null. */
export function subcommandNamed(word: string, subcommands: readonly Subcommand[]): Subcommand | null {
  return namesIn(subcommands).get(fold(word)) ?? null;
}

/** The sub-command of which a name is read so (しんちょく, シンチョク: 進捗), or null. */
export function subcommandRead(word: string, subcommands: readonly Subcommand[]): Subcommand | null {
  if (!isKana(word)) return null;
  const reading = foldReading(word);
  return (
    subcommands.find(({ readings = [] }) => readings.some((each) => foldReading(each) === reading)) ?? null
  );
}

/** Every request asks: the names are folded once for each table. Of two that share a name the first has it. */
function namesIn(subcommands: readonly Subcommand[]): ReadonlyMap<string, Subcommand> {
  const known = tables.get(subcommands);
  if (known) return known;
  const named = subcommands.flatMap((each) => each.names.map((name) => [fold(name), each] as const));
  const table = new Map(named.toReversed());
  tables.set(subcommands, table);
  return table;
}
