import { calendarDay } from '../../src/domain/calendar-day.ts';
import type {
  EditionContent,
  EditionEntry,
  EditionIndicator,
  EditionProject,
} from '../../src/domain/edition.ts';
import type { Period } from '../../src/domain/period/period.ts';
import { decimalText } from '../../src/domain/quantity.ts';

/** A period from `first` to `last` (`YYYY-MM-DD`, or null for an open side), as exact as its bounds. */
export function aPeriod(text: string, first: string | null, last: string | null = first): Period {
  const open = first === null && last === null;
  return {
    text,
    first: first === null ? null : calendarDay(first),
    last: last === null ? null : calendarDay(last),
    precision: open ? 'as-needed' : first === last ? 'day' : 'days',
    approximate: false,
  };
}

/** An entry (■) of the column of progress. */
export function anAchievement(text: string, given: Partial<EditionEntry> = {}): EditionEntry {
  return {
    mark: '■',
    text,
    state: 'achieved',
    strand: null,
    workingGroup: null,
    dates: [],
    figures: [],
    notes: [],
    entries: [],
    ...given,
  };
}

/** An entry (■) of the column of what comes, on the given dates. */
export function aPlan(
  text: string,
  periods: readonly Period[],
  given: Partial<EditionEntry> = {},
): EditionEntry {
  const dates = periods.map((period) => ({ period, ordinal: null }));
  return anAchievement(text, { state: 'planned', dates, ...given });
}

/** A number of 回 that has to reach 30, at 22 in March 2020. */
export function anIndicator(name: string, given: Partial<EditionIndicator> = {}): EditionIndicator {
  return {
    name,
    unit: '回',
    unitOnActual: true,
    target: { kind: 'number', amount: decimalText('30') },
    comparator: 'at-least',
    comparatorWritten: false,
    cumulative: true,
    note: null,
    observations: [
      {
        value: { kind: 'number', amount: decimalText('22') },
        asOf: aPeriod('R2.3', '2020-03-01', '2020-03-31'),
      },
    ],
    ...given,
  };
}

/** A project without parts but those given. */
export function aProject(number: number, given: Partial<EditionProject> = {}): EditionProject {
  return {
    number,
    name: `第${number}のプロジェクト`,
    aliases: [],
    initiatives: [],
    strands: [],
    workingGroups: [],
    progress: [],
    upcoming: [],
    indicators: [],
    programmes: [],
    ...given,
  };
}

/** The edition of August 2020 with the given projects. */
export function anEdition(
  projects: readonly EditionProject[] = [aFullProject(8)],
  given: Partial<EditionContent> = {},
): EditionContent {
  return {
    key: '2020-08',
    title: '産業戦略プロジェクトの進捗状況について',
    asOf: aPeriod('令和2年8月', '2020-08-01', '2020-08-31'),
    footer: [],
    projects,
    ...given,
  };
}

/** A project with at least one of everything that the table knows. */
export function aFullProject(number: number): EditionProject {
  return aProject(number, {
    name: 'IoT・AI導入促進プロジェクト',
    aliases: ['IoT', 'AI'],
    initiatives: ['IoT等の導入促進', '人材の育成'],
    strands: [
      { name: '全般', within: null },
      { name: '阿知須実証事業', within: '全般' },
    ],
    workingGroups: [
      { name: '推進委員会', strand: null },
      { name: '5G活用WG', strand: '阿知須実証事業' },
    ],
    progress: [aSeriesOfMeetings(), anAchievement('相談窓口の開設', { notes: ['※予約制'] })],
    upcoming: [aSeminar()],
    indicators: [
      anIndicator('セミナー開催数（累計）'),
      anIndicator('IoT導入率', {
        unit: '%',
        cumulative: false,
        target: { kind: 'number', amount: decimalText('16.0') },
        note: '（県調査）',
        observations: [
          {
            value: { kind: 'number', amount: decimalText('13.9') },
            asOf: aPeriod('R元', '2019-01-01', '2019-12-31'),
          },
        ],
      }),
      anIndicator('実証事業', {
        unit: '',
        unitOnActual: false,
        target: { kind: 'state', state: '実現' },
        observations: [{ value: { kind: 'state', state: '実施中' }, asOf: null }],
      }),
      anIndicator('撤退件数', { comparator: 'at-most', comparatorWritten: true, observations: [] }),
    ],
    programmes: [
      { name: 'IoT導入支援事業', national: false, isNew: true },
      { name: '地方創生推進交付金', national: true, isNew: false },
    ],
  });
}

function aSeriesOfMeetings(): EditionEntry {
  return anAchievement('5G活用WGの開催', {
    strand: '阿知須実証事業',
    workingGroup: '5G活用WG',
    figures: ['64社', '約120名参加'],
    dates: [
      { period: aPeriod('R元.8', '2019-08-01', '2019-08-31'), ordinal: 1 },
      { period: aPeriod('R元.10', '2019-10-01', '2019-10-31'), ordinal: 2 },
    ],
    entries: [
      anAchievement('実証計画の承認', {
        mark: '・',
        strand: '阿知須実証事業',
        entries: [anAchievement('総務省', { mark: '※' })],
      }),
      anAchievement('県外企業も参加', { mark: '' }),
    ],
  });
}

function aSeminar(): EditionEntry {
  return aPlan('セミナーの開催', [
    aPeriod('R2.11下旬', '2020-11-21', '2020-11-30'),
    { ...aPeriod('R3.2まで', null, '2021-02-28'), precision: 'month', approximate: true },
    { ...aPeriod('以降随時', '2020-12-01', null), precision: 'as-needed' },
    { ...aPeriod('適宜', null), precision: 'as-needed' },
  ]);
}
