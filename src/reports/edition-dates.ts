import { z } from 'zod';
import { mostCharacters } from '../domain/limits.ts';
import type { Period } from '../domain/period/period.ts';
import { type PeriodRefusal, readPeriod } from '../domain/period/read-period.ts';
import { Line } from './edition-text.ts';

/** Rides on a zod issue, so that the reason of the refusal is not lost in a message. */
export class UnreadDate {
  readonly text: string;
  readonly refusal: PeriodRefusal;

  constructor(text: string, refusal: PeriodRefusal) {
    this.text = text;
    this.refusal = refusal;
  }
}

const context = {
  /** The year of a date that names none: 6/11. */
  year: z.int().min(1868).max(2200).optional(),
  /** The fiscal year of a date that names none: 年度末. */
  fiscalYear: z.int().min(1868).max(2200).optional(),
};

/** A date as the table writes it: `"R元.9"`, or `{"text": "6/11", "year": 2019}`. */
export const WrittenDate = z
  .preprocess(asObject, z.strictObject({ text: Line(mostCharacters.date), ...context }))
  .transform(({ text, ...rest }, ctx) => toPeriod(text, rest, ctx));

/** A date that may be one of a series: `{"text": "R元.8", "ordinal": 1}`. */
export const WrittenOccurrence = z
  .preprocess(
    asObject,
    z.strictObject({
      text: Line(mostCharacters.date),
      ...context,
      ordinal: z.int().min(1).max(999).nullable().default(null),
    }),
  )
  .transform(({ text, ordinal, ...rest }, ctx) => ({ period: toPeriod(text, rest, ctx), ordinal }));

function asObject(written: unknown): unknown {
  return typeof written === 'string' ? { text: written } : written;
}

interface WrittenContext {
  readonly year?: number | undefined;
  readonly fiscalYear?: number | undefined;
}

function toPeriod(text: string, { year, fiscalYear }: WrittenContext, ctx: z.RefinementCtx): Period {
  const read = readPeriod(text, {
    ...(year === undefined ? {} : { year }),
    ...(fiscalYear === undefined ? {} : { fiscalYear }),
  });
  if (read.ok) return read.value;
  ctx.addIssue({ code: 'custom', params: { unread: new UnreadDate(text, read.refusal) } });
  return z.NEVER;
}
