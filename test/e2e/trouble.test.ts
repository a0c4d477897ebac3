import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Fault } from '../../src/sandbox/slack/state/faults.ts';
import { systemAfter } from '../../src/slack/in-time.ts';
import { wordsIn } from '../../src/slack/words/index.ts';
import {
  CHANNEL,
  ENGLISH,
  eachIntake,
  openSeededStore,
  type Running,
  run,
  STAFF,
} from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';
import { formOf, saidIn, submit } from './forms.ts';
import { linesOf, wordsOf } from './read-message.ts';
import { type ShakyReader, shakyReader } from './shaky-reader.ts';
import { ask, forge, press } from './talk.ts';

const iot = '8. 地域産業 IoT 等導入促進プロジェクト';
const waiting = wordsIn('ja')('waiting.sentence');
/** The bot's patience of a second is shorter here: long enough to ask Slack once more, as the bot does. */
const soon = (milliseconds: number) => systemAfter(milliseconds / 2.5);
const halfAnHour = 31 * 60_000;

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openSeededStore();
});
afterAll(() => opened.cleanUp());

describe.each(eachIntake)('over %s', (_name, intake) => {
  let running: Running;
  let reader: ShakyReader;
  beforeEach(async () => {
    reader = shakyReader(opened.store);
    const changes = opened.store;
    running = await run({ intake, reader, changes, administrators: [STAFF], after: soon });
  });
  afterEach(async () => {
    reader.release();
    expect(await running.stop()).toEqual([]);
  });
  const mine = () => running.slack.messages(CHANNEL, STAFF);
  const expectReference = (words: string) => {
    const references = running.takeTrouble().flatMap(({ reference }) => reference ?? []);
    expect(references).toHaveLength(1);
    expect(words).toContain(references[0]);
  };

  describe('while the store does not answer', () => {
    test('the person is asked to wait, and the answer then takes the place of the request', async () => {
      reader.hold();
      const asked = await ask(running, '8');
      expect(wordsOf(asked)).toBe(waiting);
      reader.release();
      await running.slack.until(() => linesOf(mine()[0] ?? asked)[0] === iot);
      expect(mine()).toHaveLength(1);
    });

    test('a button is acknowledged at once', async () => {
      const card = await ask(running, '8');
      reader.hold();
      const pressed = press(running, card, /^指標/);
      await reader.waitedFor();
      expect(running.slack.journal.at(-1)).toMatchObject({ what: /./, status: 'ack' });
      reader.release();
      expect(wordsOf(await pressed)).toContain('13.9%/16.0%');
    });

    test('an answer that comes after half an hour is lost, noted, and harms nothing', async () => {
      reader.hold();
      await ask(running, '8');
      running.wall.advance(halfAnHour);
      reader.release();
      await running.slack.until(() => running.slack.refusals.length > 0);
      expect(running.takeRefusals()).toEqual(['response_url: expired_url']);
      expect(wordsOf(await ask(running, '8'))).toContain(iot);
      expect(running.takeTrouble()).toMatchObject([{ level: 50, reference: expect.any(String) }]);
    });

    test('stopping waits for the answer that is under way', async () => {
      const card = await ask(running, '8');
      reader.hold();
      const typed = ask(running, '8 指標');
      await reader.waitedFor();
      const pressed = running.slack.press({ as: STAFF, actionId: 'ask:list', from: placeOf(card) });
      await running.slack.until(() => running.slack.journal.some(({ what }) => what.includes('ask:list')));
      await pressed;
      const stopped = running.stopBot();
      reader.release();
      await stopped;
      expect(wordsOf(await typed)).toContain('13.9%/16.0%');
      expect(mine().map((message) => linesOf(message)[0])).toContain('産業戦略プロジェクト');
    });

    test('stopping waits for the answer that was promised', async () => {
      reader.hold();
      await ask(running, '8');
      const stopped = running.stopBot();
      reader.release();
      await stopped;
      expect(mine().map((message) => linesOf(message)[0])).toEqual([iot]);
    });
  });

  describe('while the store is down', () => {
    beforeEach(() => reader.breakDown());

    test('the person is told, with the reference under which it was noted', async () => {
      const words = wordsOf(await ask(running, '8'));
      expect(words).toContain('お答えできませんでした');
      expect(words).toContain('データは変更されていません');
      expectReference(words);
    });

    test('in English too, since Slack still says who asks', async () => {
      const words = wordsOf(await ask(running, '8', { as: ENGLISH }));
      expect(words).toContain('Reference');
      expectReference(words);
    });

    test('a button says so as well, and all is well once the store is back', async () => {
      reader.release();
      const card = await ask(running, '8');
      reader.breakDown();
      const failure = await press(running, card, /^進捗/);
      expectReference(wordsOf(failure));
      reader.release();
      expect(wordsOf(await ask(running, '8'))).toContain(iot);
    });
  });

  describe('a form that is sent while the store does not answer', () => {
    const record = async (text: string) => {
      const command = { as: STAFF, conversation: CHANNEL, text: `/project 8 記録 R2.8.20 ${text}` };
      await running.slack.command(command);
      const form = await formOf(running, STAFF);
      reader.hold();
      expect(await submit(running, STAFF)).toEqual({ kind: 'taken' });
      expect(saidIn(await formOf(running, STAFF))).toContain('記録しています');
      return form;
    };
    const written = async (text: string) =>
      (await opened.store.history({ skip: 0, most: 20 })).changes.filter(
        ({ after }) => after?.kind === 'milestone' && after.text === text,
      ).length;
    const told = () => mine().filter((message) => wordsOf(message).includes('記録しました')).length;

    test('says after a second that it works, and then what was written; sent again, nothing twice', async () => {
      const thing = `遅い記録 ${intake}`;
      await record(thing);
      const sent = running.slack.journal.findLast(({ what }) => what.startsWith('view_submission'));
      if (sent === undefined) throw new Error('nothing was sent');
      await running.slack.redeliver(sent, { num: 1, reason: 'http_timeout' });
      running.wall.advance(4_000);
      reader.release();
      const shown = () =>
        told() + Number(running.slack.modals(STAFF).map(saidIn).join().includes('記録しました'));
      await running.slack.until(() => shown() > 0);
      await running.stopBot();
      expect([await written(thing), shown()]).toEqual([1, 1]);
    });

    test('is confirmed in the channel where Slack does not show the form any more', async () => {
      const thing = `表示できない記録 ${intake}`;
      await record(thing);
      running.slack.faults.next('views.update', { kind: 'error', error: 'fatal_error' });
      reader.release();
      await running.slack.until(() => told() > 0);
      expect([await written(thing), told()]).toEqual([1, 1]);
      expect(running.takeTrouble()).toHaveLength(1);
    });

    test('and is not right: where Slack does not show the form any more, what was typed comes as a message', async () => {
      const command = { as: STAFF, conversation: CHANNEL, text: '/project 8 記録 R2.2.30 まちがった日付' };
      await running.slack.command(command);
      await formOf(running, STAFF);
      reader.hold();
      await submit(running, STAFF);
      running.slack.faults.next('views.update', { kind: 'error', error: 'fatal_error' });
      reader.release();
      const message = await running.slack.until(() => mine().at(-1));
      expect(wordsOf(message)).toMatch(/表示できませんでした[\s\S]*まだ記録していません[\s\S]*2月は29日まで/);
      expect(JSON.stringify(message.blocks)).toContain('まちがった日付');
      expect(running.takeTrouble()).toHaveLength(1);
    });

    test('is confirmed in the channel where the person has closed it meanwhile', async () => {
      const thing = `閉じた記録 ${intake}`;
      const { id: viewId } = await record(thing);
      await running.slack.closeView({ as: STAFF, viewId });
      reader.release();
      await running.slack.until(() => told() > 0);
      expect([await written(thing), told()]).toEqual([1, 1]);
      expect(running.takeRefusals()).toEqual(['views.update: not_found']);
    });
  });

  describe('while Slack does not say who asks', () => {
    test.each<[string, Fault]>([
      ['500', { kind: 'server-error' }],
      ['429 with Retry-After', { kind: 'rate-limited', retryAfter: 30 }],
      ['a page of HTML', { kind: 'html' }],
      ['half an answer', { kind: 'cut-json' }],
      ['a broken connection', { kind: 'dropped', applied: false }],
      ['token_revoked', { kind: 'error', error: 'token_revoked' }],
    ])('(%s) nothing is shown but a reference, and the next question is answered', async (_what, fault) => {
      const { faults } = running.slack;
      const planned = [faults.next('users.info', fault), faults.next('users.info', fault)];
      const words = wordsOf(await ask(running, '8'));
      expect(words).not.toContain('13.9%');
      const references = running.takeTrouble().flatMap(({ reference }) => reference ?? []);
      expect(references).toHaveLength(1);
      expect(words).toContain(references[0]);
      await planned[0]?.met;
      faults.take('users.info');
      expect(wordsOf(await ask(running, '8'))).toContain(iot);
    });

    test('but late, the answer comes late', async () => {
      const planned = running.slack.faults.next('users.info', { kind: 'slow' });
      expect(wordsOf(await ask(running, '8'))).toBe(waiting);
      planned.release();
      await running.slack.until(() => mine().some((message) => linesOf(message)[0] === iot));
    });
  });

  describe('a response_url', () => {
    test('that fails is noted, and harms nothing', async () => {
      running.slack.faults.next('response_url', { kind: 'server-error' });
      await press(running, await ask(running, '8'), '一覧へ');
      await running.troubled();
      expect(running.takeTrouble()).toMatchObject([{ level: 50, reference: expect.any(String) }]);
      expect(wordsOf(await ask(running, '8'))).toContain(iot);
    });

    test('that is used up is noted, and harms nothing', async () => {
      const card = await ask(running, '8');
      reader.hold();
      const pressed = running.slack.press({ as: STAFF, actionId: 'ask:list', from: placeOf(card) });
      const delivered = await running.slack.until(() =>
        running.slack.journal.find(({ what }) => what.includes('ask:list')),
      );
      const { response_url: url } = delivered.request as { readonly response_url: string };
      const message = JSON.stringify({ text: '先に届いた返事です。', replace_original: false });
      const headers = { 'content-type': 'application/json' };
      for (let use = 0; use < 5; use += 1) await fetch(url, { method: 'POST', headers, body: message });
      await pressed;
      reader.release();
      await running.troubled();
      expect(running.takeTrouble()).toMatchObject([{ level: 50, reference: expect.any(String) }]);
      expect(running.takeRefusals()).toEqual(['response_url: used_url']);
    });

    test('on another host is not called', async () => {
      let called = false;
      const elsewhere = createServer((_request, response) => {
        called = true;
        response.end();
      }).listen(0, '127.0.0.1');
      await once(elsewhere, 'listening');
      const { port } = elsewhere.address() as AddressInfo;
      await press(running, await ask(running, '8'), '一覧へ');
      await forge(running, (payload) => ({ ...payload, response_url: `http://127.0.0.1:${port}/` }));
      await running.troubled();
      expect(running.takeTrouble()).toMatchObject([{ err: { message: expect.stringMatching(/host/) } }]);
      expect(called).toBe(false);
      elsewhere.close();
    });
  });
});

test('what Slack never answers is given up after five seconds, and stopping does not wait longer', async () => {
  const running = await run({ intake: 'http', reader: opened.store, after: systemAfter });
  const { faults } = running.slack;
  const card = await ask(running, '8');
  faults.next('response_url', { kind: 'slow' });
  faults.next('users.info', { kind: 'slow' });
  const second = faults.next('users.info', { kind: 'server-error' });
  await press(running, card, '一覧へ');
  await ask(running, '8', { as: ENGLISH });
  await second.met;
  await running.stopBot();
  expect(running.takeTrouble().filter(({ reference }) => reference !== undefined)).toHaveLength(2);
  expect(running.slack.messages(CHANNEL, ENGLISH).map(wordsOf).join()).toContain('受付番号');
  expect(await running.stop()).toEqual([]);
});

function placeOf({ conversation, ts }: { conversation: string; ts: string }) {
  return { kind: 'message', conversation, ts } as const;
}
