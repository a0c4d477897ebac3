import type { Morpheme } from '../../text/tokens.ts';

/** A word as the worker posts it: surface, part of speech, its detail, base form ('*' if unknown), reading. */
export type PostedWord = readonly [
  surface: string,
  part: string,
  detail: string,
  base: string,
  reading: string | null,
];

/** The word with IPADIC's parts of speech made the few kinds that matter to the search. */
export function morphemeOf([surface, part, detail, base, reading]: PostedWord): Morpheme {
  return { surface, base: base === '*' ? surface : base, reading, kind: kindOf(surface, part, detail) };
}

function kindOf(surface: string, part: string, detail: string): Morpheme['kind'] {
  if (part === '接頭詞') return 'affix';
  if (part === '名詞') return kindOfNoun(surface, detail);
  return (part === '動詞' || part === '形容詞') && detail === '自立' ? 'verb' : 'other';
}

function kindOfNoun(surface: string, detail: string): Morpheme['kind'] {
  if (detail === '数') return 'number';
  if (detail === '非自立' || detail === '代名詞') return 'other';
  return detail === '接尾' && surface.length === 1 ? 'affix' : 'noun';
}
