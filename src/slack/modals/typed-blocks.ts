import type { KnownBlock } from '@slack/types';
import type { FieldName, Fields } from '../../actions/writes/write-verb.ts';
import { cleanLine } from '../../text/clean.ts';
import { limits } from '../blocks/limits.ts';
import { paragraph, richText, text } from '../blocks/rich-text.ts';
import type { WordKey, Words } from '../words/index.ts';

/** Fields whose words are worth keeping; ids of choices are nobody's words. */
const labels: Partial<Record<FieldName, WordKey>> = {
  text: 'field.text',
  when: 'field.dates',
  value: 'field.value',
  figures: 'field.figures',
  note: 'field.note',
  reason: 'field.reason',
  name: 'part.name',
  number: 'field.number',
  aliases: 'field.aliases',
  section: 'field.section',
  target: 'field.target',
  unit: 'field.unit',
  word: 'part.word',
  reading: 'part.reading',
  parts: 'part.parts',
  means: 'part.means',
};

/** What the person has typed, to be copied from a view that has no fields any more. */
export function typedBlocks(typed: Fields, words: Words): KnownBlock[] {
  const told = Object.entries(labels).flatMap(([field, label]) => {
    const value = typed[field as FieldName] ?? '';
    return value.trim() === '' ? [] : [{ label, value }];
  });
  if (told.length === 0) return [];
  return [
    richText([paragraph(text(words('submit.yours'), { bold: true }))]),
    ...told.map(({ label, value }) =>
      richText([paragraph(text(words(label))), { type: 'rich_text_preformatted', elements: copied(value) }]),
    ),
  ];
}

/** Line by line, since a text element of ours is one line. */
function copied(value: string) {
  const whole = value.split('\n').map(cleanLine).join('\n');
  const pieces = whole.match(/[\s\S]{1,1500}/gu) ?? [];
  return pieces
    .slice(0, Math.ceil(limits.inputText / 1_500) + 1)
    .map((piece) => ({ type: 'text' as const, text: piece }));
}
