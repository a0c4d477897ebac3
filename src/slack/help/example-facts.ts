import { addDays, addMonths, type CalendarDay } from '../../domain/calendar-day.ts';
import { fiscalYearOf, fiscalYearSpan } from '../../domain/fiscal-year.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { printDay } from '../../domain/period/print-period.ts';
import type { Language } from '../../domain/person.ts';
import { printValue } from '../../domain/print-indicator.ts';
import type { ProjectSummary } from '../../domain/project.ts';
import { cleanLine } from '../../text/clean.ts';
import { withoutLeading } from '../messages/parts/without-leading.ts';

/** What stands in the examples of the help: of a project that there is, as of today. */
export interface ExampleFacts {
  readonly number: number;
  readonly indicator: string;
  readonly value: string;
  readonly event: string;
  /** R2.8.24, or 2020-08-24 in English; and so the month, a later month, and the end of the last fiscal year. */
  readonly day: string;
  readonly month: string;
  readonly next: string;
  readonly past: string;
  readonly fiscalYear: string;
}

/** As in the published table, for where there is nothing yet. */
const none = { number: 8, indicator: 'IoT導入率', value: '15.2%', event: 'ローカル5G実証を開始' };

const anyEvent = '説明会を開催';

/** What is longer would hide what the example shows. */
const mostOfName = 24;

/**
 * The facts for examples: of the person's own projects, else of all, the first that has an indicator with a number and
 * an event, each short enough to be an example; else the first with such an indicator; else the first.
 */
export function exampleFacts(
  projects: readonly ProjectSummary[],
  { own, today, language }: { own: ReadonlySet<number>; today: CalendarDay; language: Language },
): ExampleFacts {
  const project = best(projects.filter(({ number }) => own.has(number))) ?? best(projects);
  return { ...none, ...(project && factsOf(project)), ...times(today, language) };
}

function best(projects: readonly ProjectSummary[]): ProjectSummary | undefined {
  const counted = projects.filter((each) => measured(each)?.current?.value.kind === 'number');
  return counted.find((each) => awaited(each) !== undefined) ?? counted[0] ?? projects[0];
}

function factsOf(project: ProjectSummary): Partial<ExampleFacts> {
  const indicator = measured(project);
  return {
    number: project.number,
    ...(indicator?.current && {
      indicator: cleanLine(indicator.name),
      value: printValue(indicator.current.value, indicator.unit),
    }),
    event: awaited(project) ?? anyEvent,
  };
}

/** Numbers are clearer examples than states (実施中). */
function measured({ indicators }: ProjectSummary): Indicator | undefined {
  const told = indicators.filter(({ name, current }) => current !== null && isShort(cleanLine(name)));
  return told.find(({ current }) => current?.value.kind === 'number') ?? told[0];
}

function awaited({ scheduled }: ProjectSummary): string | undefined {
  return (
    scheduled
      .map(({ text, dates }) => cleanLine(withoutLeading(dates[0]?.period.text ?? '', text)))
      // Remarks or a date of its own would make the line hard to read.
      .find((text) => isShort(text) && !/[\d()（）【]/.test(text))
  );
}

function isShort(text: string): boolean {
  return text.length <= mostOfName;
}

/** In Japanese as people here write them, R2.8.24; in English as everybody reads them, 2020-08-24. */
function times(today: CalendarDay, language: Language) {
  const { first } = fiscalYearSpan(fiscalYearOf(today));
  const written = (day: CalendarDay) =>
    language === 'ja' ? printDay(day, { language, style: 'short' }) : String(day);
  const monthOf = (day: CalendarDay) => written(day).replace(/\D\d+$/, '');
  const [eraYear] = printDay(first, { language: 'ja', style: 'short' }).split('.');
  return {
    day: written(today),
    month: monthOf(today),
    next: monthOf(addMonths(today, 3)),
    past: monthOf(addDays(first, -1)),
    fiscalYear: `${eraYear}年度`,
  };
}
