import { nextReminders } from '../../../src/reminders/business-days.ts';
import type { Message } from '../../../src/sandbox/slack/state/messages.ts';
import { moveThroughDigests } from '../../../src/start/digests.ts';
import { ADMINISTRATOR, directOf, openDemoStore } from '../../e2e/roles-and-people.ts';
import { CHANNEL, LEAD, STAFF } from '../../support/running.ts';
import type { Chapter } from '../chapter.ts';
import {
  answerTo,
  ask,
  askAndTake,
  loaded,
  newest,
  press,
  pressInModal,
  pressOnHome,
  type Stage,
  saying,
  send,
  takeErrors,
  takeHome,
  takeMessage,
  takeModal,
} from '../stage.ts';

/** Nobody but the prefecture is in it. */
const IOT = 'C0IOT';
const day = 86_400_000;
const week = 7 * day;

/** Home of those who have something to do, and of those who have not. */
export const home: Chapter = {
  id: 'home',
  title: 'ホーム / Home',
  open: openDemoStore,
  async play(stage) {
    await takeHome(stage, STAFF, 'staff', {
      caption: '担当のない職員 / a member without a role',
      phone: true,
    });
    const { slack } = stage.running;
    await ask(stage, STAFF, '8');
    await slack.command({
      as: STAFF,
      conversation: CHANNEL,
      text: '/project 8 log R2.8.20 ローカル5G実証を開始',
    });
    await loaded(stage, STAFF);
    await send(stage, STAFF);
    await slack.until(() => slack.messages(directOf(LEAD), LEAD).length > 0);
    await slack.command({ as: LEAD, conversation: CHANNEL, text: '/project 8 plan R2.8.24 説明会の開催' });
    await loaded(stage, LEAD);
    await send(stage, LEAD);
    stage.running.clock.advance(2 * day);
    await takeHome(stage, LEAD, 'lead', { caption: '8番の推進責任者 / the lead of project 8', phone: true });
    const top = JSON.stringify(slack.home(LEAD)?.view);
    await pressOnHome(stage, LEAD, /tab-todo/);
    await slack.until(() => JSON.stringify(slack.home(LEAD)?.view) !== top);
    await stage.take('todo', { kind: 'home', as: LEAD }, { caption: 'すること / to do' });
    await takeHome(stage, ADMINISTRATOR, 'administrator', { caption: '管理者 / an administrator' });
  },
};

/** Digests of a channel. */
export const digests: Chapter = {
  id: 'digests',
  title: '定期配信 / Digests',
  open: openDemoStore,
  async play(stage) {
    const { running } = stage;
    const { slack } = running;
    await askAndTake(stage, { as: LEAD, text: 'digest', conversation: IOT }, 'none', {
      caption: '/project 配信（まだないとき）',
    });
    await press(stage, LEAD, newest(stage, LEAD, IOT), /digest:add/);
    await takeModal(stage, LEAD, 'settings', { caption: '定期配信の設定', phone: true });
    await takeErrors(stage, LEAD, { projects: { chosen: 'some' }, closings: 'R2.8' }, 'settings-errors', {
      caption: '設定の誤り / what is wrong',
    });
    await pressInModal(stage, LEAD, /digest:preview/);
    await slack.until(() => slack.modals(LEAD).length > 1);
    await takeModal(stage, LEAD, 'preview-draft', { caption: '保存する前のプレビュー / before it is saved' });
    await slack.closeView({ as: LEAD });
    const sent = await send(stage, LEAD, {
      projects: { chosen: 'all' },
      closings: '',
      language: { chosen: stage.language },
    });
    if (sent.kind !== 'taken') throw new Error(JSON.stringify(sent));
    await takeMessage(stage, LEAD, await saying(stage, LEAD, /digest:send/, IOT), 'set-up', {
      caption: '設定しました',
    });
    const list = newest(stage, LEAD, IOT);
    const preview = await answerTo(stage, LEAD, list, () => press(stage, LEAD, list, /digest preview/));
    await takeMessage(stage, LEAD, preview, 'preview', { caption: 'プレビュー' });
    await pass(stage, week);
    const posted = await slack.until(() => posts(stage)[0]);
    await takeMessage(stage, STAFF, posted, 'digest', {
      caption: '週の配信 / the weekly digest',
      phone: true,
    });
    for (const [index, reply] of slack
      .messages(IOT, STAFF)
      .filter(({ threadTs, ts }) => threadTs === posted.ts && ts !== posted.ts)
      .slice(0, 2)
      .entries())
      await takeMessage(stage, STAFF, reply, `digest-thread-${index + 1}`, {
        caption: 'スレッドの続き / in its thread',
      });
    await pass(stage, week + 3 * 3_600_000);
    await takeMessage(stage, STAFF, posts(stage).at(-1) ?? posted, 'digest-late', {
      caption: '遅れた配信 / late',
    });
    await troubles(stage);
  },
};

const posts = ({ running }: Stage): readonly Message[] =>
  running.slack
    .messages(IOT, STAFF)
    .filter(({ threadTs, ephemeralTo }) => threadTs === null && ephemeralTo === null);

async function pass({ running }: Stage, milliseconds: number): Promise<void> {
  running.clock.advance(milliseconds);
  await running.digest();
}

/** What the owner of a digest is told when it did not come as it should. */
async function troubles(stage: Stage): Promise<void> {
  const { running } = stage;
  const { slack } = running;
  const told = (count: number) =>
    slack.until(() => {
      const all = slack.messages(directOf(LEAD), LEAD).filter(({ ephemeralTo }) => ephemeralTo === null);
      return all.length >= count ? all.at(-1) : null;
    });
  slack.faults.next('chat.postMessage', { kind: 'dropped', applied: true });
  await pass(stage, week - 3 * 3_600_000);
  const unknown = await told(1);
  await takeMessage(stage, LEAD, unknown, 'unknown', {
    caption: '届いたか分からないとき / sent, or not?',
    phone: true,
  });
  await answerTo(stage, LEAD, unknown, () => press(stage, LEAD, unknown, /digest:was-sent/));
  await takeMessage(stage, LEAD, unknown, 'was-sent', { caption: '投稿済みにする' });
  // The Monday between is a holiday.
  await pass(stage, 2 * week + 25 * 3_600_000);
  await takeMessage(stage, LEAD, await told(2), 'too-old', {
    caption: '24時間以上遅れたとき / more than a day late',
  });
  slack.workspace.changeConversation(IOT, { isShared: true });
  await pass(stage, week - 25 * 3_600_000);
  await takeMessage(stage, LEAD, await told(3), 'held', {
    caption: '外部と共有されたとき / shared with another organisation',
  });
  slack.workspace.changeConversation(IOT, { isShared: false, isArchived: true });
  await pass(stage, week);
  await takeMessage(stage, LEAD, await told(4), 'archived', {
    caption: 'チャンネルがアーカイブされたとき / archived',
  });
  slack.workspace.changeConversation(IOT, { isArchived: false });
  await askAndTake(stage, { as: LEAD, text: 'digest', conversation: IOT }, 'list-paused', {
    caption: '/project 配信（一時停止中）',
  });
  await askAndTake(stage, { as: LEAD, text: 'digest all', conversation: IOT }, 'list-all', {
    caption: '/project 配信 一覧',
  });
  await askAndTake(stage, { as: STAFF, text: 'digest', conversation: IOT }, 'list-reader', {
    caption: '/project 配信（設定できない人）',
  });
  running.takeRefusals();
  await quiet(stage);
}

/** A digest of one project in which nothing is due. */
async function quiet(stage: Stage): Promise<void> {
  const { slack } = stage.running;
  const list = await ask(stage, LEAD, 'digest', IOT);
  await press(stage, LEAD, list, /digest:add/);
  const { id } = await loaded(stage, LEAD);
  const chosen = (value: string) => ({ chosen: { type: 'static_select', selected_option: { value } } });
  const numbers = { chosen: { type: 'multi_static_select', selected_options: [{ value: '8' }] } };
  const values = { projects: chosen('some'), numbers, language: chosen(stage.language) };
  await slack.submit({ as: LEAD, viewId: id, values });
  const known = posts(stage).length;
  await pass(stage, week);
  const posted = await slack.until(() => posts(stage)[known]);
  await takeMessage(stage, STAFF, posted, 'digest-quiet', {
    caption: '何もない週 / a week without anything',
  });
}

/** Reminders to the responsible post. */
export const reminders: Chapter = {
  id: 'reminders',
  title: 'お知らせ / Reminders',
  open: openDemoStore,
  async play(stage) {
    const { running, opened } = stage;
    const { slack, clock } = running;
    await ask(stage, LEAD, '8');
    await slack.command({ as: LEAD, conversation: CHANNEL, text: '/project 8 plan R2.8.25 産業DXセミナー' });
    await loaded(stage, LEAD);
    await send(stage, LEAD);
    await moveThroughDigests(
      {
        clock,
        subscriptions: opened.store.subscriptions,
        nextReminders: (after) => nextReminders(after, 'Asia/Tokyo'),
        tick: () => running.remind(),
      },
      Date.parse('2020-08-27T12:00:00+09:00') - clock.now().getTime(),
    );
    const reminded = await slack.until(() =>
      slack.messages(directOf(LEAD), LEAD).find(({ blocks }) => JSON.stringify(blocks).includes('reminder:')),
    );
    await takeMessage(stage, LEAD, reminded, 'lead', {
      caption: '日付を過ぎた予定・時期の近い予定',
      phone: true,
    });
    for (const deed of ['week', 'pause', 'off'] as const) {
      const said = await answerTo(stage, LEAD, reminded, () =>
        press(stage, LEAD, reminded, new RegExp(`reminder:${deed}`)),
      );
      await takeMessage(stage, LEAD, said, `answer-${deed}`, { caption: deed });
    }
    await takeMessage(
      stage,
      ADMINISTRATOR,
      newest(stage, ADMINISTRATOR, directOf(ADMINISTRATOR)),
      'administrator',
      { caption: '責任者のいないプロジェクトは管理者へ / to administrators' },
    );
  },
};
