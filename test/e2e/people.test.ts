import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { DEMO_BOT } from '../../src/sandbox/demo-workspace.ts';
import type { Json } from '../../src/sandbox/slack/json.ts';
import {
  ENGLISH,
  GUEST,
  LEAD,
  openSeededStore,
  type Running,
  type RunOptions,
  run,
  STAFF,
  STRANGER,
} from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';
import { buttonsOf, wordsOf } from './read-message.ts';
import { answersBy, ask, forge, press } from './talk.ts';

const data = '13.9%/16.0%';

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openSeededStore();
});
afterAll(() => opened.cleanUp());

describe('over HTTP', () => {
  let running: Running;
  const start = async (changes: Partial<RunOptions> = {}) => {
    running = await run({ intake: 'http', reader: opened.store, ...changes });
  };
  afterEach(async () => {
    expect(await running.stop()).toEqual([]);
  });

  test('who reads Slack in English is answered in English, with the data as written', async () => {
    await start();
    const card = await ask(running, '8', { as: ENGLISH });
    expect(wordsOf(card)).toMatch(/86\.9\s?%/);
    expect(wordsOf(card)).toContain('地域産業 IoT 等導入促進プロジェクト');
    expect(wordsOf(card)).not.toMatch(/です|ます|達成率/);
    const page = await press(running, card, /^All indicators/, { as: ENGLISH });
    expect(wordsOf(page)).toContain(data);
    const labels = buttonsOf(page).map(({ label }) => label);
    expect(labels.join()).not.toMatch(/\p{Script=Hiragana}/u);
    const refusal = await ask(running, '11', { as: ENGLISH });
    expect(wordsOf(refusal)).toContain('no project 11');
  });

  test('at the same moment a colleague is answered in Japanese', async () => {
    await start();
    const [english, japanese] = await Promise.all([
      ask(running, '8', { as: ENGLISH }),
      ask(running, '8', { as: STAFF }),
    ]);
    expect(wordsOf(english)).toContain('of target');
    expect(wordsOf(japanese)).toContain('達成率');
  });

  test.each([
    ['a guest', GUEST],
    ['a person of a connected organisation', STRANGER],
  ])('%s is told whom to ask, and shown nothing', async (_who, as) => {
    await start();
    for (const typed of ['', '8', '8 指標', '港湾', '予定 今月', '8 共有', '99', '使い方']) {
      const words = wordsOf(await ask(running, typed, { as }));
      expect(words).toContain('ご相談ください');
      expect(words).not.toMatch(/IoT 導入|瀬戸内|10件/);
    }
  });

  test.each([
    ['a guest', GUEST],
    ['a person of a connected organisation', STRANGER],
  ])('%s reads where the operator says so', async (_who, as) => {
    await start({ guestsMayRead: true });
    expect(wordsOf(await ask(running, '8', { as }))).toContain(data);
  });

  test.each(['8', '8 指標', '8 post'])(
    'a guest who presses a button of a colleague’s (%s) is refused',
    async (value) => {
      await start();
      await press(running, await ask(running, '8'), '一覧へ');
      await forge(running, (payload) => pressedBy(GUEST, value, payload));
      await running.slack.until(() => answersBy(running).length === 2);
      expect(JSON.stringify(answersBy(running).at(-1)?.request)).toContain('ご相談ください');
      expect(running.slack.messages('C0STRATEGY', LEAD)).toEqual([]);
    },
  );

  test.each([
    ['a deactivated account', () => running.slack.workspace.changePerson(LEAD, { deleted: true }), LEAD],
    ['a bot', () => {}, DEMO_BOT.userId],
  ])('%s is shown nothing even where guests may read', async (_who, before, user) => {
    await start({ guestsMayRead: true });
    await ask(running, '8');
    before();
    const ack = await forge(running, (payload) => ({ ...payload, user_id: user }));
    expect(ack.kind).toBe('acked');
    expect(JSON.stringify(ack)).toContain('閲覧できません');
    expect(JSON.stringify(ack)).not.toContain(data);
  });

  test('an account that Slack does not know gets a reference, and no data', async () => {
    await start();
    await ask(running, '8');
    const ack = await forge(running, (payload) => ({ ...payload, user_id: 'U0NOBODY' }));
    const [line] = running.takeTrouble();
    expect(JSON.stringify(ack)).toContain(line?.reference ?? 'no reference');
    expect(JSON.stringify(ack)).not.toContain(data);
    expect(running.takeRefusals()).toEqual(['users.info: user_not_found']);
  });
});

function pressedBy(user: string, value: string, payload: Json): Json {
  const [action] = Array.isArray(payload.actions) ? payload.actions : [];
  return {
    ...payload,
    user: { id: user, username: 'x', name: 'x', team_id: 'T0YAMAGUCHI' },
    actions: [{ ...action, value }],
  };
}
