import { z } from 'zod';
import type { EditionEntry } from '../domain/edition.ts';
import { marks, milestoneStates } from '../domain/milestone.ts';
import { decimalText, isDecimalText } from '../domain/quantity.ts';
import { WrittenDate, WrittenOccurrence } from './edition-dates.ts';
import { Line } from './edition-text.ts';

/** How deep entries nest: ■ entry, <WG>, its agenda, and one to spare. A bound, so that no file can exhaust the stack. */
export const deepestEntry = 4;

const Name = Line(200);
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
  z.strictObject({ kind: z.literal('state'), state: Line(100) }),
]);

const ObservationFile = z.strictObject({ value: ValueFile, asOf: WrittenDate.nullable().default(null) });

const IndicatorFile = z.strictObject({
  name: Name,
  unit: z.union([z.literal(''), Line(20)]),
  unitOnActual: z.boolean(),
  target: ValueFile,
  comparator: z.enum(['at-least', 'at-most']).default('at-least'),
  comparatorWritten: z.boolean().default(false),
  cumulative: z.boolean().default(false),
  note: Line(500).nullable().default(null),
  observations: listOf(ObservationFile, 100),
});

/** An entry and what stands below it, at most `depth` levels in all. */
function entryFile(depth: number): z.ZodType<EditionEntry> {
  const below = depth > 1 ? entryFile(depth - 1) : z.never('nested too deep');
  return z.strictObject({
    mark: z.enum(marks),
    text: Line(1000),
    state: z.enum(milestoneStates),
    strand: Reference,
    workingGroup: Reference,
    dates: listOf(WrittenOccurrence, 50),
    figures: listOf(Line(300), 20),
    notes: listOf(Line(500), 20),
    entries: listOf(below, 200),
  });
}

const EntryFile = entryFile(deepestEntry);

const ProjectFile = z.strictObject({
  number: z.int().min(1).max(999),
  name: Name,
  aliases: listOf(Line(40), 20),
  initiatives: listOf(Name, 50),
  strands: listOf(StrandFile, 50),
  workingGroups: listOf(WorkingGroupFile, 50),
  progress: listOf(EntryFile, 300),
  upcoming: listOf(EntryFile, 300),
  indicators: listOf(IndicatorFile, 100),
  programmes: listOf(ProgrammeFile, 100),
});

/** An edition as it is kept in a file: as EditionContent, with dates as the table writes them. */
export const EditionFile = z.strictObject({
  key: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'not a year and month such as 2020-08'),
  title: Name,
  asOf: WrittenDate,
  footer: listOf(Line(500), 20),
  projects: z.array(ProjectFile).min(1).max(200),
});
export type EditionFile = z.output<typeof EditionFile>;
