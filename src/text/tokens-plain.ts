import type { Morpheme } from './tokens.ts';

const words = new Intl.Segmenter('ja', { granularity: 'word' });

/**
 * The text cut by what the platform knows of Japanese: for as long as no dictionary answers. Knows no base forms
 * and no readings; words of hiragana alone count as particles.
 */
export function plainMorphemes(text: string): readonly Morpheme[] {
  return Array.from(words.segment(text), ({ segment, isWordLike }) => ({
    surface: segment,
    base: segment,
    reading: null,
    kind: kindOf(segment, isWordLike === true),
  }));
}

function kindOf(segment: string, isWordLike: boolean): Morpheme['kind'] {
  if (!isWordLike || /^[\u3041-\u309fー]+$/.test(segment)) return 'other';
  return segment.length === 1 ? 'affix' : 'noun';
}
