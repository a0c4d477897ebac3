import type { Fields } from '../../actions/writes/write-verb.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import { findPeriods } from '../../domain/period/find-periods.ts';
import type { ProjectSummary } from '../../domain/project.ts';
import { fold, foldWidth } from '../../text/fold.ts';
import { limits } from '../blocks/limits.ts';
import { readDated } from './read-line.ts';

const entities: readonly (readonly [string, string])[] = [
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
];

/**
 * The text of a message as its readers see it: links by their label, channels by their name, people left out, since
 * an id says nothing in a table.
 */
export function plainMessage(text: string): string {
  const shown = text
    .replace(/<@[^>]*>/g, '')
    .replace(/<!(?:subteam\^[^|>]*\|?|date\^[^|>]*\|)?([^>|]*)(?:\|[^>]*)?>/g, '$1')
    .replace(/<#[^|>]*\|?([^>]*)>/g, '#$1')
    .replace(/<([^|>]*)\|([^>]*)>/g, '$2')
    .replace(/<((?:https?|mailto):[^>]*)>/g, '$1');
  return entities.reduce((told, [entity, sign]) => told.replaceAll(entity, sign), shown).trim();
}

/** 8番、 and the like in front of what is said: the form names its project by itself. */
const heading =
  /^[\s　]*(?:(?:第|[#＃]|no\.?\s?|project\s?|プロジェクト)[\d０-９]{1,3}番?|[\d０-９]{1,3}\s?番)(?:の件)?(?:[、,，:：]|[\s　])[\s　]*/iu;

/** What a message fills in: text, figures, and its date, also one within the text, which then stays there. */
export function readMessage(text: string, today: CalendarDay): Fields {
  const read = readDated(text.slice(0, limits.inputText).replace(heading, ''), today);
  if (read.when !== undefined) return read;
  const [found] = findPeriods(text, { today });
  return found === undefined ? read : { ...read, when: found.period.text };
}

const marked = /(?:第|#|no\.?|project|プロジェクト)\s?(\d{1,3})(?!\d)|(?<!\d)(\d{1,3})\s?番(?!目)/giu;

/** The project that a message names by its number (8番, #8) or by its name; null where it names none or several. */
export function projectIn(text: string, projects: readonly ProjectSummary[]): number | null {
  const numbers = [...foldWidth(text).matchAll(marked)].map(([, before, after]) => Number(before ?? after));
  const numbered = projects.filter(({ number }) => numbers.includes(number));
  if (numbered.length > 0) return only(numbered);
  const folded = fold(text);
  return only(
    projects.filter(({ name, aliases }) =>
      [name, ...aliases].map(fold).some((each) => each.length > 1 && folded.includes(each)),
    ),
  );
}

function only(found: readonly ProjectSummary[]): number | null {
  return found.length === 1 ? (found[0]?.number ?? null) : null;
}
