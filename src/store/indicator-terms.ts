import type { Indicator } from '../domain/indicator.ts';
import type { IndicatorModel } from '../generated/prisma/models.ts';
import { comparatorOf, frequencyOf, valueFrom } from './row-words.ts';

/** What an indicator measures by, as its row has it: all but its values. */
export type IndicatorTerms = Omit<Indicator, 'id' | 'version' | 'observations' | 'current'>;

/** The terms of the indicator of a row. */
export function indicatorTermsOf(row: IndicatorModel): IndicatorTerms {
  return {
    name: row.name,
    unit: row.unit,
    unitOnActual: row.unitOnActual,
    target: valueFrom(row.targetAmount, row.targetState),
    comparator: comparatorOf[row.comparator],
    comparatorWritten: row.comparatorWritten,
    cumulative: row.cumulative,
    rhythm: { frequency: frequencyOf[row.frequency], lagMonths: row.lagMonths },
    note: row.note,
  };
}
