import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { MilestoneSnapshot, Versioned } from '../../../src/domain/change.ts';
import type { IndicatorId } from '../../../src/domain/indicator.ts';
import type { StrandId } from '../../../src/domain/milestone.ts';
import type { PersonId } from '../../../src/domain/person.ts';
import type { Project } from '../../../src/domain/project.ts';
import { checkMessage } from '../../../src/sandbox/slack/blocks/message-check.ts';
import { checkView } from '../../../src/sandbox/slack/blocks/view-check.ts';
import { writtenMessage } from '../../../src/slack/messages/written.ts';
import { formOf } from '../../../src/slack/modals/entrances.ts';
import { formView } from '../../../src/slack/modals/form-view.ts';
import type { Facts } from '../../../src/slack/modals/modal.ts';
import { answerRefusal } from '../../../src/slack/modals/refused.ts';
import { readState } from '../../../src/slack/modals/state.ts';
import { wordsIn } from '../../../src/slack/words/index.ts';
import { anIndicator, aProject, period, today } from '../../support/factories.ts';

const state = (given: object) => {
  const read = readState(
    JSON.stringify({
      verb: 'record-milestone',
      project: 8,
      target: null,
      version: null,
      via: 'button',
      channel: null,
      permalink: null,
      respond: null,
      confirmed: null,
      ...given,
    }),
  );
  if (read === null) throw new Error('no state');
  return read;
};

const snapshot = (text: string): MilestoneSnapshot => ({
  kind: 'milestone',
  projectId: aProject().id,
  parentId: null,
  strandId: null,
  workingGroupId: null,
  column: 'upcoming',
  mark: '■',
  text,
  state: 'planned',
  dates: [{ period: period('R2.秋頃'), ordinal: null }],
  figures: [text],
  notes: [text],
  firstPlanned: null,
});

const facts = (given: { project?: Project; text?: string; language?: 'ja' | 'en' } = {}): Facts => {
  const target: Versioned = {
    target: { kind: 'milestone', id: 'm1' },
    version: 1,
    snapshot: snapshot(given.text ?? 'セミナー'),
  };
  return {
    words: wordsIn(given.language ?? 'ja'),
    today,
    timeZone: 'Asia/Tokyo',
    project: given.project ?? aProject({ indicators: [anIndicator('1', '5')] }),
    projects: [],
    proposesTo: null,
    posts: [],
    others: [],
    target,
  };
};

const verbs = [
  'record-milestone',
  'plan-event',
  'record-observation',
  'complete-event',
  'postpone-event',
  'cancel-event',
  'sharpen-event',
  'edit-milestone',
  'delete-milestone',
] as const;

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.constantFrom(
    '<!channel> *x* `y`',
    '\u202Eabc',
    '𠮷'.repeat(1_500),
    'あ'.repeat(3_000),
    '\u0000',
    '　',
    'e\u0301'.repeat(500),
  ),
);

describe.each(verbs)('%s', (verb) => {
  const modal = formOf(verb);

  test.each(['ja', 'en'] as const)(
    'is a view that Slack takes whatever is typed or stored (%s)',
    (language) => {
      fc.assert(
        fc.property(hostile, hostile, (stored, typed) => {
          const fields = {
            text: typed,
            when: typed,
            value: typed,
            figures: typed,
            note: typed,
            reason: typed,
          };
          const view = formView({
            modal,
            facts: facts({ text: stored, language }),
            state: state({ verb }),
            typed: fields,
          });
          expect(checkView(view, 'modal')).toBeNull();
        }),
        { numRuns: 40 },
      );
    },
  );

  test('every problem that has no field in the view stands above the fields', () => {
    const form = { modal, facts: facts(), state: state({ verb }), typed: {} };
    const problem = { field: 'project', kind: 'missing' } as const;
    const answered = answerRefusal({
      ...form,
      refusal: { kind: 'fields', problems: [problem] },
      view: { blocks: [] },
    });
    expect(answered.kind).toBe('view');
    expect(checkView(answered.view, 'modal')).toBeNull();
    expect(JSON.stringify(answered.view)).toContain('まだ記録していません');
  });
});

test('a confirmation is a message that Slack takes whatever was written', () => {
  fc.assert(
    fc.property(hostile, hostile, (before, after) => {
      const change = {
        id: 'c' as never,
        setId: 's',
        at: new Date(0),
        verb: 'edit-milestone' as const,
        target: { kind: 'milestone' as const, id: 'm1' },
        projectId: aProject().id,
        before: snapshot(before),
        after: snapshot(after),
        by: { personId: 'U1' as never, posts: [] },
        approvedBy: null,
        reason: null,
        origin: { via: 'button' as const, channelId: null, permalink: null },
        undoes: null,
      };
      const written = { kind: 'written' as const, setId: 's', changes: [change], repeated: false };
      const { text, blocks } = writtenMessage(written, { words: wordsIn('ja'), project: aProject() });
      expect(checkMessage({ text, blocks })).toBeNull();
      expect(text).not.toMatch(/<[!@#]/);
    }),
    { numRuns: 60 },
  );
});

describe('selects', () => {
  const strands = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      id: `s${index}` as StrandId,
      parentId: null,
      name: `区分${index}`,
    }));
  test.each([
    [100, 'static_select'],
    [101, 'external_select'],
  ])('%d strands are a %s', (count, type) => {
    const project = aProject({ strands: strands(count) });
    const view = formView({
      modal: formOf('record-milestone'),
      facts: facts({ project }),
      state: state({}),
      typed: {},
    });
    expect(checkView(view, 'modal')).toBeNull();
    expect(view.blocks).toContainEqual(
      expect.objectContaining({ block_id: 'strand', element: expect.objectContaining({ type }) }),
    );
  });

  test('without indicators there is nothing to submit', () => {
    const view = formView({
      modal: formOf('record-observation'),
      facts: facts({ project: aProject() }),
      state: state({ verb: 'record-observation' }),
      typed: {},
    });
    expect(view.submit).toBeUndefined();
    expect(JSON.stringify(view.blocks)).toContain('指標はまだありません');
  });

  test('what an indicator is told in follows its target', () => {
    const indicator = { ...anIndicator('実施中', '実現', { unit: '' }), id: 'i1' as IndicatorId };
    const view = formView({
      modal: formOf('record-observation'),
      facts: facts({ project: aProject({ indicators: [indicator] }) }),
      state: state({ verb: 'record-observation' }),
      typed: {},
    });
    const told = JSON.stringify(view.blocks);
    expect(told).toContain('実現、実施中');
    expect(told).toContain('"状態"');
  });
});

describe('実施済み', () => {
  const whenOf = (...dates: readonly string[]) => {
    const given = facts();
    const target = {
      ...given.target,
      snapshot: {
        ...snapshot('会議'),
        dates: dates.map((each) => ({ period: period(each), ordinal: null })),
      },
    } as Versioned;
    const modal = formOf('complete-event');
    const view = formView({
      modal,
      facts: { ...given, target },
      state: state({ verb: modal.verb }),
      typed: {},
    });
    return /"initial_value":"([^"]*)"/.exec(JSON.stringify(view.blocks))?.[1] ?? '';
  };

  test.each([
    ['a day that has passed stands in the form: two clicks are enough', ['R2.8.4'], 'R2.8.4'],
    ['of several the last that has passed', ['R2.7.1', 'R2.8.4', 'R2.9.1'], 'R2.8.4'],
    ['a vague time that has passed', ['R2.6'], 'R2.6'],
    ['one that has only begun is asked for', ['R2.8下旬'], ''],
    ['one that is still to come is asked for', ['R2.9.4'], ''],
    ['none', [], ''],
  ])('%s', (_what, dates, told) => {
    expect(whenOf(...dates)).toBe(told);
  });
});

describe('who may only propose', () => {
  const viewFor = (proposesTo: readonly PersonId[] | null, proposal: string | null = null) =>
    formView({
      modal: formOf('plan-event'),
      facts: { ...facts(), proposesTo },
      state: state({ verb: 'plan-event', proposal }),
      typed: {},
    });

  test('reads so before sending, and who decides', () => {
    const view = viewFor(['U0TANAKA' as PersonId]);
    expect(view.submit?.text).toBe('提案する');
    expect(JSON.stringify(view.blocks)).toMatch(/提案として送られます.*"user_id":"U0TANAKA"/);
    expect(checkView(view, 'modal')).toBeNull();
  });

  test('who writes reads nothing of it', () => {
    const view = viewFor(null);
    expect(view.submit?.text).toBe('追加する');
    expect(JSON.stringify(view.blocks)).not.toContain('提案');
  });
});

test.each(['', 'x', '{}', '{"verb":"undo"}', '[]', 'null'])('a memory that is not ours: %s', (metadata) => {
  expect(readState(metadata)).toBeNull();
});

test.each([
  ['ja', ['中止にする', 'キャンセル']],
  ['en', ['Cancel the event', 'Keep the event']],
] as const)('which button cancels the event is plain (%s)', (language, labels) => {
  const given = { facts: facts({ language }), state: state({ verb: 'cancel-event' }), typed: {} };
  const { submit, close } = formView({ modal: formOf('cancel-event'), ...given });
  expect([submit?.text, close?.text]).toEqual(labels);
});

describe('a row that somebody removed meanwhile', () => {
  test.each([
    ['what was typed stands below', { reason: '会場の都合' }, /下の内容を写して.*入力された内容.*会場の都合/],
    ['nothing was typed', {}, /ほかの方が対象を削除しました。データは変更されていません。"/],
  ])('%s', (_what, typed, expected) => {
    const answered = answerRefusal({
      modal: formOf('cancel-event'),
      facts: facts(),
      state: state({ verb: 'cancel-event' }),
      typed,
      refusal: { kind: 'gone', target: null },
      view: { blocks: [] },
    });
    expect(JSON.stringify(answered.view.blocks)).toMatch(expected);
  });
});
