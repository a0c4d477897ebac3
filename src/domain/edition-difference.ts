import type { EditionContent, EditionEntry, EditionIndicator, EditionProject } from './edition.ts';

/** What has changed of one project between two editions, in the words of the table. */
export interface ProjectDifference {
  readonly number: number;
  readonly name: string;
  readonly changes: readonly EditionChange[];
}

/** `column` is the column of the table, or the part of the first one. */
export type EditionChange =
  | { readonly kind: 'project-new' }
  | { readonly kind: 'project-gone' }
  | { readonly kind: 'renamed'; readonly before: string; readonly after: string }
  | { readonly kind: 'line-new'; readonly column: LineColumn; readonly text: string }
  | { readonly kind: 'line-gone'; readonly column: LineColumn; readonly text: string }
  | {
      readonly kind: 'line-changed';
      readonly column: LineColumn;
      readonly before: string;
      readonly after: string;
    }
  /** What was to come stands among what was done now. */
  | { readonly kind: 'came-true'; readonly before: string; readonly after: string }
  | { readonly kind: 'indicator-new'; readonly name: string; readonly after: string }
  | { readonly kind: 'indicator-gone'; readonly name: string; readonly before: string }
  | {
      readonly kind: 'indicator-changed';
      readonly name: string;
      readonly before: string;
      readonly after: string;
    };

export type LineColumn = 'initiative' | 'progress' | 'upcoming' | 'programme';

/** Prints an indicator's value, target and time: `13.9%/16.0%（R元）`. */
export type PrintIndicator = (indicator: EditionIndicator) => string;

/**
 * What has changed from one edition to the next, by project number; projects without a change are left out. Lines
 * are matched where they are equal but for blanks, then where more than half of their characters are the same.
 */
export function editionDifference(
  before: EditionContent,
  after: EditionContent,
  print: PrintIndicator,
): readonly ProjectDifference[] {
  const numbers = [...before.projects, ...after.projects].map(({ number }) => number);
  return [...new Set(numbers)]
    .toSorted((a, b) => a - b)
    .flatMap((number) => {
      const [old, now] = [before, after].map(({ projects }) =>
        projects.find((each) => each.number === number),
      );
      const name = now?.name ?? old?.name ?? '';
      const changes = changesOf(old, now, print);
      return changes.length === 0 ? [] : [{ number, name, changes }];
    });
}

function changesOf(
  old: EditionProject | undefined,
  now: EditionProject | undefined,
  print: PrintIndicator,
): readonly EditionChange[] {
  if (old === undefined) return now === undefined ? [] : [{ kind: 'project-new' }];
  if (now === undefined) return [{ kind: 'project-gone' }];
  const renamed: readonly EditionChange[] =
    old.name === now.name ? [] : [{ kind: 'renamed', before: old.name, after: now.name }];
  return [...renamed, ...lineChanges(linesOf(old), linesOf(now)), ...indicatorChanges(old, now, print)];
}

interface Line {
  readonly column: LineColumn;
  readonly text: string;
}

function linesOf(project: EditionProject): readonly Line[] {
  const named = (column: LineColumn, texts: readonly string[]) => texts.map((text) => ({ column, text }));
  return [
    ...named('initiative', project.initiatives),
    ...named('progress', project.progress.flatMap(textsOf)),
    ...named('upcoming', project.upcoming.flatMap(textsOf)),
    ...named(
      'programme',
      project.programmes.map(({ name }) => name),
    ),
  ];
}

function textsOf({ text, notes, entries }: EditionEntry): readonly string[] {
  return [text, ...notes, ...entries.flatMap(textsOf)];
}

interface Pair {
  readonly before: Line;
  readonly after: Line;
}

function lineChanges(old: readonly Line[], now: readonly Line[]): readonly EditionChange[] {
  const rest = { old: [...old], now: [...now] };
  const same = (a: Line, b: Line) => a.column === b.column && bare(a.text) === bare(b.text);
  const pairs = [
    ...takePairs(rest, (a, b) => (same(a, b) ? 1 : 0)),
    ...takePairs(rest, (a, b) => (mayFollow(a, b) && bare(a.text) === bare(b.text) ? 1 : 0)),
    ...takePairs(rest, (a, b) => (mayFollow(a, b) ? likeness(bare(a.text), bare(b.text)) : 0)),
  ];
  return [
    ...pairs.flatMap(changeOfPair),
    ...rest.now.map(({ column, text }) => ({ kind: 'line-new' as const, column, text })),
    ...rest.old.map(({ column, text }) => ({ kind: 'line-gone' as const, column, text })),
  ];
}

/** A line stays in its column, or comes true. */
function mayFollow(before: Line, after: Line): boolean {
  return before.column === after.column || (before.column === 'upcoming' && after.column === 'progress');
}

const alike = 0.5;

/** Takes pairs out of both lists: of each earlier line the first of the most similar later ones. */
function takePairs(
  rest: { readonly old: Line[]; readonly now: Line[] },
  score: (before: Line, after: Line) => number,
): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const before of rest.old.splice(0)) {
    const scored = rest.now.map((after) => ({ after, score: score(before, after) }));
    const best = scored.reduce<(typeof scored)[number] | null>(
      (top, each) => (each.score > (top?.score ?? alike) ? each : top),
      null,
    );
    if (best === null) {
      rest.old.push(before);
      continue;
    }
    rest.now.splice(rest.now.indexOf(best.after), 1);
    pairs.push({ before, after: best.after });
  }
  return pairs;
}

function changeOfPair({ before, after }: Pair): readonly EditionChange[] {
  const texts = { before: before.text, after: after.text };
  if (before.column !== after.column) return [{ kind: 'came-true', ...texts }];
  if (bare(before.text) === bare(after.text)) return [];
  return [{ kind: 'line-changed', column: after.column, ...texts }];
}

function bare(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** The share of pairs of neighbouring characters that two texts have in common (Dice), 0–1. */
function likeness(a: string, b: string): number {
  const [left, right] = [pairsIn(a), pairsIn(b)];
  if (left.length === 0 || right.length === 0) return a === b ? 1 : 0;
  const unmatched = new Map<string, number>();
  for (const pair of right) unmatched.set(pair, (unmatched.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of left) {
    const count = unmatched.get(pair) ?? 0;
    if (count === 0) continue;
    unmatched.set(pair, count - 1);
    common += 1;
  }
  return (2 * common) / (left.length + right.length);
}

function pairsIn(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}

function indicatorChanges(
  old: EditionProject,
  now: EditionProject,
  print: PrintIndicator,
): readonly EditionChange[] {
  const byName = (project: EditionProject) =>
    new Map(project.indicators.map((indicator) => [bare(indicator.name), indicator]));
  const [before, after] = [byName(old), byName(now)];
  const changed = [...after].flatMap(([key, indicator]): readonly EditionChange[] => {
    const { name } = indicator;
    const earlier = before.get(key);
    if (earlier === undefined) return [{ kind: 'indicator-new', name, after: print(indicator) }];
    const texts = { before: print(earlier), after: print(indicator) };
    return texts.before === texts.after ? [] : [{ kind: 'indicator-changed', name, ...texts }];
  });
  const gone = [...before]
    .filter(([key]) => !after.has(key))
    .map(([, indicator]) => ({
      kind: 'indicator-gone' as const,
      name: indicator.name,
      before: print(indicator),
    }));
  return [...changed, ...gone];
}
