/** A text in the form in which words are cut from it, and where each of its UTF-16 units came from. */
export interface FoldedText {
  readonly text: string;
  /** Offset in the original where the unit's character begins. */
  readonly starts: readonly number[];
  /** Offset in the original behind the unit's character. */
  readonly ends: readonly number[];
}

/** Ornaments, ordinals in circles (NFKC would make digits of them), and what does not show. */
const dropped = /^[★☆◆■●▼\p{Cs}\p{Cf}]/u;
const asBlank = /^[\s\p{Cc}\u2460-\u2473\u3251-\u325f\u32b1-\u32bf]/u;
const dash = /^[-‐‑‒–—―−]$/u;

/**
 * The text in one width and case, without what typesetting put into it: I o T is iot, R & D is r&d, 第 7 回 is 第7回,
 * コンビナ－ト has its long vowel, スマート★づくり is one word. Blanks between words stay as one. Linear in the length.
 */
export function foldForTokens(original: string): FoldedText {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let start = 0; start < original.length; ) {
    const end = endOfCluster(original, start);
    const folded = foldCluster(original.slice(start, end), units.at(-1));
    for (let at = 0; at < folded.length; at += 1) {
      const unit = folded.charAt(at);
      if (unit === ' ' && units.at(-1) === ' ') continue;
      units.push(unit);
      starts.push(start);
      ends.push(end);
    }
    start = end;
  }
  const text = units.join('');
  const gone = text.includes(' ') ? new Set(Array.from(text.matchAll(stray), ({ index }) => index)) : none;
  if (gone.size === 0) return { text, starts, ends };
  const stays = (_: unknown, at: number): boolean => !gone.has(at);
  return { text: units.filter(stays).join(''), starts: starts.filter(stays), ends: ends.filter(stays) };
}

const none: ReadonlySet<number> = new Set();

const mark = /[\p{M}\uFF9E\uFF9F]/u;
/** So many marks belong to one character. */
const mostMarks = 4;

/** Where the character that begins at `start` ends, with its marks. */
function endOfCluster(text: string, start: number): number {
  let end = start + lengthAt(text, start);
  for (let marks = 0; marks < mostMarks && isMarkAt(text, end); marks += 1) end += lengthAt(text, end);
  return end;
}

function lengthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function isMarkAt(text: string, at: number): boolean {
  const code = text.codePointAt(at) ?? 0;
  // Most of what is written has no marks: kana, kanji, ASCII.
  if (code < 0x300 || (code >= 0x3041 && code <= 0x3096) || (code >= 0x30a1 && code <= 0x9fff)) return false;
  return mark.test(String.fromCodePoint(code));
}

/** Characters are few, and folding one is dear. */
const folds = new Map<string, string>();
const mostFolds = 20_000;

function foldCluster(written: string, before: string | undefined): string {
  let folded = folds.get(written);
  if (folded === undefined) {
    folded = foldAlone(written);
    if (folds.size >= mostFolds) folds.clear();
    folds.set(written, folded);
  }
  return folded === '-' && before !== undefined && /[ァ-ヺー]/.test(before) ? 'ー' : folded;
}

function foldAlone(written: string): string {
  if (dropped.test(written)) return '';
  if (asBlank.test(written)) return ' ';
  const folded = written.normalize('NFKC').toLowerCase();
  return dash.test(folded) ? '-' : folded;
}

const cjk = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー]';
/** Blanks within i o t, r & d; between Japanese and Latin; within 13. 9. */
const stray = new RegExp(
  [
    '(?<=(?<![a-z0-9])[a-z]|&) (?=&|[a-z](?![a-z0-9]))',
    '(?<=(?<![a-z0-9])[a-z]) (?=& [a-z](?![a-z0-9]))',
    `(?<=${cjk}) (?=[a-z0-9])`,
    `(?<=[a-z0-9%.]) (?=${cjk})`,
    '(?<=\\d\\.) (?=\\d)',
  ].join('|'),
  'gu',
);
