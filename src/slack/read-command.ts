import { noSuchNumber } from '../actions/ask.ts';
import { matchProject } from '../actions/find-project.ts';
import type { AskRefusal } from '../actions/refusal.ts';
import { accept, type Outcome, refuse } from '../domain/outcome.ts';
import type { ProjectSummary } from '../domain/project.ts';
import { fold, foldWidth } from '../text/fold.ts';
import { nearest } from '../text/nearest.ts';
import type { Subcommand } from './subcommand.ts';

/** What a text behind `/project` asks for. */
export interface Command {
  readonly subcommand: Subcommand;
  readonly project: number | null;
  readonly rest: string;
  readonly page: number;
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
 * Reads the text behind `/project`: nothing, a word, a project by number (８, 第8, 8番, #8, プロジェクト8) or by
 * name, and a word behind the project. Refusals name what was typed and what is near.
 */
export function readCommand(
  text: string,
  table: CommandTable,
  projects: readonly ProjectSummary[],
): Outcome<Command, CommandRefusal | AskRefusal> {
  if (text.length > mostCharacters) return refuse({ kind: 'too-long', length: text.length });
  const { words, page } = takePage(foldWidth(text).split(' ').filter(Boolean));
  const command = { page, rest: '', project: null };
  if (words.length === 0) return accept({ ...command, subcommand: table.whenEmpty });
  return (
    readWordFirst(words, page, table, projects) ??
    readNumberFirst(words.join(' '), page, table, projects) ??
    readNameFirst(words, page, table, projects)
  );
}

type Reading = Outcome<Command, CommandRefusal | AskRefusal> | null;

/** 使い方 | 予定 今月 | 予定 8 | 指標 8 */
function readWordFirst(
  words: readonly string[],
  page: number,
  table: CommandTable,
  projects: readonly ProjectSummary[],
): Reading {
  const [first = '', ...others] = words;
  const subcommand = findSubcommand(first, table.subcommands);
  if (subcommand === null) return null;
  const rest = others.join(' ');
  if (subcommand.of === 'all') return accept({ subcommand, project: null, rest, page });
  const numbered = readNumber(rest);
  if (numbered !== null && numbered.rest === '')
    return forProject(subcommand, numbered.typed, page, projects);
  if (subcommand.of === 'either') return accept({ subcommand, project: null, rest, page });
  const match = matchProject(rest, projects);
  if (match.kind === 'one') return accept({ subcommand, project: match.project.number, rest: '', page });
  return refuse({ kind: 'needs-project', typed: first });
}

/** 8 | 第8 | 8番 指標 | #8 予定 */
function readNumberFirst(
  text: string,
  page: number,
  table: CommandTable,
  projects: readonly ProjectSummary[],
): Reading {
  const numbered = readNumber(text);
  if (numbered === null) return null;
  const { typed, rest, marked } = numbered;
  if (rest === '') return forProject(table.whenProject, typed, page, projects);
  const [first = '', ...others] = rest.split(' ');
  const subcommand = findSubcommand(first, table.subcommands);
  if (subcommand !== null && subcommand.of !== 'all') {
    return forProject(subcommand, typed, page, projects, others.join(' '));
  }
  // 5G is a name, 8 シヒョウ is a project and a slip of the keyboard.
  if (!marked && !text.startsWith(`${typed} `)) return null;
  return known(typed, projects)
    ? refuse({
        kind: 'unknown-rest',
        typed: rest,
        number: Number(typed),
        words: nearWords(rest, table, 'one'),
      })
    : refuse(noSuchNumber(typed, projects));
}

/** 港湾 | IoT 指標 | anything else */
function readNameFirst(
  words: readonly string[],
  page: number,
  table: CommandTable,
  projects: readonly ProjectSummary[],
): Outcome<Command, CommandRefusal | AskRefusal> {
  const typed = words.join(' ');
  const last = words.at(-1) ?? '';
  const subcommand = words.length > 1 ? findSubcommand(last, table.subcommands) : null;
  const tries = [
    { name: typed, subcommand: table.whenProject },
    ...(subcommand && subcommand.of !== 'all' ? [{ name: words.slice(0, -1).join(' '), subcommand }] : []),
  ];
  for (const attempt of tries) {
    const match = matchProject(attempt.name, projects);
    if (match.kind === 'one') {
      return accept({ subcommand: attempt.subcommand, project: match.project.number, rest: '', page });
    }
    if (match.kind === 'several') {
      return refuse({ kind: 'several-projects', typed: attempt.name, projects: match.projects });
    }
  }
  const match = matchProject(typed, projects);
  const near = match.kind === 'none' ? match.near : [];
  return refuse({ kind: 'unknown', typed, projects: near, words: nearWords(words[0] ?? '', table, 'all') });
}

function forProject(
  subcommand: Subcommand,
  typed: string,
  page: number,
  projects: readonly ProjectSummary[],
  rest = '',
): Outcome<Command, CommandRefusal | AskRefusal> {
  if (!known(typed, projects)) return refuse(noSuchNumber(typed, projects));
  return accept({ subcommand, project: Number(typed), rest, page });
}

function known(typed: string, projects: readonly ProjectSummary[]): boolean {
  return projects.some(({ number }) => String(number) === typed);
}

/** A project by number at the beginning: the number as typed, whether a mark stood with it, and what follows. */
function readNumber(text: string): { typed: string; marked: boolean; rest: string } | null {
  const found =
    /^(?<before>第|#|no\.?|project|pj|プロジェクト)? ?(?<typed>[-−]?\d+(?:[.,]\d+)*)(?<after> ?番目?| ?号| ?プロジェクト)?(?:の(?=\S))? ?(?<rest>.*)$/iu.exec(
      text,
    )?.groups;
  if (found === undefined) return null;
  const marked = found.before !== undefined || found.after !== undefined;
  const typed = (found.typed ?? '').replace('−', '-').replace(/^0+(?=[1-9])/, '');
  return { typed, marked, rest: found.rest ?? '' };
}

function findSubcommand(word: string, subcommands: readonly Subcommand[]): Subcommand | null {
  const folded = fold(word);
  return subcommands.find(({ names }) => names.some((name) => fold(name) === folded)) ?? null;
}

function nearWords(typed: string, table: CommandTable, of: 'one' | 'all'): readonly string[] {
  const fitting = table.subcommands.filter(
    (each) => each.help.length > 0 && (each.of === of || each.of === 'either'),
  );
  const words = nearest(
    typed,
    fitting.flatMap(({ names }) => names),
  );
  const found =
    words.length > 0 ? words : fitting.map(({ names }) => names[0] ?? '').slice(0, of === 'one' ? 3 : 0);
  return [...new Set(found)];
}

/** A page (p2, 2ページ, 2頁) may stand at the end. */
function takePage(words: readonly string[]): { words: readonly string[]; page: number } {
  const found = /^(?:p(\d{1,4})|(\d{1,4})(?:ページ|頁))$/i.exec(words.at(-1) ?? '');
  if (found === null) return { words, page: 1 };
  return { words: words.slice(0, -1), page: Number(found[1] ?? found[2]) };
}
