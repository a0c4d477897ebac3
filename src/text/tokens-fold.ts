/** A text in the form in which words are cut from it, and where each of its UTF-16 units came from. */
export interface FoldedText {
  readonly text: string;
  /** Offset in the original where the unit's character begins. */
  readonly starts: readonly number[];
  /** Offset in the original behind the unit's character. */
  readonly ends: readonly number[];
}

/** A character with the marks that belong to it: ｶﾞ becomes one ガ. */
const cluster = /[^\p{M}\uFF9E\uFF9F][\p{M}\uFF9E\uFF9F]{0,4}|[\p{M}\uFF9E\uFF9F]/gsu;
/** Ornaments, ordinals in circles (NFKC would make digits of them), and what does not show. */
const dropped = /^[★☆◆■●▼\p{Cs}\p{Cf}]/u;
const asBlank = /^[\s\p{Cc}\u2460-\u2473\u3251-\u325f\u32b1-\u32bf]/u;
const dash = /^[-‐‑‒–—―−]$/u;

/**
 * The text in one width and case, without what typesetting put into it: I o T is iot, R & D is r&d, 第 7 回 is 第7回,
 * コンビナ－ト has its long vowel, スマート★づくり is one word. Blanks between words stay as one. Linear in the length.
 */
export function foldForTokens(original: string): FoldedText {
  const units: Unit[] = [];
  for (const { 0: written, index } of original.matchAll(cluster)) {
    const place = { start: index, end: index + written.length };
    for (const unit of foldCluster(written, units.at(-1)?.unit).split('')) units.push({ unit, ...place });
  }
  const kept = withoutStrayBlanks(units);
  return {
    text: kept.map(({ unit }) => unit).join(''),
    starts: kept.map(({ start }) => start),
    ends: kept.map(({ end }) => end),
  };
}

interface Unit {
  readonly unit: string;
  readonly start: number;
  readonly end: number;
}

function foldCluster(written: string, before: string | undefined): string {
  if (dropped.test(written)) return '';
  if (asBlank.test(written)) return ' ';
  const folded = written.normalize('NFKC').toLowerCase();
  if (!dash.test(folded)) return folded;
  return before !== undefined && /[ァ-ヺ]/.test(before) ? 'ー' : '-';
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

function withoutStrayBlanks(units: readonly Unit[]): readonly Unit[] {
  const single = units.filter(({ unit }, at) => unit !== ' ' || units[at - 1]?.unit !== ' ');
  const text = single.map(({ unit }) => unit).join('');
  const gone = new Set(Array.from(text.matchAll(stray), ({ index }) => index));
  return gone.size === 0 ? single : single.filter((_, at) => !gone.has(at));
}
