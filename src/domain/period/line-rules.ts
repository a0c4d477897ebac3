import { eraLigature, eraName, eras } from '../era.ts';
import type { Expression } from './parse-expression.ts';
import type { Point } from './parse-point.ts';
import { isDigit, skipBlanks } from './scan.ts';

interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly value: Expression;
}

const eraStarts: readonly string[] = eras.flatMap((era) => [era, eraName(era).charAt(0), eraLigature(era)]);
const otherStarts = '西F適随未調通常時日開実一二三四五六七八九十';

/** Whether a date expression of a line may begin at `at`: a cheap test before parsing. */
export function mayStartDate(text: string, at: number): boolean {
  const character = text.charAt(at);
  const before = text.charAt(at - 1);
  // A number or a name that has begun before: 98.1, 3,900, 第10, PWS:18.
  if (isDigit(character)) return !/[\dA-Za-z.,/:第約-]/.test(before);
  if (/[A-Z]/.test(character) && /[\dA-Za-z]/.test(before)) return false;
  return eraStarts.includes(character) || otherStarts.includes(character);
}

/** Whether an expression that stands within a line is a date there, judged by how much it says and its neighbours. */
export function acceptedInLine(text: string, candidate: Candidate): boolean {
  if (!endsThere(text, candidate.end)) return false;
  const { value } = candidate;
  switch (value.kind) {
    case 'as-needed':
    case 'always':
      return standsAlone(text, candidate);
    case 'range':
      return acceptedPoint(text, { ...candidate, point: value.from, bare: value.to });
    default:
      return acceptedPoint(text, { ...candidate, point: value.point, bare: value.point });
  }
}

interface PointCandidate {
  readonly start: number;
  readonly end: number;
  readonly point: Point;
  /** The point that must say more than a bare number. */
  readonly bare: Point;
}

function acceptedPoint(text: string, candidate: PointCandidate): boolean {
  const { year, reach } = candidate.point;
  if (year === null) return acceptedYearless(text, candidate);
  if (year.marked) return true;
  if (reach.precision !== 'year') return year.era !== null || acceptedWestern(text, candidate);
  if (year.era === null) return candidate.bare !== candidate.point && candidate.bare.year?.marked === true;
  // H2 is hydrogen, M1 and T1 are names: only R2 and H30 are years without 年.
  return year.era === 'R' || (year.era === 'H' && year.number >= 10);
}

/** 2020.8 and 2020/8 may be numbers: they are dates where nothing counted follows, 2020-08-25 always. */
function acceptedWestern(text: string, { end, point }: PointCandidate): boolean {
  return point.reach.precision === 'day' || isBoundary(text.charAt(skipBlanks(text, end)));
}

/** 6/11 between brackets or commas; 8月25日 anywhere, but for 8月号. */
function acceptedYearless(text: string, { start, end, point }: PointCandidate): boolean {
  const { precision } = point.reach;
  if (precision === 'season' || precision === 'part-of-fiscal-year') return false;
  if (text.slice(start, end).includes('月')) return !/[号分間当]/.test(text.charAt(end));
  return isBoundary(text.charAt(start - 1)) && isBoundary(text.charAt(end));
}

/** 適宜 and 通年 are dates in brackets of their own, （通年） or (適宜開催); elsewhere they are words of a sentence. */
function standsAlone(text: string, { start, end }: Candidate): boolean {
  const rest = text.slice(end, end + 5).replace(/^(に?開催|に?実施)?(予定)?/, '');
  return /[([、]/.test(text.charAt(start - 1)) && /^[)\]、]/.test(rest);
}

function isBoundary(character: string): boolean {
  return character === '' || /[\s()[\]「」【】『』、。,;:~①-⑳■・※]/.test(character);
}

/** Whether no number, unit or name goes on behind the expression: R2.8.123, R2-D2, R2.5G. */
function endsThere(text: string, end: number): boolean {
  const rest = text.slice(end, end + 4);
  if (!isDigit(text.charAt(end - 1)) && text.charAt(end - 1) !== '元') return true;
  return !/^(\d|[./-][\dA-Za-z]|\s?%|([kcm]?[ml]|[kt]?g|[GMT]B?|k?Wh?|t)(?![A-Za-z]))/i.test(rest);
}
