import { foldReading } from './reading.ts';
import type { Token } from './tokens.ts';
import { foldForTokens } from './tokens-fold.ts';

/** A word that counts as one, whatever a dictionary makes of it. */
export interface ListedWord {
  readonly written: string;
  /** In kana; for a question in kana or Latin letters. */
  readonly reading?: string | null | undefined;
  /** Words inside it that find it as well. */
  readonly parts?: readonly string[] | undefined;
}

/** The words of a list, ready to be found in texts. */
export interface ListedTerms {
  /** By first letter, the longest first. */
  readonly byFirst: ReadonlyMap<string, readonly ListedTerm[]>;
}

interface ListedTerm {
  readonly term: string;
  readonly reading: string | null;
  readonly parts: readonly string[];
}

/** A word found in a folded text. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly term: string;
  readonly reading: string | null;
  readonly kind: 'listed' | 'latin' | 'katakana';
  readonly parts: readonly Token[];
}

/** The list made ready. Words that fold to nothing are left out; of two alike the first counts. */
export function listedTerms(words: readonly ListedWord[]): ListedTerms {
  const terms = new Map<string, ListedTerm>();
  for (const { written, reading, parts = [] } of words) {
    const term = foldForTokens(written).text.trim();
    if (term === '' || terms.has(term)) continue;
    const folded = parts.map((part) => foldForTokens(part).text.trim()).filter((part) => part !== '');
    terms.set(term, { term, reading: reading ? foldReading(reading) : null, parts: folded });
  }
  const byFirst = new Map<string, ListedTerm[]>();
  for (const each of [...terms.values()].toSorted((a, b) => b.term.length - a.term.length)) {
    const first = each.term.charAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), each]);
  }
  return { byFirst };
}

/** The listed words that stand anywhere in a folded text, with all that is known of them: what they are cut by. */
export function listedIn(text: string, { byFirst }: ListedTerms): readonly ListedTerm[] {
  const found = new Set<ListedTerm>();
  for (let at = 0; at < text.length; at += 1) {
    for (const each of byFirst.get(text.charAt(at)) ?? []) {
      if (text.startsWith(each.term, at)) found.add(each);
    }
  }
  return [...found];
}

const latin = /[a-z0-9]+(?:[.,&'+-][a-z0-9]+)*%?/g;
const katakana = /[ァ-ヺー]{2,}/g;

/**
 * Listed, Latin and katakana words of a folded text, in order and without overlap. A listed word that is only a
 * piece of a Latin word is none (5g in 15g); one inside a katakana word is its part.
 */
export function knownRuns(text: string, listed: ListedTerms): readonly Run[] {
  const spelt = [...runsOf(text, latin, 'latin'), ...runsOf(text, katakana, 'katakana')];
  const found: Run[] = [];
  const inside: Token[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const hit = listed.byFirst.get(text.charAt(at))?.find(({ term }) => text.startsWith(term, at));
    if (hit === undefined) continue;
    const end = at + hit.term.length;
    const cut = spelt.find((run) => run.start < end && at < run.end && (run.start < at || end < run.end));
    if (cut === undefined) {
      found.push(runOfListed(hit, at));
      at = end - 1;
    } else if (cut.kind === 'katakana' && at >= cut.start && end <= cut.end) {
      inside.push({ start: at, end, term: hit.term, reading: hit.reading, kind: 'part' });
    }
  }
  const free = spelt.filter((run) => !found.some((each) => run.start < each.end && each.start < run.end));
  return [...found, ...free.map((run) => withParts(run, inside))].toSorted((a, b) => a.start - b.start);
}

function runsOf(text: string, pattern: RegExp, kind: Run['kind']): readonly Run[] {
  return Array.from(text.matchAll(pattern), ({ 0: term, index }) => ({
    start: index,
    end: index + term.length,
    term,
    reading: null,
    kind,
    parts: [],
  }));
}

function runOfListed({ term, reading, parts }: ListedTerm, start: number): Run {
  const tokens = parts.flatMap((part): readonly Token[] => {
    const at = term.indexOf(part);
    const place = { start: start + at, end: start + at + part.length };
    return at < 0 ? [] : [{ ...place, term: part, reading: null, kind: 'part' }];
  });
  return { start, end: start + term.length, term, reading, kind: 'listed', parts: tokens };
}

function withParts(run: Run, inside: readonly Token[]): Run {
  return { ...run, parts: inside.filter(({ start, end }) => start >= run.start && end <= run.end) };
}
