import { describe, expect, test } from '@jest/globals';
import { readEditionFile } from '../../src/reports/edition-file.ts';
import { entry, file, indicator } from './edition-fixture.ts';

describe('each mistake is told with its path', () => {
  test.each<[string, unknown, string[]]>([
    ['no object', 'edition', ['$ shape']],
    ['an unknown key', file({ owner: '商政課' }), ['projects[0] shape']],
    ['a key that is no month', file({}, { key: '2020-13' }), ['key shape']],
    ['no project', file({}, { projects: [] }), ['projects shape']],
    ['an unknown mark', file({ progress: [entry({ mark: '●' })] }), ['projects[0].progress[0].mark shape']],
    [
      'an unknown state',
      file({ progress: [entry({ state: 'done' })] }),
      ['projects[0].progress[0].state shape'],
    ],
    ['an empty text', file({ progress: [entry({ text: '　' })] }), ['projects[0].progress[0].text shape']],
    ['NUL', file({ name: '港\0湾' }), ['projects[0].name shape']],
    ['a lone surrogate', file({ initiatives: ['\ud83d'] }), ['projects[0].initiatives[0] shape']],
    ['a text without end', file({ aliases: ['港'.repeat(201)] }), ['projects[0].aliases[0] shape']],
    [
      'a number that is none',
      file({ indicators: [indicator({ target: { kind: 'number', amount: '1e3' } })] }),
      ['projects[0].indicators[0].target.amount shape'],
    ],
    [
      'a date that is none',
      file({ progress: [entry({ dates: ['そのうちいつか'] })] }),
      ['projects[0].progress[0].dates[0] date そのうちいつか not-a-period'],
    ],
    [
      'a day that does not exist',
      file({ upcoming: [entry({ entries: [entry({ dates: ['R2.2.30'] })] })] }),
      ['projects[0].upcoming[0].entries[0].dates[0] date R2.2.30 no-such-day'],
    ],
    [
      'a date without a year',
      file({
        indicators: [indicator({ observations: [{ value: { kind: 'number', amount: '1' }, asOf: '6/11' }] })],
      }),
      ['projects[0].indicators[0].observations[0].asOf date 6/11 year-needed'],
    ],
    ['a wrong date of the table', file({}, { asOf: 'R2.13' }), ['asOf date R2.13 no-such-month']],
    ['an ordinal where none can be', file({}, { asOf: { text: 'R2.8', ordinal: 1 } }), ['asOf shape']],
    [
      'entries that nest without end',
      file({
        progress: [
          entry({ entries: [entry({ entries: [entry({ entries: [entry({ entries: [entry()] })] })] })] }),
        ],
      }),
      ['projects[0].progress[0].entries[0].entries[0].entries[0].entries[0] shape'],
    ],
    [
      'a strand that nothing bears',
      file({ progress: [entry({ strand: '全般' })] }),
      ['projects[0].progress[0].strand unknown-strand 全般'],
    ],
    [
      'a strand within one that stands behind it',
      file({ strands: [{ name: '甲', within: '乙' }, { name: '乙' }] }),
      ['projects[0].strands[0].within unknown-strand 乙'],
    ],
    [
      'a working group in a strand that nothing bears',
      file({ workingGroups: [{ name: '港湾WG', strand: '全般' }] }),
      ['projects[0].workingGroups[0].strand unknown-strand 全般'],
    ],
    [
      'a working group that nothing bears, deep down',
      file({ progress: [entry({ entries: [entry({ workingGroup: '港湾WG' })] })] }),
      ['projects[0].progress[0].entries[0].workingGroup unknown-working-group 港湾WG'],
    ],
    [
      'a state in an indicator of numbers',
      file({ indicators: [indicator({ observations: [{ value: { kind: 'state', state: '実施中' } }] })] }),
      ['projects[0].indicators[0].observations[0].value mixed-values'],
    ],
    [
      'a unit of a state',
      file({ indicators: [indicator({ target: { kind: 'state', state: '実現' } })] }),
      ['projects[0].indicators[0].unit unit-of-state 回'],
    ],
    [
      'an indicator told twice',
      file({ indicators: [indicator(), indicator()] }),
      ['projects[0].indicators[1].name repeated 実施回数'],
    ],
    [
      'an alias told twice, in other letters',
      file({ aliases: ['IoT', 'ＩＯＴ'] }),
      ['projects[0].aliases[1] repeated ＩＯＴ'],
    ],
    [
      'a project number told twice',
      file(
        {},
        {
          projects: [
            { number: 8, name: '甲' },
            { number: 8, name: '乙' },
          ],
        },
      ),
      ['projects[1].number repeated 8'],
    ],
    [
      'strands, groups and programmes told twice',
      file({
        strands: [{ name: '甲' }, { name: '甲' }],
        workingGroups: [{ name: '乙' }, { name: '乙' }],
        programmes: [{ name: '丙' }, { name: '丙' }],
      }),
      [
        'projects[0].strands[1].name repeated 甲',
        'projects[0].workingGroups[1].name repeated 乙',
        'projects[0].programmes[1].name repeated 丙',
      ],
    ],
  ])('%s', (_, json, expected) => {
    expect(problemsOf(json)).toEqual(expected);
  });

  test('and all of them at once', () => {
    const broken = file({
      number: 0,
      aliases: ['港', '港'],
      progress: [entry({ mark: '●', dates: ['R2.2.30'], strand: '全般' })],
      upcoming: [entry({ dates: [7], workingGroup: '港湾WG' })],
      indicators: [
        indicator({ unit: 7, observations: [{ value: { kind: 'state', state: '実施中' }, asOf: '秋深く' }] }),
      ],
    });
    expect([...problemsOf(broken)].sort()).toEqual([
      'projects[0].aliases[1] repeated 港',
      'projects[0].indicators[0].observations[0].asOf date 秋深く not-a-period',
      'projects[0].indicators[0].observations[0].value mixed-values',
      'projects[0].indicators[0].unit shape',
      'projects[0].number shape',
      'projects[0].progress[0].dates[0] date R2.2.30 no-such-day',
      'projects[0].progress[0].mark shape',
      'projects[0].progress[0].strand unknown-strand 全般',
      'projects[0].upcoming[0].dates[0] shape',
      'projects[0].upcoming[0].workingGroup unknown-working-group 港湾WG',
    ]);
  });
});

/** Each problem as `path kind`, and what it names. */
function problemsOf(json: unknown): readonly string[] {
  const read = readEditionFile(json);
  if (read.ok) return [];
  return read.refusal.map((problem) => {
    if (problem.kind === 'date') return `${problem.path} date ${problem.text} ${problem.refusal.kind}`;
    return [problem.path, problem.kind, 'name' in problem ? problem.name : ''].join(' ').trim();
  });
}
