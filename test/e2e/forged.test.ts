import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Json } from '../../src/sandbox/slack/json.ts';
import { CHANNEL, eachIntake, LEAD, openSeededStore, type Running, run } from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';
import { linesOf, wordsOf } from './read-message.ts';
import { answersBy, ask, forge, press } from './talk.ts';

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openSeededStore();
});
afterAll(() => opened.cleanUp());

describe.each(eachIntake)('over %s', (_name, intake) => {
  let running: Running;
  beforeEach(async () => {
    running = await run({ intake, reader: opened.store });
    await press(running, await ask(running, '8'), '一覧へ');
  });
  afterEach(async () => {
    expect(wordsOf(await ask(running, '8'))).toContain('13.9%/16.0%');
    expect(await running.stop()).toEqual([]);
  });
  const action = (changes: Json) =>
    forge(running, (payload) => ({ ...payload, actions: [{ ...firstOf(payload.actions), ...changes }] }));
  const shared = () => running.slack.messages(CHANNEL, LEAD);

  test.each([
    ['an action that nobody knows', { action_id: 'nobody', value: '8' }],
    ['the action of a menu', { type: 'static_select', selected_option: { value: '8' } }],
  ])('%s is acknowledged and left alone', async (_what, changes) => {
    expect(await action(changes)).toMatchObject({ kind: 'acked' });
    await running.stopBot();
    expect(answersBy(running)).toHaveLength(1);
    // The bot of the last question is another: this one has stopped.
    await running.stop();
    running = await run({ intake, reader: opened.store });
  });

  test.each([
    ['a path', '../../etc/passwd', '../../etc/passwd'],
    ['8,000 characters', 'x'.repeat(8_000), '8000'],
    ['a project that is gone', '55', '55番'],
    ['a page of a project that is gone', '55 indicators p3', '55番'],
    ['the sharing of a project that is gone', '55 post', '55番'],
    ['a mention', '<!channel>', '<!channel>'],
    ['a page that there is not', '10 milestones p9999', '10番の進捗'],
    ['a page before the first', '10 milestones p0', '10番の進捗'],
    ['nothing', '', '産業戦略プロジェクト'],
  ])('a button that asks for %s answers the person alone', async (_what, value, told) => {
    expect(await action({ value })).toMatchObject({ kind: 'acked' });
    await running.slack.until(() => answersBy(running).length === 2);
    const [message] = running.slack.messages(CHANNEL, 'U0YAMADA');
    expect(
      linesOf(message ?? { blocks: [] })
        .join('\n')
        .replaceAll(',', ''),
    ).toContain(told);
    expect(shared()).toEqual([]);
  });

  test('the same press delivered four times posts once', async () => {
    const presses = await Promise.all([1, 2, 3, 4].map(() => action({ value: '10 post' })));
    expect(presses.every(({ kind }) => kind === 'acked')).toBe(true);
    await running.slack.until(() => answersBy(running).length >= 3);
    expect(shared()).toHaveLength(1);
  });

  test.each<[string, (payload: Json) => Json]>([
    ['text', ({ text: _text, ...rest }) => rest],
    ['user', ({ user_id: _user, ...rest }) => rest],
    ['trigger and response_url', ({ trigger_id: _id, response_url: _url, ...rest }) => rest],
  ])('a command without %s is acknowledged all the same', async (_what, changes) => {
    await ask(running, '8');
    expect(await forge(running, changes)).toMatchObject({ kind: 'acked' });
    running.takeTrouble();
    running.takeRefusals();
  });
});

function firstOf(list: unknown): Json {
  return Array.isArray(list) ? list[0] : {};
}
