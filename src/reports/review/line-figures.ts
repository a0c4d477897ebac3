import { findPeriods } from '../../domain/period/find-periods.ts';

/** A figure in a line, with where it stands. */
export interface LineFigure {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** In [ ], which belongs to the figure with all that is in it. */
  readonly square: boolean;
}

const counters =
  '社|名|人|件|回|企業|団体|カ月|か月|ヶ月|ヵ月|箇所|か所|カ所|ヶ所|台|校|者|組|店|戸|施設|チーム|%|％|億円|万円|円|km|本|種|日間|年間|時間|講座|自治体|市町|棟|隻|トン';
const counted = new RegExp(`(?<!第\\s{0,2})(?<![\\d.])\\d[\\d,.]*\\s*(?:${counters})`, 'u');

/** The figures of a line: what stands in brackets and counts something. [64社、約120名参加], （12 人参加、…の視察他）. */
export function figuresOf(line: string): readonly LineFigure[] {
  return bracketsOf(line).flatMap((bracket) => {
    const inside = line.slice(bracket.start, bracket.end);
    if (!counted.test(inside)) return [];
    return bracket.square ? [{ ...bracket, text: inside.trim() }] : partsOf(inside, bracket.start);
  });
}

interface Bracket {
  readonly start: number;
  readonly end: number;
  readonly square: boolean;
}

const opening = '（([［';
const closing = '）)]］';

/** The outermost brackets of a line; one that is not closed is none. */
function bracketsOf(line: string): readonly Bracket[] {
  const found: Bracket[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charAt(at);
    if (opening.includes(character)) {
      if (depth === 0) start = at + 1;
      depth += 1;
    } else if (closing.includes(character) && depth > 0) {
      depth -= 1;
      if (depth === 0) found.push({ start, end: at, square: '[［'.includes(line.charAt(start - 1)) });
    }
  }
  return found;
}

/** The parts of a bracket, cut where a date stands in a bracket of its own: PWS:18社28名参加（R元.7）、WS:…. */
function partsOf(inside: string, offset: number): readonly LineFigure[] {
  const cuts = bracketsOf(inside).filter(({ start, end }) => isDate(inside.slice(start, end)));
  const bounds = [0, ...cuts.flatMap(({ start, end }) => [start - 1, end + 1]), inside.length];
  const parts: LineFigure[] = [];
  for (let at = 0; at < bounds.length; at += 2) {
    const part = trimmed(inside, { start: bounds[at] ?? 0, end: bounds[at + 1] ?? inside.length });
    if (counted.test(part.text)) {
      parts.push({ text: part.text, start: offset + part.start, end: offset + part.end, square: false });
    }
  }
  return parts;
}

function isDate(text: string): boolean {
  const [first] = findPeriods(text);
  return first !== undefined && first.start === 0 && first.end === text.length;
}

function trimmed(text: string, { start, end }: { start: number; end: number }) {
  const lead = /^[\s、，,]*/u.exec(text.slice(start, end))?.[0].length ?? 0;
  const from = start + lead + labelOf(text.slice(start + lead, end));
  const part = text.slice(from, end).trimEnd();
  return { text: part, start: from, end: from + part.length };
}

/** The length of a label before a date: 奨学金返還補助制度の運用：R 元年度対象者決定 6 名. */
function labelOf(part: string): number {
  const label = /^[^：:\d]{2,}[：:]\s*/u.exec(part)?.[0] ?? '';
  const isLabel = label !== '' && findPeriods(part).some(({ start }) => start === label.length);
  return isLabel ? label.length : 0;
}
