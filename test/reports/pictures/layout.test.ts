import { beforeAll, describe, expect, test } from '@jest/globals';
import { Resvg } from '@resvg/resvg-js';
import type { Indicator, Observation, ObservationId } from '../../../src/domain/indicator.ts';
import { printIndicator } from '../../../src/domain/print-indicator.ts';
import type { Project } from '../../../src/domain/project.ts';
import { decimalText } from '../../../src/domain/quantity.ts';
import { coursePicture } from '../../../src/reports/pictures/course-picture.ts';
import { type Box, type Drawing, mostAlt, overlaps } from '../../../src/reports/pictures/drawing.ts';
import { indicatorsPicture } from '../../../src/reports/pictures/indicators-picture.ts';
import { widthOf, wrap } from '../../../src/reports/pictures/measure.ts';
import { timelinePicture } from '../../../src/reports/pictures/timeline-picture.ts';
import { aMilestone, anIndicator, aProject, period, today } from '../../support/factories.ts';
import { shippedProjects } from '../../support/projects-of.ts';

const ja = { language: 'ja', today, page: 1 } as const;
const english = { ...ja, language: 'en' } as const;
let shipped: readonly Project[];
beforeAll(async () => {
  shipped = await shippedProjects();
});

/** What is wrong with a layout: labels outside, on each other, or on a line. */
function faultsOf({ labels, rules, width, height }: Drawing): readonly string[] {
  const lines = rules.map(
    ({ x1, x2, y1, y2 }): Box => ({ x: x1 - 1, y: y1 - 1, width: x2 - x1 + 2, height: y2 - y1 + 2 }),
  );
  return labels.flatMap((label, index) => [
    ...(label.x < 0 || label.y < 0 || label.x + label.width > width || label.y + label.height > height
      ? [`outside: ${label.text}`]
      : []),
    ...labels
      .slice(index + 1)
      .flatMap((other) => (overlaps(label, other) ? [`${label.text} on ${other.text}`] : [])),
    ...(lines.some((line) => overlaps(label, line)) ? [`${label.text} on a line`] : []),
  ]);
}

const long = '極めて長い名前の指標（Wide WWWW mmmm @@@@ %%%%）'.repeat(12);

function series(
  texts: readonly (readonly [asOf: string | null, value: string])[],
  target = '16.0',
): Indicator {
  const observations = texts.map(
    ([asOf, value], index): Observation => ({
      id: `o${index}` as ObservationId,
      value: /^[-\d.]+$/.test(value)
        ? { kind: 'number', amount: decimalText(value) }
        : { kind: 'state', state: value },
      asOf: asOf === null ? null : period(asOf),
      note: null,
      source: { kind: 'edition', editionKey: '2020-08', recordedAt: new Date('2020-08-24T00:00:00Z') },
    }),
  );
  return {
    ...anIndicator('1', target, { unit: '%' }),
    name: '導入率',
    observations,
    current: observations.at(-1) ?? null,
  };
}

function many(count: number): readonly Project[] {
  return Array.from({ length: count }, (_, index) =>
    aProject({
      number: index + 1,
      name: long,
      indicators: [{ ...anIndicator(String(index * 997), '30'), name: long }],
      milestones: [aMilestone(`${long}${index}`).planned('R2.11下旬')],
    }),
  );
}

const all = (projects: readonly Project[]) => ({ projects, ofAll: true });
const one = (project: Project) => ({ projects: [project], ofAll: false });

describe('every label stands inside the picture, on no other and on no line', () => {
  test.each([1, 2])('the indicators of all shipped projects, page %s', (page) => {
    expect(faultsOf(indicatorsPicture(all(shipped), { ...ja, page }))).toEqual([]);
    expect(faultsOf(indicatorsPicture(all(shipped), { ...english, page }))).toEqual([]);
  });

  test('the indicators and events of each shipped project, in both languages', () => {
    for (const project of shipped) {
      for (const showing of [ja, english]) {
        expect(faultsOf(indicatorsPicture(one(project), showing))).toEqual([]);
        expect(faultsOf(timelinePicture(one(project), showing))).toEqual([]);
      }
    }
  });

  test('500 projects with names of 500 characters', () => {
    const projects = many(500);
    for (const page of [1, 20, 42, 99]) {
      const indicators = indicatorsPicture(all(projects), { ...ja, page });
      const events = timelinePicture(all(projects), { ...ja, page });
      expect([...faultsOf(indicators), ...faultsOf(events)]).toEqual([]);
      expect([indicators.pages, events.total]).toEqual([42, 500]);
    }
  });

  test.each<readonly [string, readonly (readonly [string | null, string])[]]>([
    ['one value', [['R2.3', '13.9']]],
    ['one without a time', [[null, '13.9']]],
    [
      'nothing but 0',
      [
        ['R元', '0'],
        ['R2.3', '0'],
      ],
    ],
    [
      'below 0',
      [
        ['R元', '-3'],
        ['R2.3', '4'],
      ],
    ],
    [
      'states',
      [
        ['H30.4', '検討中'],
        ['R2.3', '実施中'],
      ],
    ],
    [
      'numbers after a state',
      [
        ['H30.4', '検討中'],
        ['R2.3', '5'],
      ],
    ],
    ['huge', [['R2.3', '999999999999999']]],
    [
      'a hundred in thirty years',
      Array.from(
        { length: 100 },
        (_, at) => [`${1990 + Math.floor(at / 4)}.${1 + (at % 4) * 3}`, String(at)] as const,
      ),
    ],
  ])('the course of %s', (_, values) => {
    for (const showing of [ja, english]) {
      const picture = coursePicture(
        {
          project: { number: 8, name: long },
          indicator: { ...series(values), unit: '億円（単位が長い場合）' },
        },
        showing,
      );
      expect(faultsOf(picture)).toEqual([]);
    }
  });

  test('events from last year to years ahead, without beginning and without end', () => {
    const milestones = ['R元.6', 'R2.8.24', 'R3.2まで', 'R2.11～', 'R2.秋頃', 'R5年度', 'R2.9.1-3'].map(
      (when) => aMilestone(`${when} ${long}`).planned(when),
    );
    expect(faultsOf(timelinePicture(one(aProject({ milestones })), ja))).toEqual([]);
  });
});

test('nothing to show is said', () => {
  const empty = aProject();
  expect(indicatorsPicture(one(empty), ja).alt).toContain('表示するものがありません');
  expect(timelinePicture(one(empty), english).alt).toContain('nothing to show');
  expect(coursePicture({ project: empty, indicator: anIndicator(null, '30') }, ja).alt).toContain(
    'まだ報告がありません',
  );
});

describe('the alt text states the numbers', () => {
  test('of every indicator of a page', () => {
    const { alt } = indicatorsPicture(all(shipped), ja);
    const shown = shipped.flatMap(({ indicators }) => indicators).slice(0, 12);
    for (const indicator of shown) expect(alt).toContain(printIndicator(indicator));
    expect(alt).toContain('30.8km/30km（達成率 102.7%、目標達成、R2.3現在）');
    expect(alt).toContain('実施中/実現（目標未達成、時点の記載なし）');
  });

  test('of every point, the newest first', () => {
    const { alt } = coursePicture(
      {
        project: { number: 8, name: 'IoT' },
        indicator: series([
          ['R元', '11'],
          ['R2.3', '13.9'],
        ]),
      },
      ja,
    );
    expect(alt).toBe('導入率の推移: 目標 16.0%。R2.3 13.9%。R元 11%。');
  });

  test('in English with English dates', () => {
    const project = { number: 8, name: 'IoT' };
    const { alt } = coursePicture({ project, indicator: series([['R2.3', '13.9']]) }, english);
    expect(alt).toContain('Mar 2020: 13.9%.');
    const rows = indicatorsPicture(all(shipped), english).alt;
    expect(rows).toMatch(/^Indicators of all projects \(as of .*2020, 1–12 of \d+\): .*as of Mar 2020\)/);
    expect(rows).not.toMatch(/R2\.|（as of/);
    const milestones = [aMilestone('実証の開始').planned('R2.11下旬')];
    expect(timelinePicture(one(aProject({ milestones })), english).alt).toMatch(/Nov 2020.*: 実証の開始\. $/);
  });

  test('of every event with how it stands', () => {
    const milestones = [
      aMilestone('R2.6 説明会').planned('R2.6'),
      aMilestone('実証の開始').planned('R2.11下旬'),
    ];
    expect(timelinePicture(one(aProject({ milestones })), ja).alt).toMatch(
      /R2\.6（期日経過・報告待ち） 説明会。R2\.11下旬 実証の開始。$/,
    );
  });

  test('of what has no place on the axis, how many there are', () => {
    const milestones = [
      aMilestone('説明会').planned('R2.11'),
      aMilestone('相談会').planned('適宜'),
      aMilestone('実証').planned(),
    ];
    const { alt, labels } = timelinePicture(one(aProject({ milestones })), ja);
    const told = '日付のない予定2件は載せていません。';
    expect([alt.includes(told), labels.some(({ text }) => text.endsWith(told))]).toEqual([true, true]);
    const undated = aProject({ milestones: milestones.slice(1) });
    expect(timelinePicture(one(undated), english).alt).toMatch(
      /nothing to show\. Events without a date .*: 2\.$/,
    );
    const [dated] = milestones;
    const whole = aProject({ milestones: dated === undefined ? [] : [dated] });
    expect(timelinePicture(one(whole), ja).alt).not.toContain('載せていません');
    expect(timelinePicture(all([whole]), ja).alt).toContain('日付のない予定は載せていません。');
  });

  test('and is never longer than Slack takes; what is left out is counted', () => {
    const wordy = many(12).map((project) => ({
      ...project,
      indicators: project.indicators.map((each) => ({ ...each, unit: '単位'.repeat(40) })),
    }));
    const { alt } = indicatorsPicture(all(wordy), ja);
    expect(alt.length).toBeLessThanOrEqual(mostAlt);
    expect(alt).toMatch(/ほか\d+件。$/);
  });
});

test('a long number stands whole, only smaller', () => {
  const indicator = anIndicator('1234567.89', '200000000', { unit: '千円' });
  const { labels } = indicatorsPicture(one(aProject({ indicators: [indicator] })), ja);
  expect(labels.map(({ text }) => text)).toContain('1,234,567.89千円/200,000,000千円');
});

test('reached is told by word and pattern, not by colour alone', () => {
  const reached = indicatorsPicture(one(aProject({ indicators: [anIndicator('31', '30')] })), ja);
  const open = indicatorsPicture(one(aProject({ indicators: [anIndicator('0', '30')] })), ja);
  expect(reached.labels.map(({ text }) => text)).toContain('103.3% ✓ 目標達成');
  expect(open.labels.map(({ text }) => text)).toContain('0% 目標未達成');
  expect(
    [JSON.stringify(reached.chart), JSON.stringify(open.chart)].map((chart) => chart.includes('decal')),
  ).toEqual([false, true]);
});

describe('what is measured is never wider in the picture', () => {
  const fontFiles = ['400Regular/NotoSansJP_400Regular', '700Bold/NotoSansJP_700Bold'].map(
    (name) => new URL(import.meta.resolve(`@expo-google-fonts/noto-sans-jp/${name}.ttf`)).pathname,
  );
  const drawnWidth = (text: string, bold: boolean) => {
    const weight = bold ? 700 : 400;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="80"><text y="40" font-family="Noto Sans JP" font-weight="${weight}" font-size="20">${text}</text></svg>`;
    return new Resvg(svg, { font: { fontFiles, loadSystemFonts: false } }).getBBox()?.width ?? 0;
  };
  test.each([
    '先導的プロジェクトによる IoT 等導入件数（累計）',
    'WWWWmmmm@@@@%%%%',
    'ABCDEFGHIJKLMNOPQRSTUVXYZ',
    'abcdefghijklnopqrstuvxyz',
    '0123456789.,:;()[]+-=/',
    '13.9%/16.0% R元.10～R2.3 ①②③ ✓ ㈱ ｱｲｳ',
  ])('%s', (text) => {
    for (const bold of [false, true])
      expect(widthOf(text, { size: 20, bold })).toBeGreaterThanOrEqual(drawnWidth(text, bold));
  });

  test('lines are cut between what people see as characters', () => {
    expect(wrap('葛󠄀葛󠄀葛󠄀', { size: 20, width: 45, lines: 1 })).toEqual(['葛󠄀…']);
    expect(wrap('あいうえお', { size: 20, width: 60, lines: 2 })).toEqual(['あいう', 'えお']);
    expect(wrap('', { size: 20, width: 60, lines: 2 })).toEqual(['']);
  });
});
