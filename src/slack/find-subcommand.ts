import { matchProject } from '../actions/find-project.ts';
import type { ProjectSummary } from '../domain/project.ts';
import type { Subcommand } from './subcommand.ts';
import { subcommandNamed, subcommandRead } from './subcommand-named.ts';

/** Among what a word is looked for. */
interface Finding {
  readonly table: { readonly subcommands: readonly Subcommand[] };
  readonly projects: readonly ProjectSummary[];
}

/** The sub-command that the first word calls, also with digits right behind it, and what follows. */
export function takeWord(
  [first = '', ...others]: readonly string[],
  finding: Finding,
): { subcommand: Subcommand; typed: string; rest: string } | null {
  const whole = findSubcommand(first, finding);
  if (whole !== null) return { subcommand: whole, typed: first, rest: others.join(' ') };
  const [, typed = '', digits = ''] = /^(\D+)(\d.*)$/.exec(first) ?? [];
  const subcommand = findSubcommand(typed, finding);
  return subcommand === null ? null : { subcommand, typed, rest: [digits, ...others].join(' ') };
}

/** By its name, or by how that is read; a reading that is a part of a project's name means the project. */
export function findSubcommand(
  word: string,
  { table: { subcommands }, projects }: Finding,
): Subcommand | null {
  const named = subcommandNamed(word, subcommands);
  if (named !== null) return named;
  const read = subcommandRead(word, subcommands);
  return read === null || matchProject(word, projects).kind !== 'none' ? null : read;
}
