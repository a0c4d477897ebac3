import type { MilestoneSnapshot } from '../../../domain/change.ts';
import { mostItems } from '../../../domain/limits.ts';
import { accept, type Outcome, refuse } from '../../../domain/outcome.ts';
import { readFigures } from '../../../text/read-text.ts';
import type { FieldProblem, Fields, WriteContext } from '../write-verb.ts';
import { type FieldReading, readAll } from './all.ts';
import { chosenGroup, chosenStrand } from './choice.ts';
import { lines, longest, requiredText } from './text.ts';

/** What the forms of a milestone tell but for its dates. */
export type MilestoneWords = Pick<
  MilestoneSnapshot,
  'text' | 'figures' | 'notes' | 'strandId' | 'workingGroupId'
>;

/** Text, figures, notes and place as the form has them; a working group brings its strand where none is named. */
export function milestoneWords(
  fields: Fields,
  context: WriteContext,
): Outcome<MilestoneWords, readonly FieldProblem[]> {
  const read = readAll({
    text: requiredText(fields, { field: 'text', most: longest.text }),
    figures: figures(fields),
    notes: lines(fields, { field: 'note', most: longest.note }),
    strand: chosenStrand(fields, context),
    group: chosenGroup(fields, context),
  });
  if (!read.ok) return read;
  const { strand, group, ...told } = read.value;
  const strandId = strand?.id ?? group?.strandId ?? null;
  return accept({ ...told, strandId, workingGroupId: group?.id ?? null });
}

/** The same of a new milestone: figures in brackets at the end of its text join those of their own field. */
export function newMilestoneWords(
  fields: Fields,
  context: WriteContext,
): Outcome<MilestoneWords, readonly FieldProblem[]> {
  const read = milestoneWords(fields, context);
  if (!read.ok) return read;
  const { text, figures: written } = readFigures(read.value.text);
  const all = [...new Set([...written, ...read.value.figures])];
  const long = written.find((figure) => figure.length > longest.figure);
  if (long !== undefined) {
    return refuse([{ field: 'text', kind: 'too-long', most: longest.figure, length: long.length }]);
  }
  return all.length > mostItems
    ? refuse([{ field: 'figures', kind: 'too-long', most: mostItems, length: all.length }])
    : accept({ ...read.value, text, figures: all });
}

/** The lines of the field `figures`, with or without the brackets in which the table writes them. */
export function figures(fields: Fields): FieldReading<readonly string[]> {
  const read = lines(fields, { field: 'figures', most: longest.figure });
  if (!read.ok) return read;
  const all = read.value.flatMap(withoutBrackets);
  return all.length > mostItems
    ? refuse({ field: 'figures', kind: 'too-long', most: mostItems, length: all.length })
    : accept(all);
}

function withoutBrackets(line: string): readonly string[] {
  const inner = readFigures(` ${line}`);
  return inner.text.trim() === '' && inner.figures.length > 0 ? inner.figures : [line];
}
