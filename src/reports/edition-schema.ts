import { z } from 'zod';
import type { EditionEntry } from '../domain/edition.ts';
import { mostCharacters, mostItems, mostListed } from '../domain/limits.ts';
import { marks, milestoneStates } from '../domain/milestone.ts';
import { decimalText, isDecimalText } from '../domain/quantity.ts';
import { WrittenDate, WrittenOccurrence } from './edition-dates.ts';
import { Line } from './edition-text.ts';

/** How deep entries nest: ■ entry, <WG>, its agenda, and one to spare. A bound, so that no file can exhaust the stack. */
export const deepestEntry = 4;

const Name = Line(mostCharacters.name);
const Reference = Name.nullable().default(null);

/** Lists that are empty, marks that are not set and names that are not given may be left out of the file. */
function listOf<Item extends z.ZodType>(item: Item, most: number) {
  return z.array(item).max(most).default([]);
}

const StrandFile = z.strictObject({ name: Name, within: Reference });
const WorkingGroupFile = z.strictObject({ name: Name, strand: Reference });

const ProgrammeFile = z.strictObject({
  name: Name,
  national: z.boolean().default(false),
  isNew: z.boolean().default(false),
});

const ValueFile = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('number'),
    amount: z.string().refine(isDecimalText, 'not a plain decimal such as 13.9').transform(decimalText),
  }),
  z.strictObject({ kind: z.literal('state'), state: Line(mostCharacters.state) }),
]);

const ObservationFile = z.strictObject({ value: ValueFile, asOf: WrittenDate.nullable().default(null) });

const IndicatorFile = z.strictObject({
  name: Name,
  unit: z.union([z.literal(''), Line(mostCharacters.unit)]),
  unitOnActual: z.boolean(),
  target: ValueFile,
  comparator: z.enum(['at-least', 'at-most']).default('at-least'),
  comparatorWritten: z.boolean().default(false),
  cumulative: z.boolean().default(false),
  note: Line(mostCharacters.note).nullable().default(null),
  observations: listOf(ObservationFile, mostListed.observations),
});

/** An entry and what stands below it, at most `depth` levels in all. */
function entryFile(depth: number): z.ZodType<EditionEntry> {
  const below = depth > 1 ? entryFile(depth - 1) : z.never('nested too deep');
  return z.strictObject({
    mark: z.enum(marks),
    text: Line(mostCharacters.text),
    state: z.enum(milestoneStates),
    strand: Reference,
    workingGroup: Reference,
    dates: listOf(WrittenOccurrence, mostListed.dates),
    figures: listOf(Line(mostCharacters.figure), mostItems),
    notes: listOf(Line(mostCharacters.note), mostItems),
    entries: listOf(below, mostListed.entries),
  });
}

const EntryFile = entryFile(deepestEntry);

const ProjectFile = z.strictObject({
  number: z.int().min(1).max(999),
  name: Name,
  aliases: listOf(Line(mostCharacters.alias), mostListed.aliases),
  initiatives: listOf(Name, mostListed.parts),
  strands: listOf(StrandFile, mostListed.parts),
  workingGroups: listOf(WorkingGroupFile, mostListed.parts),
  progress: listOf(EntryFile, mostListed.entries),
  upcoming: listOf(EntryFile, mostListed.entries),
  indicators: listOf(IndicatorFile, mostListed.indicators),
  programmes: listOf(ProgrammeFile, mostListed.parts),
});

/** An edition as it is kept in a file: as EditionContent, with dates as the table writes them. */
export const EditionFile = z.strictObject({
  key: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'not a year and month such as 2020-08'),
  title: Name,
  asOf: WrittenDate,
  footer: listOf(Line(mostCharacters.note), mostItems),
  projects: z.array(ProjectFile).min(1).max(mostListed.projects),
});
export type EditionFile = z.output<typeof EditionFile>;
