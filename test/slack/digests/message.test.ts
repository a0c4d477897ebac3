import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type DigestContent, digestContent } from '../../../src/digests/content.ts';
import { nextPosted } from '../../../src/digests/plan.ts';
import { nextOccurrence } from '../../../src/digests/schedule.ts';
import { inclusions, type SubscriptionSettings } from '../../../src/digests/subscription.ts';
import { addDays, calendarDay } from '../../../src/domain/calendar-day.ts';
import type { Project } from '../../../src/domain/project.ts';
import { checkMessage } from '../../../src/sandbox/slack/blocks/message-check.ts';
import type { Awaited } from '../../../src/slack/digests/awaited.ts';
import type { DigestMessage } from '../../../src/slack/digests/message.ts';
import { digestMessage } from '../../../src/slack/digests/message.ts';
import { wordsIn } from '../../../src/slack/words/index.ts';
import { settings } from '../../digests/support/subscriptions.ts';
import { buttonsOf, itemsOf, wordsOf } from '../../e2e/read-message.ts';
import { shippedProjects } from '../../support/projects-of.ts';

const monday = new Date('2020-08-24T09:00:00+09:00');
const today = calendarDay('2020-08-24');
const shown = ({ blocks }: DigestMessage) => ({ blocks: JSON.parse(JSON.stringify(blocks)) });

let projects: readonly Project[];
beforeAll(async () => {
  projects = await shippedProjects();
});

interface Given extends Partial<SubscriptionSettings> {
  readonly content?: DigestContent;
  readonly at?: Date;
  readonly late?: boolean;
  readonly awaited?: readonly Awaited[];
}

/** The digest of the shipped edition for that Monday, as it would be posted. */
function render({ content, awaited = [], at = monday, late = false, ...given }: Given = {}) {
  const subscription = settings(given);
  const numbers = subscription.projects.kind === 'some' ? subscription.projects.numbers : [];
  const planned = nextOccurrence(subscription, new Date(at.getTime() - 1));
  const chosen = projects.filter(({ number }) => numbers.length === 0 || numbers.includes(number));
  const { include } = subscription;
  return digestMessage(
    {
      content: content ?? digestContent(chosen, { today, span: planned.span, include }),
      awaited,
      subscription,
      occurrence: {
        ...planned,
        movedFrom: planned.movedFrom?.day ?? null,
        because: planned.movedFrom?.because ?? null,
      },
      numbers,
      now: late ? new Date(at.getTime() + 3 * 3_600_000) : at,
      today,
      late,
      nextAt: nextPosted({ ...subscription, nextRunAt: planned.dueAt }, planned.dueAt).dueAt,
      edition: projects[0]?.edition ?? null,
    },
    wordsIn(subscription.language),
  );
}

describe('the week of Monday 24 August 2020', () => {
  test('says its period, the time of its data, who set it up, how to stop it and when the next comes', () => {
    const told = wordsOf(shown(render().first));
    expect(told).toContain('期間: 令和2年8月24日（月）から令和2年9月20日（日）まで　対象: 全プロジェクト');
    expect(told).toContain('令和2年8月版のデータ・令和2年8月24日（月） 9:00現在');
    expect(told).toContain('次回: 令和2年8月31日（月） 9:00');
    expect(told).toContain('設定した人: <@U1>');
    expect(told).toContain('/project 配信');
    expect(told).not.toContain('遅延配信');
  });

  test('names the posts whose reports it waits for, and no person', () => {
    const awaited = [
      { projectNumber: 3, posts: [] },
      { projectNumber: 8, posts: ['産業振興課 主幹', '産業振興課 課長'] },
    ];
    const told = wordsOf(shown(render({ awaited }).first));
    expect(told).toContain(
      '報告をお待ちしているプロジェクト（推進責任者の職）: 3番（推進責任者が未設定）、8番（産業振興課 主幹、産業振興課 課長）',
    );
    expect(wordsOf(shown(render().first))).not.toContain('報告をお待ちしているプロジェクト');
  });

  test('one screen holds five entries, what needs attention first; the thread holds all others, each once', () => {
    const { first, thread } = render();
    const items = [first, ...thread].flatMap((message) => itemsOf(shown(message)));
    const { achieved, ...open } = digestContent(projects, {
      today,
      span: { first: today, last: addDays(today, 27) },
      include: inclusions,
    });
    const expected = [achieved, ...Object.values(open)].reduce((sum, list) => sum + list.length, 0);
    expect(itemsOf(shown(first))).toHaveLength(Math.min(5, expected));
    expect(items).toHaveLength(expected);
    expect(new Set(items).size).toBe(items.length);
    expect(wordsOf(shown(first))).toContain(`ほか${expected - 5}件は、このメッセージのスレッド`);
  });

  test('each event that waits for word has its three buttons, and a date with its weekday or as written', () => {
    const { first, thread } = render({ include: ['overdue', 'dated', 'month', 'season'] });
    for (const message of [first, ...thread]) {
      const labels = buttonsOf(shown(message)).map(({ label }) => label);
      const count = itemsOf(shown(message)).length;
      for (const label of ['実施済み', '延期', '中止'])
        expect(labels.filter((each) => each === label)).toHaveLength(count);
    }
  });

  test('the settings are one press away', () => {
    expect(buttonsOf(shown(render().first)).find(({ label }) => label === '配信の設定')?.value).toBe(
      'digest',
    );
  });

  test('the notification is a sentence with what counts', () => {
    expect(render().first.text).toMatch(
      /令和2年8月24日（月）から.*期日経過・報告待ち\d+件、今後の予定\d+件。/,
    );
  });

  test('only what was asked for', () => {
    const { first } = render({ projects: { kind: 'some', numbers: [8] }, include: ['dated'] });
    expect(wordsOf(shown(first))).toContain('対象: 8番');
    expect(wordsOf(shown(first))).not.toMatch(/期日経過|更新時期/);
  });

  test('in English as well', () => {
    const told = wordsOf(shown(render({ language: 'en' }).first));
    expect(told).toMatch(/Period: .*24 Aug 2020/);
    expect(told).toContain('To stop or change it');
  });
});

const nothing: DigestContent = { overdue: [], stale: [], dated: [], month: [], season: [], achieved: [] };

test('nothing planned is one honest line', () => {
  const { first, thread } = render({ content: nothing });
  expect(wordsOf(shown(first))).toContain('この期間に予定はありません。');
  expect(first.text).toContain('この期間に予定はありません。');
  expect(thread).toEqual([]);
});

test('what comes late says so, and since when', () => {
  const { first } = render({ late: true });
  expect(wordsOf(shown(first))).toContain('【遅延配信】 令和2年8月24日（月） 9:00にお届けする予定だった');
  expect(first.text).toContain('遅延配信');
  expect(wordsOf(shown(first))).toContain('12:00現在');
});

test('what a holiday has moved says from which day and why', () => {
  const { first } = render({ holidayRule: 'after', at: new Date('2020-09-21T09:00:00+09:00') });
  expect(wordsOf(shown(first))).toContain('本来は令和2年9月21日（月）の分です（敬老の日のため');
});

test('however much and however long: every message is one that Slack takes, and no word is lost', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 9_000 });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 60 }), (texts) => {
      const one = projects[7]?.milestones[0];
      if (one === undefined) throw new Error('project 8 has no milestone');
      const overdue = texts.map((each, index) => ({
        milestone: { ...one, id: `m${index}` as typeof one.id, text: each },
        status: 'overdue' as const,
        when: null,
        projectNumber: 8,
        projectName: '未来技術活用プロジェクト',
      }));
      const { first, thread } = render({ content: { ...nothing, overdue } });
      for (const message of [first, ...thread]) expect(checkMessage(shown(message))).toBeNull();
      const begun = [first, ...thread].flatMap((each) => buttonsOf(shown(each)));
      expect(begun.filter(({ label }) => label === '中止')).toHaveLength(texts.length);
    }),
    { numRuns: 40 },
  );
});

test('a text of eight thousand characters stands there whole', () => {
  const one = projects[7]?.milestones[0];
  if (one === undefined) throw new Error('project 8 has no milestone');
  const long = Array.from({ length: 8_000 }, (_, index) =>
    String.fromCodePoint(0x4e00 + (index % 5_000)),
  ).join('');
  const event = {
    milestone: { ...one, text: long },
    status: 'overdue' as const,
    when: null,
    projectNumber: 8,
    projectName: '未来技術活用プロジェクト',
  };
  const { first, thread } = render({ content: { ...nothing, overdue: [event] } });
  const told = [first, ...thread].flatMap((message) => itemsOf(shown(message))).join('');
  expect(told).toContain(long);
});
