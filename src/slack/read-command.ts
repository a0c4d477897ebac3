import { noSuchNumber } from '../actions/ask.ts';
import { matchProject, type ProjectMatch } from '../actions/find-project.ts';
import type { AskRefusal } from '../actions/refusal.ts';
import { accept, type Outcome, refuse } from '../domain/outcome.ts';
import type { PastRefusal } from '../domain/period/read-past-day.ts';
import type { ProjectSummary } from '../domain/project.ts';
import { foldWidth } from '../text/fold.ts';
import { nearest } from '../text/nearest.ts';
import { type NumberedText, readProjectNumber } from '../text/project-number.ts';
import { findSubcommand, takeWord } from './find-subcommand.ts';
import type { Subcommand } from './subcommand.ts';
import { subcommandNamed } from './subcommand-named.ts';
import { takeTime } from './take-time.ts';

/** What a text behind `/project` asks for. */
interface Command {
  readonly subcommand: Subcommand;
  readonly project: number | null;
  readonly rest: string;
  readonly page: number;
  /** The past time asked about, as typed behind an @; null for the present. */
  readonly time: string | null;
}

/** Why a text is not understood, with what it may have meant. */
export type CommandRefusal =
  | { readonly kind: 'too-long'; readonly length: number }
  | { readonly kind: 'needs-project'; readonly typed: string }
  | {
      readonly kind: 'several-projects';
      readonly typed: string;
      readonly projects: readonly ProjectSummary[];
    }
  | {
      readonly kind: 'unknown';
      readonly typed: string;
      readonly projects: readonly ProjectSummary[];
      readonly words: readonly string[];
    }
  | {
      readonly kind: 'unknown-rest';
      readonly typed: string;
      readonly number: number;
      readonly words: readonly string[];
    }
  /** What was asked cannot look back. */
  | { readonly kind: 'no-past'; readonly typed: string; readonly number: number | null }
  | {
      readonly kind: 'not-past';
      readonly typed: string;
      readonly number: number | null;
      readonly reason: PastRefusal;
      /** A report takes its month as a word of its own, without an @ in front. */
      readonly unmarked?: boolean;
    };

/** What the reader of commands knows: the table of sub-commands with its three defaults, and the projects. */
export interface CommandTable {
  readonly subcommands: readonly Subcommand[];
  /** Answers an empty text. */
  readonly whenEmpty: Subcommand;
  /** Answers a project without a further word. */
  readonly whenProject: Subcommand;
}

const mostCharacters = 200;

/**
 * Reads the text behind `/project`: nothing, a word, a project by number (８, 第8, 8番, #8, プロジェクト8, 第八) or
 * by name, a word behind or before the project, and the past time that is asked about (@R2.3). Refusals name what
 * was typed and what is near.
 */
export function readCommand(
  text: string,
  table: CommandTable,
  projects: readonly ProjectSummary[],
): Reading<Command> {
  if (text.length > mostCharacters) return refuse({ kind: 'too-long', length: text.length });
  const { text: timeless, time } = takeTime(foldWidth(text));
  const read = readTimeless(timeless, table, projects);
  if (!read.ok) return read;
  const { subcommand, project: number } = read.value;
  if (time !== null && !subcommand.takesTime) return refuse({ kind: 'no-past', typed: time, number });
  return accept({ ...read.value, time });
}

type Reading<Found = Omit<Command, 'time'>> = Outcome<Found, CommandRefusal | AskRefusal>;

function readTimeless(text: string, table: CommandTable, projects: readonly ProjectSummary[]): Reading {
  const { words, page } = takePage(text.split(' ').filter(Boolean));
  const known: Known = { table, projects, page };
  if (words.length === 0) return accept({ subcommand: table.whenEmpty, project: null, rest: '', page });
  return (
    readWordFirst(words, known) ?? readNumberFirst(words.join(' '), known) ?? readNameFirst(words, known)
  );
}

/** What is known besides the words. */
interface Known {
  readonly table: CommandTable;
  readonly projects: readonly ProjectSummary[];
  readonly page: number;
}

/** 使い方 | 予定 今月 | 予定 8 | 予定8月 | 指標 8 | 指標 港湾 */
function readWordFirst(words: readonly string[], known: Known): Reading | null {
  const found = takeWord(words, known);
  if (found === null) return null;
  const { subcommand, typed, rest } = found;
  const ofAll = accept({ subcommand, project: null, rest, page: known.page });
  if (subcommand.of === 'all') return ofAll;
  const number = readProjectNumber(rest);
  if (number?.rest === '' && (subcommand.of === 'one' || isNumberOfProject(number))) {
    return forProject(subcommand, { typed: number.typed, rest: '' }, known);
  }
  const match = matchProject(rest, known.projects);
  // Where a time may stand, a single character is rather one (秋) than a part of a name.
  if (match.kind !== 'none' && (subcommand.of === 'one' || rest.length > 1))
    return forMatch(subcommand, { match, typed: rest }, known);
  if (subcommand.of === 'either') return ofAll;
  const near = match.kind === 'none' ? match.near : [];
  return near.length > 0
    ? refuse({ kind: 'unknown', typed: rest, projects: near, words: [] })
    : refuse({ kind: 'needs-project', typed });
}

/** 予定 2020.11 and 予定 2020 name a time, 予定 8 and 予定 12 a project. */
function isNumberOfProject({ typed, marked }: NumberedText): boolean {
  return marked || /^\d{1,3}$/.test(typed);
}

/** 8 | 第8 | 8番 指標 | #8 予定 */
function readNumberFirst(text: string, known: Known): Reading | null {
  const number = readProjectNumber(text);
  if (number === null) return null;
  const { typed, parted, rest } = number;
  const { table, projects, page } = known;
  if (rest === '') return forProject(table.whenProject, { typed, rest }, known);
  const [first = '', ...others] = rest.split(' ');
  const subcommand = findSubcommand(first, known);
  if (subcommand?.of === 'all') return accept({ subcommand, project: null, rest: others.join(' '), page });
  if (subcommand !== null) return forProject(subcommand, { typed, rest: others.join(' ') }, known);
  // 5G is a name, 8 シヒョウ is a project and a slip of the keyboard.
  if (!parted || matchProject(text, projects).kind !== 'none') return null;
  return unknownRest({ typed: rest, number: typed }, known);
}

/** 港湾 | IoT 指標 | IoT 指評 | 指評 8 | anything else */
function readNameFirst(words: readonly string[], known: Known): Reading {
  const { table, projects, page } = known;
  const typed = words.join(' ');
  const whole = matchProject(typed, projects);
  if (whole.kind !== 'none') return forMatch(table.whenProject, { match: whole, typed }, known);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const [name, others] = [words.slice(0, -1).join(' '), words.slice(1).join(' ')];
  const subcommand = name === '' ? null : findSubcommand(last, known);
  if (subcommand?.of === 'all') {
    return accept({ subcommand, project: null, rest: subcommand.takesRest === true ? name : '', page });
  }
  const match = matchProject(name, projects);
  if (subcommand !== null && match.kind !== 'none')
    return forMatch(subcommand, { match, typed: name }, known);
  const sure = numberNamed(name, projects);
  if (sure !== null) return unknownRest({ typed: last, number: sure }, known);
  const behind = numberNamed(others, projects);
  if (behind !== null) return unknownRest({ typed: first, number: behind }, known);
  return refuse({ kind: 'unknown', typed, projects: whole.near, words: nearWords(first, known) });
}

/** The number of the one project that the text means by number or name, or null. */
function numberNamed(text: string, projects: readonly ProjectSummary[]): string | null {
  const number = readProjectNumber(text);
  if (number?.rest === '' && isKnown(number.typed, projects)) return number.typed;
  const match = matchProject(text, projects);
  return match.kind === 'one' ? String(match.project.number) : null;
}

function forMatch(
  subcommand: Subcommand,
  { match, typed }: { match: Exclude<ProjectMatch, { kind: 'none' }>; typed: string },
  { page }: Known,
): Reading {
  return match.kind === 'one'
    ? accept({ subcommand, project: match.project.number, rest: '', page })
    : refuse({ kind: 'several-projects', typed, projects: match.projects });
}

function forProject(
  subcommand: Subcommand,
  { typed, rest }: { typed: string; rest: string },
  known: Known,
): Reading {
  if (!isKnown(typed, known.projects)) return refuse(noSuchNumber(typed, known.projects));
  const understands = rest === '' || subcommand.takesRest === true || subcommand.opens !== undefined;
  if (!understands) return unknownRest({ typed: rest, number: typed }, known);
  return accept({ subcommand, project: Number(typed), rest, page: known.page });
}

function unknownRest({ typed, number }: { typed: string; number: string }, known: Known): Reading {
  if (!isKnown(number, known.projects)) return refuse(noSuchNumber(number, known.projects));
  const fitting = known.table.subcommands.filter(({ of, help }) => of !== 'all' && help.length > 0);
  const near = nearest(
    typed,
    fitting.flatMap(({ names }) => names),
  );
  const words = near.length > 0 ? near : fitting.slice(0, 3).flatMap(({ names }) => names.slice(0, 1));
  return refuse({ kind: 'unknown-rest', typed, number: Number(number), words });
}

function isKnown(typed: string, projects: readonly ProjectSummary[]): boolean {
  return projects.some(({ number }) => String(number) === typed);
}

/** Texts that begin with a word near to the typed one; a word that needs a project with the first there is. */
function nearWords(typed: string, { table, projects }: Known): readonly string[] {
  const [example] = projects;
  const fitting = table.subcommands.filter(
    ({ of, help }) => help.length > 0 && (of !== 'one' || example !== undefined),
  );
  return nearest(
    typed,
    fitting.flatMap(({ names }) => names),
  ).map((word) =>
    subcommandNamed(word, table.subcommands)?.of === 'one' ? `${example?.number} ${word}` : word,
  );
}

/** A page (p2, 2ページ, 2頁) may stand at the end. */
export function takePage(words: readonly string[]): { words: readonly string[]; page: number } {
  const found = /^(?:p(\d{1,4})|(\d{1,4})(?:ページ|頁))$/i.exec(words.at(-1) ?? '');
  if (found === null) return { words, page: 1 };
  return { words: words.slice(0, -1), page: Number(found[1] ?? found[2]) };
}
