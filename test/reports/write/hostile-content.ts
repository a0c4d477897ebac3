import type { EditionContent } from '../../../src/domain/edition.ts';
import { anAchievement, anEdition, anIndicator, aPlan, aProject } from '../../support/editions.ts';

/** Texts that people might write and no file may take for anything but text. */
export const hostileTexts = [
  '=HYPERLINK("https://evil.example","承認")',
  '＝1+1',
  '+81-83-922-3111',
  '-1',
  '@SUM(A1)',
  '  =1+1',
  '\u200B=1+1',
  '</w:t></w:r><w:r><w:t>x',
  '<script>alert(1)</script>',
  '&lt;!here&gt; &amp;amp;',
  '_x0041_',
  '| a | b |',
  '**太字** [承認](https://evil.example) `code` <https://evil.example>',
  'www.evil.example someone@evil.example',
  '"引用", \'単引用\'',
  '𠮷野家 👨‍👩‍👧 é',
  '右\u202Eから左',
] as const;

/** An edition in which the text stands wherever people write. */
export function hostileContent(text: string): EditionContent {
  const project = aProject(8, {
    name: text,
    initiatives: [text],
    strands: [{ name: text, within: null }],
    progress: [anAchievement(text, { strand: text, notes: [text], figures: [] })],
    upcoming: [aPlan(text, [], { strand: text })],
    indicators: [anIndicator(text, { note: text, unit: '件' })],
    programmes: [{ name: text, national: true, isNew: true }],
  });
  return anEdition([project], { title: text, footer: [text] });
}
