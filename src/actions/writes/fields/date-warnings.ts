import type { CalendarDay } from '../../../domain/calendar-day.ts';
import { type Era, eraLigature, eraName, eras, eraYear } from '../../../domain/era.ts';
import { isOver } from '../../../domain/period/compare-periods.ts';
import { foldDateCharacters } from '../../../domain/period/fold.ts';
import type { Period } from '../../../domain/period/period.ts';
import type { Warning } from '../write-verb.ts';

/** H31.5 means 2019-05, after the era: the person sees once how it was understood. */
export function understoodOtherwise(period: Period): readonly Warning[] {
  const named = erasIn(period.text);
  const [first = null, last = first] = [named.at(0), named.at(-1)];
  const ends = [period.first ?? period.last, period.last ?? period.first];
  const [begin = null, end = null] = ends.map((day) => (day === null ? null : eraYear(day).era));
  const both = [begin, end];
  const meant = named.length > 1 ? first === begin && last === end : first === null || both.includes(first);
  // 通年 and 適宜 have no days to be understood.
  return meant || begin === null ? [] : [{ kind: 'understood', field: 'when', period }];
}

/** A plan for a time that is over. */
export function plannedInThePast(period: Period, today: CalendarDay): readonly Warning[] {
  return isOver(period, today) ? [{ kind: 'past', field: 'when', today }] : [];
}

const names: ReadonlyMap<string, Era> = new Map(
  eras.flatMap((era) => [era, era.toLowerCase(), eraName(era), eraLigature(era)].map((name) => [name, era])),
);

/** The eras whose years a text names, in written order. */
function erasIn(text: string): readonly Era[] {
  const found = foldDateCharacters(text).matchAll(
    /([MTSHR㍾㍽㍼㍻㋿]|明治|大正|昭和|平成|令和)\.? *(?=[元\d〇零一二三四五六七八九十])/giu,
  );
  return [...found].flatMap(([, name = '']) => names.get(name) ?? names.get(name.toLowerCase()) ?? []);
}
