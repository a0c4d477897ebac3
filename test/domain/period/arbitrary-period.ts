import fc from 'fast-check';
import { type CalendarDay, calendarDay, daysInMonth } from '../../../src/domain/calendar-day.ts';
import type { Period, Precision } from '../../../src/domain/period/period.ts';

type Dated = Pick<Period, 'first' | 'last' | 'precision'> & { first: CalendarDay; last: CalendarDay };

const years = fc.integer({ min: 1868, max: 2110 });
const months = fc.integer({ min: 1, max: 12 });

/** A day of the years in which eras are printed and read. */
export const anyDay: fc.Arbitrary<CalendarDay> = fc
  .tuple(years, months, fc.integer({ min: 1, max: 31 }))
  .map(([year, month, day]) => at(year, month, Math.min(day, daysInMonth(year, month))));

/** Month 13 is the next January; day 0 the last of the month. */
function at(year: number, month: number, day: number): CalendarDay {
  const [y, m] = month > 12 ? [year + 1, month - 12] : [year, month];
  const pad = (value: number) => String(value).padStart(2, '0');
  return calendarDay(`${y}-${pad(m)}-${pad(day === 0 ? daysInMonth(y, m) : day)}`);
}

function wholeMonths(
  precision: Precision,
  choices: readonly (readonly [number, number])[],
): fc.Arbitrary<Dated> {
  return fc.tuple(years, fc.constantFrom(...choices)).map(([year, [from, to]]) => ({
    first: at(year, from, 1),
    last: at(year, to, 0),
    precision,
  }));
}

const partOfMonth = fc
  .tuple(years, months, fc.constantFrom([1, 10], [11, 20], [21, 0], [1, 15], [16, 0]))
  .map(([year, month, [from = 1, to = 0]]): Dated => {
    return { first: at(year, month, from), last: at(year, month, to), precision: 'part-of-month' };
  });

/** A single point of time of every precision. */
const points: fc.Arbitrary<Dated> = fc.oneof(
  anyDay.map((day): Dated => ({ first: day, last: day, precision: 'day' })),
  partOfMonth,
  wholeMonths(
    'month',
    Array.from({ length: 12 }, (_, index) => [index + 1, index + 1] as const),
  ),
  wholeMonths('season', [
    [3, 5],
    [6, 8],
    [9, 11],
    [12, 14],
  ]),
  wholeMonths('part-of-fiscal-year', [
    [4, 5],
    [14, 15],
    [4, 9],
    [10, 15],
    [4, 6],
    [7, 9],
    [10, 12],
    [13, 15],
  ]),
  wholeMonths('year', [[1, 12]]),
  wholeMonths('fiscal-year', [[4, 15]]),
);

function rangeOf(precision: Precision, ends: fc.Arbitrary<Dated>): fc.Arbitrary<Dated> {
  return fc.tuple(ends, ends).map(([a, b]) => {
    const [from, to] = a.first <= b.first ? [a, b] : [b, a];
    return { first: from.first, last: to.last, precision };
  });
}

const nearbyMonths = fc
  .tuple(years, months, fc.integer({ min: 0, max: 3 }))
  .map(([year, month, length]): Dated => {
    return { first: at(year, month, 1), last: at(year, month + length, 0), precision: 'months' };
  });

const ranges: fc.Arbitrary<Dated> = fc.oneof(
  rangeOf(
    'days',
    anyDay.map((day) => ({ first: day, last: day, precision: 'day' })),
  ),
  nearbyMonths,
  rangeOf(
    'months',
    wholeMonths('month', [
      [1, 1],
      [4, 4],
      [12, 12],
    ]),
  ),
  rangeOf('years', wholeMonths('year', [[1, 12]])),
  rangeOf('years', wholeMonths('fiscal-year', [[4, 15]])),
);

const openings = fc.constantFrom('first', 'last', 'none');

const dated: fc.Arbitrary<Omit<Period, 'text' | 'approximate'>> = fc.oneof(
  ranges,
  fc.tuple(points, openings).map(([point, told]) => ({
    ...point,
    first: told === 'last' ? null : point.first,
    last: told === 'first' ? null : point.last,
  })),
);

const always: fc.Arbitrary<Omit<Period, 'text' | 'approximate'>> = fc.oneof(
  fc.constant({ first: null, last: null, precision: 'always' as const }),
  wholeMonths('always', [[4, 15]]),
);

/** A period of every precision, as `readPeriod` could give it, with a text of its own. */
export const anyPeriod: fc.Arbitrary<Period> = fc
  .oneof(
    {
      weight: 8,
      arbitrary: fc.tuple(dated, fc.boolean()).map(([period, approximate]) => ({ ...period, approximate })),
    },
    { weight: 1, arbitrary: always.map((period) => ({ ...period, approximate: false })) },
    {
      weight: 1,
      arbitrary: fc.constant({
        first: null,
        last: null,
        precision: 'as-needed' as const,
        approximate: false,
      }),
    },
  )
  .chain((period) => fc.constantFrom('R2.8', '適宜', '調整中').map((text) => ({ ...period, text })));
