import { describe, expect, test } from '@jest/globals';
import type { Trail } from '../../../src/actions/read-trail.ts';
import type { Change, ChangeId } from '../../../src/domain/change.ts';
import type { Indicator, IndicatorId, Observation, ObservationId } from '../../../src/domain/indicator.ts';
import type { PersonId } from '../../../src/domain/person.ts';
import { lengthOf } from '../../../src/slack/blocks/length.ts';
import { answerSheet } from '../../../src/slack/messages/answer-sheet.ts';
import { indicatorPage } from '../../../src/slack/messages/indicator-page.ts';
import { wordsIn } from '../../../src/slack/words/index.ts';
import { aMilestone, anIndicator, aProject, period, today } from '../../support/factories.ts';
import { shippedProjects } from '../../support/projects-of.ts';

const view = { words: wordsIn('ja'), today };
const tanaka = { personId: 'U0TANAKA' as PersonId, posts: ['産業政策課 未来技術班長'] };
const suzuki = { personId: 'U0SUZUKI' as PersonId, posts: [] };

/** What a person who selects the frame copies. */
function copied({ blocks }: { readonly blocks: readonly unknown[] }): string {
  return (blocks as { type: string; elements: { type: string; elements: { text: string }[] }[] }[])
    .filter(({ type }) => type === 'rich_text')
    .flatMap(({ elements }) => elements.filter(({ type }) => type === 'rich_text_preformatted'))
    .flatMap(({ elements }) => elements.map(({ text }) => text))
    .join('');
}

function linesAbout(indicator: Indicator, { trail = new Map(), words = view.words } = {}): readonly string[] {
  const project = aProject({ indicators: [{ ...indicator, name: 'IoT導入率' }] });
  return copied(answerSheet({ project, trail: trail as Trail }, 1, { words, today }))
    .split('\n')
    .slice(3);
}

const at = new Date('2020-08-24T09:00:00+09:00');
const observed = (indicator: Indicator, given: Partial<Observation>): Indicator => {
  const { current } = indicator;
  return { ...indicator, current: current && { ...current, ...given } };
};
const inEdition = (indicator: Indicator) =>
  observed(indicator, {
    source: { kind: 'edition', editionKey: '2020-08', place: { projectNumber: 8, line: 2 }, recordedAt: at },
  });
const byTanaka = (indicator: Indicator) =>
  observed(indicator, {
    id: 'o1' as ObservationId,
    source: { kind: 'person', by: tanaka.personId, recordedAt: at },
  });

function aChange(id: string, given: Partial<Change> = {}): Change {
  return {
    id: id as ChangeId,
    setId: 'set',
    at,
    verb: 'record-observation',
    target: { kind: 'observation', id },
    projectId: null,
    before: null,
    after: null,
    by: tanaka,
    approvedBy: null,
    reason: null,
    origin: { via: 'command', channelId: null, permalink: null },
    undoes: null,
    ...given,
  };
}

describe('an indicator is a sentence with figure, time and target', () => {
  test.each([
    [
      '13.9',
      '16.0',
      '○「IoT導入率」は、令和2年3月時点で13.9%です。目標の16.0%に対する達成率は86.9%で、まだ達成していません。',
    ],
    [
      '30.8',
      '30',
      '○「IoT導入率」は、令和2年3月時点で30.8%です。目標の30%に対する達成率は102.7%で、目標を達成しています。',
    ],
    [
      '0',
      '5',
      '○「IoT導入率」は、令和2年3月時点で0%です。目標の5%に対する達成率は0%で、まだ達成していません。',
    ],
    [
      '実施中',
      '実現',
      '○「IoT導入率」は、令和2年3月時点で「実施中」です。目標は実現で、まだ達成していません。',
    ],
    ['実現', '実現', '○「IoT導入率」は、令和2年3月時点で「実現」です。目標の実現を達成しています。'],
    [null, '30', '○「IoT導入率」は、まだ実績の報告がありません。目標は30%です。'],
  ])('%s of %s', (actual, target, sentence) => {
    expect(linesAbout(anIndicator(actual, target, { unit: '%' }))[0]).toBe(sentence);
  });

  test('what has no time says so', () => {
    const [sentence] = linesAbout(observed(anIndicator('22', '30'), { asOf: null }));
    expect(sentence).toContain('時点の記載はありませんが、22件です。');
  });

  test('in English', () => {
    expect(linesAbout(anIndicator('22', '30'), { words: wordsIn('en') })[0]).toBe(
      '- “IoT導入率” stands at 22件 as of Mar 2020. This is 73.3% of the target of 30件, which is not reached yet.',
    );
  });
});

describe('every figure says where it came from and who changed it last', () => {
  test('edition and line', () => {
    expect(linesAbout(inEdition(anIndicator('22', '30'))).slice(1)).toEqual([
      '　出典: 令和2年8月版 8番の指標の2件目',
      '　最終更新: 令和2年8月24日（月）（令和2年8月版の取込）',
    ]);
  });

  test('an edition whose line was not kept', () => {
    expect(linesAbout(anIndicator('22', '30'))[1]).toBe('　出典: 令和2年8月版');
  });

  test('who and when, by the post held then', () => {
    const trail = new Map([['o1', aChange('o1')]]);
    expect(linesAbout(byTanaka(anIndicator('22', '30')), { trail }).slice(1)).toEqual([
      '　出典: Slack での記録（令和2年8月24日（月）、産業政策課 未来技術班長）',
      '　最終更新: 令和2年8月24日（月）（産業政策課 未来技術班長）',
    ]);
  });

  test('of several changes the last, with its approver', () => {
    const later = new Date('2020-08-26T00:00:00Z');
    const indicator = { ...byTanaka(anIndicator('22', '30')), id: 'i1' as IndicatorId };
    const trail = new Map([
      ['o1', aChange('o1')],
      ['i1', aChange('i1', { at: later, by: suzuki, approvedBy: tanaka })],
    ]);
    expect(linesAbout(indicator, { trail })[2]).toBe(
      '　最終更新: 令和2年8月26日（水）（職の登録のない職員、承認: 産業政策課 未来技術班長）',
    );
  });

  test('a person is named below the frame, where a name can stand', () => {
    const project = aProject({ indicators: [byTanaka(anIndicator('22', '30'))] });
    const { blocks } = answerSheet({ project, trail: new Map() }, 1, view);
    expect(JSON.stringify(blocks)).toContain('"user_id":"U0TANAKA"');
    expect(copied({ blocks })).not.toContain('U0TANAKA');
  });

  test('so does the page of indicators', () => {
    const shown = (indicator: Indicator) =>
      JSON.stringify(indicatorPage(aProject({ indicators: [indicator] }), 1, view));
    expect(shown(inEdition(anIndicator('22', '30')))).toContain('出典: 令和2年8月版 8番の指標の2件目');
    expect(shown(byTanaka(anIndicator('22', '30')))).toMatch(/出典: Slack での記録.*"user_id":"U0TANAKA"/);
  });
});

test('milestones, what waits for a report and what comes stand under headings of their own', () => {
  const milestones = [
    aMilestone('セミナーを開催').achieved('R2.7'),
    aMilestone('説明会の開催').planned('R2.6'),
    aMilestone('R2.11下旬 実証の開始').planned('R2.11下旬'),
  ];
  const project = aProject({ milestones });
  expect(copied(answerSheet({ project, trail: new Map([['セミナーを開催', aChange('m')]]) }, 1, view))).toBe(
    [
      '8番 第8のプロジェクト（令和2年8月24日（月）現在）',
      '',
      '【最近の進捗】これまでの進捗は、次のとおりです。',
      '・令和2年7月　セミナーを開催',
      '　出典: 令和2年8月24日（月）（産業政策課 未来技術班長）',
      '',
      '【報告待ち】次の予定は期日を過ぎており、結果の報告を待っています。',
      '・令和2年6月　説明会の開催',
      '　出典: 令和2年8月版',
      '',
      '【今後の予定】今後は、次の取組を予定しています。',
      '・令和2年11月下旬　実証の開始',
      '　出典: 令和2年8月版',
    ].join('\n'),
  );
});

test('what all under a heading come from stands once, beside the heading', () => {
  const milestones = ['セミナー', '説明会'].map((text) => aMilestone(text).achieved('R2.7'));
  const sheet = (trail: Trail) => copied(answerSheet({ project: aProject({ milestones }), trail }, 1, view));
  const heading = '【最近の進捗】これまでの進捗は、次のとおりです。';
  expect(sheet(new Map()).split('\n').slice(2)).toEqual([
    `${heading}（出典: 令和2年8月版）`,
    '・令和2年7月　セミナー',
    '・令和2年7月　説明会',
  ]);
  expect(sheet(new Map([['説明会', aChange('m')]])).match(/出典/gu)).toHaveLength(2);
});

test('a past time is named, and kept by the buttons', () => {
  const reply = answerSheet({ project: aProject(), trail: new Map() }, 1, {
    ...view,
    today: period('R2.3').last ?? today,
    at: period('R2.3').last ?? today,
  });
  expect(copied(reply)).toBe('8番 第8のプロジェクト（令和2年3月末時点）');
  expect(JSON.stringify(reply.blocks)).toContain('8 @2020-03-31');
});

test('a long project is paged; each figure stands on one page, and no page is too long', () => {
  const indicators = Array.from({ length: 60 }, (_, index) => ({
    ...anIndicator('22', '30'),
    name: `指標${index}〔${'長'.repeat(200)}〕`,
  }));
  const project = aProject({ indicators });
  const pages = Array.from({ length: 20 }, (_, index) =>
    answerSheet({ project, trail: new Map() }, index + 1, view),
  );
  const names = pages.flatMap((page) => copied(page).match(/指標\d+〔/g) ?? []);
  expect([...new Set(names)]).toHaveLength(60);
  for (const page of pages) expect(lengthOf(page.blocks)).toBeLessThanOrEqual(9_000);
});

test('the shipped projects: text that a person wrote stands in it and breaks nothing', async () => {
  for (const project of await shippedProjects()) {
    const text = copied(answerSheet({ project, trail: new Map() }, 1, view));
    expect(text.split('\n')[0]).toContain(`${project.number}番`);
    expect(text).not.toMatch(/undefined|null|NaN/);
  }
});
