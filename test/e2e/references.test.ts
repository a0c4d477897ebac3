import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { meterBook } from '../../src/metrics/meter.ts';
import {
  CHANNEL,
  eachIntake,
  LEAD,
  type LogLine,
  openSeededStore,
  type Running,
  run,
  STAFF,
} from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';
import { formOf, submit } from './forms.ts';
import { wordsOf } from './read-message.ts';
import { directOf } from './roles-and-people.ts';
import { type ShakyReader, shakyReader } from './shaky-reader.ts';
import { ask, press } from './talk.ts';

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openSeededStore();
}, 120_000);
afterAll(() => opened.cleanUp());

describe.each(eachIntake)(
  'over %s, one 受付番号 for each request: people see it and every line holds it',
  (_name, intake) => {
    let running: Running;
    let reader: ShakyReader;
    let writesFail: boolean;
    let meter: ReturnType<typeof meterBook>;
    beforeEach(async () => {
      reader = shakyReader(opened.store);
      writesFail = false;
      meter = meterBook({ version: '0', isReady: async () => true, queueAgeSeconds: async () => 0 });
      const changes: typeof opened.store = {
        ...opened.store,
        apply: (set) =>
          writesFail ? Promise.reject(new Error('the disk is full')) : opened.store.apply(set),
      };
      running = await run({ intake, reader, changes, meter, administrators: [LEAD] });
    });
    afterEach(async () => {
      reader.release();
      expect(await running.stop()).toEqual([]);
    });

    /** The one reference of the lines; they are expected then. */
    const referenceOf = (lines: readonly LogLine[]) => {
      expect(lines.length).toBeGreaterThan(0);
      const references = new Set(lines.map(({ reference }) => reference));
      expect([...references]).toEqual([expect.stringMatching(/^[2-9A-Y]{6}$/)]);
      return [...references][0] ?? '';
    };

    test('a command', async () => {
      reader.breakDown();
      const answer = wordsOf(await ask(running, '港湾の岸壁はどこまで進みましたか'));
      expect(answer).toContain(`受付番号 ${referenceOf(running.takeTrouble())}`);
    });

    test('a button whose answer Slack does not take: what comes later is of the same request', async () => {
      const card = await ask(running, '8');
      reader.breakDown();
      running.slack.faults.next('response_url', { kind: 'server-error' });
      await press(running, card, /^進捗/);
      await running.stopBot();
      const trouble = running.takeTrouble();
      expect(trouble).toHaveLength(2);
      referenceOf(trouble);
    });

    test('a question in the conversation with the bot', async () => {
      reader.breakDown();
      const said = await running.slack.say({
        as: STAFF,
        conversation: directOf(STAFF),
        text: '岸壁の整備の進み具合は',
      });
      const answer = await running.slack.until(() =>
        running.slack.messages(directOf(STAFF), STAFF).find(({ threadTs }) => threadTs === said.ts),
      );
      expect(wordsOf(answer)).toContain(`受付番号 ${referenceOf(running.takeTrouble())}`);
    });

    test('a form: the write that succeeds, and the one that fails', async () => {
      const record = async (line: string) => {
        await running.slack.command({ as: LEAD, conversation: CHANNEL, text: `/project 8 記録 ${line}` });
        await formOf(running, LEAD);
        return submit(running, LEAD);
      };
      await record(`R2.8.20 ローカル5G実証を開始 ${intake}`);
      const written = running.log.filter(({ msg }) => msg === 'a write');
      expect(written).toMatchObject([{ verb: 'record-milestone', result: 'written', person: LEAD }]);
      referenceOf(written);
      writesFail = true;
      const failed = await record(`R2.8.21 ローカル5G実証の二日目 ${intake}`);
      const reference = referenceOf(running.takeTrouble());
      expect(failed).toMatchObject({ errors: { text: expect.stringContaining(`受付番号 ${reference}`) } });
      // The form is still there, as it was filled in: sent once more it is written.
      writesFail = false;
      expect(await submit(running, LEAD)).toEqual({ kind: 'taken' });
      expect(running.slack.modals(LEAD)).toEqual([]);
    });

    test('a request that comes while nothing runs for a second is acknowledged in time, and the delay is told', async () => {
      const lag = async () =>
        Number(/^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec((await meter.page()).text)?.[1]);
      // The monitor compares two of its own ticks, 10 ms apart: the first has to be over before the pause.
      await setTimeout(30);
      const asked = ask(running, '8');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000);
      expect(wordsOf(await asked)).toContain('13.9%/16.0%');
      expect(await lag()).toBeGreaterThan(0.9);
    });

    test('and all of it is counted', async () => {
      await ask(running, '8');
      await ask(running, '8');
      await ask(running, '存在しない命令');
      reader.breakDown();
      await ask(running, '8 指標');
      running.takeTrouble();
      const { text } = await meter.page();
      for (const line of [
        'shinchoku_answers_total{subcommand="card",outcome="answered"} 2',
        'shinchoku_answers_total{subcommand="none",outcome="failed"} 1',
        'shinchoku_failures_total{cause="other"} 1',
        'shinchoku_ack_seconds_count{kind="command"} 4',
      ])
        expect(text).toContain(line);
      expect(text).not.toMatch(/U0[A-Z]|C0[A-Z]|命令/);
    });
  },
);
