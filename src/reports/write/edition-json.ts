import { partsOf } from '../../domain/calendar-day.ts';
import type { EditionContent, EditionEntry, EditionIndicator, EditionProject } from '../../domain/edition.ts';
import { fiscalYearOf } from '../../domain/fiscal-year.ts';
import type { Value } from '../../domain/indicator.ts';
import type { Period } from '../../domain/period/period.ts';
import { printPeriod } from '../../domain/period/print-period.ts';
import { readPeriod } from '../../domain/period/read-period.ts';

/**
 * The content in the format of edition files, which `readEditionFile` reads back to the same: dates as the table
 * writes them, with the year beside one that names none.
 */
export function writeEditionJson(content: EditionContent): Uint8Array {
  return Buffer.from(`${JSON.stringify(editionFileOf(content), null, 2)}\n`, 'utf8');
}

/**
 * The content as plain data in the format of edition files; what is empty is left out. Members stand in one order
 * whatever made the content, so that equal content is equal text.
 */
export function editionFileOf({ key, title, asOf, footer, projects }: EditionContent): unknown {
  return { key, title, asOf: dateOf(asOf), projects: projects.map(projectOf), footer };
}

function projectOf(project: EditionProject): unknown {
  const { number, name, aliases, initiatives } = project;
  return filled({
    number,
    name,
    aliases,
    initiatives,
    strands: project.strands.map((strand) => filled({ name: strand.name, within: strand.within })),
    workingGroups: project.workingGroups.map((group) => filled({ name: group.name, strand: group.strand })),
    progress: project.progress.map((entry) => entryOf(entry, null)),
    upcoming: project.upcoming.map((entry) => entryOf(entry, null)),
    indicators: project.indicators.map(indicatorOf),
    programmes: project.programmes.map((programme) =>
      filled({ name: programme.name, national: programme.national, isNew: programme.isNew }),
    ),
  });
}

/** The strand is told where it is another than that of the entry above, which the reader gives it anyway. */
function entryOf(entry: EditionEntry, above: string | null): unknown {
  const { mark, text, state, strand, workingGroup, figures, notes } = entry;
  return {
    mark,
    ...filled({
      text,
      state,
      strand: strand === above ? null : strand,
      workingGroup,
      dates: entry.dates.map(({ period, ordinal }) =>
        ordinal === null ? dateOf(period) : { ...asObject(dateOf(period)), ordinal },
      ),
      figures,
      notes,
      entries: entry.entries.map((below) => entryOf(below, strand)),
    }),
  };
}

function indicatorOf(indicator: EditionIndicator): unknown {
  const { name, unit, unitOnActual, target, comparator, comparatorWritten, cumulative, note } = indicator;
  return {
    name,
    unit,
    unitOnActual,
    target: plainValue(target),
    comparator,
    ...filled({ comparatorWritten, cumulative, note }),
    observations: indicator.observations.map(({ value, asOf }) => ({
      value: plainValue(value),
      ...(asOf === null ? {} : { asOf: dateOf(asOf) }),
    })),
  };
}

function plainValue(value: Value): unknown {
  return value.kind === 'number'
    ? { kind: value.kind, amount: value.amount }
    : { kind: value.kind, state: value.state };
}

type WrittenDate = string | { readonly text: string; readonly year?: number; readonly fiscalYear?: number };

/** The date as written, with what is needed to read it to the same days; else in canonical form. */
function dateOf(period: Period): WrittenDate {
  const day = period.first ?? period.last;
  const { text } = period;
  const contexts = [
    {},
    ...(day === null ? [] : [{ year: partsOf(day).year }, { fiscalYear: fiscalYearOf(day) }]),
  ];
  for (const context of contexts) {
    const read = readPeriod(text, context);
    if (read.ok && sameTime(read.value, period))
      return Object.keys(context).length === 0 ? text : { text, ...context };
  }
  return printPeriod(period, { language: 'ja', style: 'short' });
}

function sameTime(a: Period, b: Period): boolean {
  return (
    a.first === b.first && a.last === b.last && a.precision === b.precision && a.approximate === b.approximate
  );
}

function asObject(date: WrittenDate): object {
  return typeof date === 'string' ? { text: date } : date;
}

/** Without what the reader fills in by itself: null, false and empty lists. */
function filled(things: object): object {
  const isFilled = (value: unknown) =>
    value !== null && value !== false && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(things).filter(([, value]: [string, unknown]) => isFilled(value)));
}
