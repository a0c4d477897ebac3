import { EventEmitter, once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { submitWrite } from '../../src/actions/writes/submit-write.ts';
import { dayAt } from '../../src/domain/calendar-day.ts';
import type { PersonId } from '../../src/domain/person.ts';
import type { Fault } from '../../src/sandbox/slack/state/faults.ts';
import type { Store } from '../../src/store/open-store.ts';
import { ENGLISH, LEAD, type Running, run, STAFF } from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';
import { formOf, newestFor, saidIn } from './forms.ts';
import { propose, sendProposal, thing } from './proposing.ts';
import { buttonsOf, wordsOf } from './read-message.ts';
import {
  ADMINISTRATOR,
  changedMessage,
  directOf,
  fillIn,
  openDemoStore,
  pressDirect,
  toldDirectly,
} from './roles-and-people.ts';
import { ask } from './talk.ts';

// What the bot says by itself does not depend on how requests come in: HTTP stands for both.
describe('who is told of a proposal', () => {
  let opened: OpenedStore;
  let running: Running;
  /** Emits `over` when it is written down what came of telling somebody. */
  let telling: EventEmitter;
  const begin = async (administrators: readonly string[] = [ADMINISTRATOR]) => {
    const { store } = opened;
    telling = new EventEmitter();
    const over = <Result>(written: Promise<Result>) => written.finally(() => telling.emit('over'));
    const changes: Store = {
      ...store,
      deferNotice: (...given) => over(store.deferNotice(...given)),
      noteTold: (...given) => over(store.noteTold(...given)),
    };
    running = await run({ intake: 'http', reader: store, changes, digests: store, administrators });
  };
  const aMinuteLater = async () => {
    running.clock.advance(60_000);
    await running.remind();
  };
  beforeEach(async () => {
    opened = await openDemoStore();
  });
  afterEach(async () => {
    const complaints = await running.stop();
    await opened.cleanUp();
    expect(complaints).toEqual([]);
  });

  /** What was said of the proposal; reminders of other things may come with the same tick. */
  const said = (person: string) =>
    running.slack
      .messages(directOf(person), person)
      .map(wordsOf)
      .filter((words) => words.includes(thing));

  test('of two who were asked the second learns who decided', async () => {
    await begin([ADMINISTRATOR, ENGLISH]);
    const asked = await propose(running, {
      line: '1 予定追加 R2.11下旬 連携会議の開催',
      decider: ADMINISTRATOR,
    });
    const [other] = await toldDirectly(running, ENGLISH);
    if (other === undefined) throw new Error('nobody was asked');
    await pressDirect(running, asked, { as: ADMINISTRATOR, label: '承認' });
    await changedMessage(running, asked, ADMINISTRATOR);
    await pressDirect(running, other, { as: ENGLISH, label: 'Reject' });
    const told = await changedMessage(running, other, ENGLISH);
    expect(wordsOf(told)).toMatch(/was approved already[\s\S]*Decided by: <@U0SUZUKI>/);
    expect(saidIn(await formOf(running, ENGLISH))).toContain('was approved already');
    expect(await toldDirectly(running, STAFF)).toHaveLength(1);
  });

  test.each([
    ['Reject', { reason: 'Not before spring' }],
    ['Amend', { text: 'Not before spring' }],
  ] as const)('the second had %s open: what was typed can be copied', async (label, typed) => {
    await begin([ADMINISTRATOR, ENGLISH]);
    const decider = ADMINISTRATOR;
    const asked = await propose(running, { line: '1 予定追加 R2.11下旬 連携会議の開催', decider });
    const [other] = await toldDirectly(running, ENGLISH);
    if (other === undefined) throw new Error('nobody was asked');
    await pressDirect(running, other, { as: ENGLISH, label });
    await running.slack.until(() => running.slack.modals(ENGLISH).at(-1)?.view.submit !== undefined);
    await pressDirect(running, asked, { as: ADMINISTRATOR, label: '承認' });
    await changedMessage(running, asked, ADMINISTRATOR);
    expect(await fillIn(running, typed, ENGLISH)).toEqual({ kind: 'taken' });
    const form = await formOf(running, ENGLISH);
    expect(saidIn(form)).toContain('was approved already');
    expect(JSON.stringify(form.view.blocks)).toContain('Not before spring');
  });

  test('without a lead the administrators decide', async () => {
    await begin();
    const asked = await propose(running, {
      line: '1 予定追加 R2.11下旬 連携会議の開催',
      decider: ADMINISTRATOR,
    });
    await pressDirect(running, asked, { as: ADMINISTRATOR, label: '承認' });
    await toldDirectly(running, STAFF);
    expect(wordsOf(await ask(running, '1'))).toContain('1. ');
  });

  test('with neither lead nor administrator the author learns whom to ask', async () => {
    await opened.database.prisma.postRole.deleteMany();
    await begin([]);
    await sendProposal(running);
    expect(wordsOf(newestFor(running, STAFF) ?? { blocks: [] })).toContain('システム管理者に');
  });

  test('a lead who has left keeps nobody waiting: administrators are asked', async () => {
    await begin();
    running.slack.workspace.changePerson(LEAD, { deleted: true });
    const asked = await propose(running, { decider: ADMINISTRATOR });
    expect(wordsOf(asked)).toContain(thing);
  });

  describe('though something comes in between', () => {
    /** Keeps a proposal as a process does that ends before it has told anybody. */
    const keep = async (requestKey = 'of the process that ended') => {
      const kept = await submitWrite(
        { store: opened.store, reader: opened.store, administrators: [] },
        {
          verb: 'record-milestone',
          person: { id: STAFF as PersonId, standing: 'member', language: 'ja' },
          fields: { text: thing, when: 'R2.8.20' },
          projectNumber: 8,
          row: null,
          requestKey,
          origin: { via: 'command', channelId: null, permalink: null },
          confirmed: null,
          now: running.clock.now(),
          today: dayAt(running.clock.now(), 'Asia/Tokyo'),
        },
      );
      if (!kept.ok || kept.value.kind !== 'proposed') throw new Error('it was not proposed');
      return kept.value.proposal;
    };

    test('the process ends between keeping and telling: the next tick tells, once', async () => {
      await begin();
      await keep();
      await Promise.all([running.remind(), running.remind()]);
      await running.remind();
      expect(said(LEAD)).toHaveLength(1);
      const [asked] = running.slack
        .messages(directOf(LEAD), LEAD)
        .filter((one) => wordsOf(one).includes(thing));
      expect(asked && buttonsOf(asked).map(({ label }) => label)).toEqual(['承認', '修正', '却下']);
    });

    test.each<[string, string, Fault, readonly number[]]>([
      ['Slack is down', 'conversations.open', { kind: 'server-error' }, [0, 1]],
      ['Slack refuses for now', 'chat.postMessage', { kind: 'rate-limited', retryAfter: 30 }, [0, 1]],
      // It was said, though nobody told us so: only the reminder comes after two business days.
      ['the answer is lost', 'chat.postMessage', { kind: 'dropped', applied: true }, [1, 1]],
      ['the connection is lost', 'chat.postMessage', { kind: 'dropped', applied: false }, [0, 0]],
    ])('%s', async (_what, method, fault, counts) => {
      await begin();
      running.slack.faults.next(method, fault);
      await Promise.all([once(telling, 'over'), sendProposal(running)]);
      const before = said(LEAD).length;
      await aMinuteLater();
      expect([before, said(LEAD).length]).toEqual(counts);
      expect(running.takeTrouble()).toHaveLength(1);
    });

    const refusing = (error: string): Fault => ({ kind: 'error', error });

    test.each([
      ['conversations.open', 'user_disabled', 0],
      ['chat.postMessage', 'channel_not_found', 0],
      ['chat.postMessage', 'restricted_action', 1],
    ])(
      '%s refuses for good (%s): administrators are asked, and nobody tries again',
      async (method, error, logged) => {
        await begin();
        running.slack.faults.next(method, refusing(error));
        await Promise.all([once(telling, 'over'), sendProposal(running)]);
        for (const _tick of [1, 2, 3]) await aMinuteLater();
        expect([said(LEAD).length, said(ADMINISTRATOR).length]).toEqual([0, 1]);
        expect(running.takeTrouble()).toHaveLength(logged);
      },
    );

    test('Slack refuses all who decide: the author learns whom to speak to, the operator which proposal', async () => {
      await begin();
      for (const _person of [LEAD, ADMINISTRATOR]) {
        running.slack.faults.next('chat.postMessage', refusing('restricted_action'));
      }
      await Promise.all([once(telling, 'over'), sendProposal(running)]);
      await aMinuteLater();
      expect(said(STAFF)).toEqual([
        expect.stringMatching(/お知らせできませんでした。提案は保存されています[\s\S]*<@U0TANAKA>/),
      ]);
      const [proposal] = await opened.store.openProposals({});
      const trouble = running.takeTrouble().map(({ err }) => err?.message);
      expect(trouble).toHaveLength(3);
      expect(trouble.at(-1)).toContain(proposal?.id ?? 'no proposal');
    });

    test('a lead who has left is nobody to ask: the author is told of administrators', async () => {
      await begin();
      // Known a moment ago, and gone since.
      await ask(running, '8', { as: LEAD });
      running.slack.workspace.changePerson(LEAD, { deleted: true });
      running.slack.faults.next('chat.postMessage', refusing('restricted_action'));
      await Promise.all([once(telling, 'over'), sendProposal(running)]);
      await aMinuteLater();
      expect(said(STAFF)).toEqual([expect.stringMatching(/お知らせできませんでした[\s\S]*<@U0SUZUKI> $/)]);
      expect(said(STAFF)[0]).not.toContain('<@U0TANAKA>');
      expect(running.takeTrouble()).toHaveLength(2);
      expect(running.takeRefusals()).toEqual(['conversations.open: user_disabled']);
    });

    test('Slack cannot show it as it is laid out: it comes in plain words', async () => {
      await begin();
      running.slack.faults.next('chat.postMessage', refusing('invalid_blocks'));
      await Promise.all([once(telling, 'over'), sendProposal(running)]);
      const told = running.slack.messages(directOf(LEAD), LEAD).map(({ text }) => text);
      expect(told).toEqual([expect.stringMatching(/8番への提案が届きました[\s\S]*R2\.8\.20/)]);
    });

    test('the process ends before the author hears what became of it', async () => {
      await begin();
      const { id } = await keep();
      const by = { personId: LEAD as PersonId, posts: [] };
      await opened.store.reject(id, {
        by,
        at: running.clock.now(),
        reason: '時期を確かめてください',
        guard: null,
      });
      await running.remind();
      await running.remind();
      expect(said(STAFF)).toEqual([expect.stringMatching(/却下されました[\s\S]*時期を確かめてください/)]);
      expect(said(LEAD)).toEqual([]);
    });
  });
});
