import { systemAfter } from '../../../src/slack/in-time.ts';
import { ADMINISTRATOR, directOf, openDemoStore } from '../../e2e/roles-and-people.ts';
import { CHANNEL, LEAD, STAFF, WITHOUT_BOT } from '../../support/running.ts';
import { type Chapter, openSearchableStore } from '../chapter.ts';
import { answerTo, askAndTake, newest, press, takeMessage } from '../stage.ts';

const as = STAFF;

/** Questions and their answers. */
export const reading: Chapter = {
  id: 'reading',
  title: '見る・探す / Look and find',
  open: openSearchableStore,
  async play(stage) {
    await askAndTake(stage, { as, text: '' }, 'list', { phone: true });
    await askAndTake(stage, { as, text: '8' }, 'card', { phone: true });
    await askAndTake(stage, { as, text: '8 indicators' }, 'indicators', { caption: '/project 8 指標' });
    await askAndTake(stage, { as, text: '8 milestones' }, 'milestones', { caption: '/project 8 進捗' });
    await askAndTake(stage, { as, text: '10 upcoming' }, 'upcoming', {
      caption: '/project 10 予定',
      phone: true,
    });
    await askAndTake(stage, { as, text: 'upcoming R2.11' }, 'agenda', { caption: '/project 予定 R2.11' });
    await askAndTake(stage, { as, text: '8 @R2.3' }, 'past');
    await askAndTake(stage, { as, text: '付加価値増加額はいくら' }, 'question', { phone: true });
    await askAndTake(stage, { as, text: 'search 岸壁' }, 'search', { caption: '/project 検索 岸壁' });
    await askAndTake(stage, { as, text: 'search' }, 'search-empty', { caption: '/project 検索' });
    await askAndTake(stage, { as, text: '検索 税関ゾウ' }, 'search-none');
    await askAndTake(stage, { as, text: '8 answers' }, 'answers', { caption: '/project 8 答弁' });
    const mention = await stage.running.slack.say({
      as,
      conversation: CHANNEL,
      text: '<@U0SHINCHOKU> IoT導入率は？',
    });
    const answered = await stage.running.slack.until(() =>
      stage.running.slack
        .messages(CHANNEL, as)
        .find(({ threadTs, user }) => threadTs === mention.ts && user !== as),
    );
    await takeMessage(stage, as, answered, 'mention', { caption: '@Shinchoku IoT導入率は？' });
    for (const [who, name, text] of [
      [STAFF, 'said-record', '8 記録 R2.8.20 説明会を開催'],
      [STAFF, 'said-import-refused', '取込'],
      [ADMINISTRATOR, 'said-import', '取込'],
    ] as const) {
      const said = await answerTo(stage, who, { conversation: directOf(who) }, async () => {
        const own = await stage.running.slack.say({ as: who, conversation: directOf(who), text });
        await stage.running.slack.until(() =>
          stage.running.slack
            .messages(directOf(who), who)
            .some(({ user, threadTs }) => user !== who && threadTs === own.ts),
        );
      });
      await takeMessage(stage, who, said, name, {
        caption: `Shinchoku との会話で / in the direct message: ${text}`,
      });
    }
  },
};

/** What goes to others: cards, pictures. */
export const sharing: Chapter = {
  id: 'sharing',
  title: '共有・図 / Share, charts',
  open: openDemoStore,
  // The first picture takes a while.
  options: { after: systemAfter },
  async play(stage) {
    const { slack } = stage.running;
    const preview = await askAndTake(stage, { as, text: '8 share' }, 'share-preview', {
      caption: '/project 8 共有',
    });
    await press(stage, as, preview, /8 post/);
    const done = await slack.until(() =>
      slack
        .messages(CHANNEL, as)
        .find(({ ts, blocks }) => ts === preview.ts && !JSON.stringify(blocks).includes('8 post')),
    );
    await takeMessage(stage, as, done, 'share-done', { caption: '投稿する' });
    const shared = slack.messages(CHANNEL, LEAD).findLast(({ ephemeralTo }) => ephemeralTo === null);
    if (shared !== undefined)
      await takeMessage(stage, LEAD, shared, 'shared', { caption: 'チャンネルで / in the channel' });
    const pictures = [
      ['chart', '8 chart', '/project 8 グラフ'],
      ['chart-all', 'chart', '/project グラフ'],
      ['chart-course', '8 chart course 先導的', '/project 8 グラフ 推移 先導的'],
      ['chart-timeline', '10 chart timeline', '/project 10 グラフ 予定'],
    ] as const;
    for (const [index, [name, text, caption]] of pictures.entries()) {
      await askAndTake(stage, { as, text }, name, { caption });
      const sent = await slack.until(
        () => slack.messages(directOf(as), as).filter(({ files }) => files.length > 0)[index],
      );
      await takeMessage(stage, as, sent, `${name}-picture`, { caption: `${caption} →`, phone: index === 0 });
    }
    await askAndTake(stage, { as, text: '8 chart course' }, 'chart-which', {
      caption: '/project 8 グラフ 推移',
    });
    await askAndTake(stage, { as, text: '8 chart 円' }, 'chart-unclear', { caption: '/project 8 グラフ 円' });
    await askAndTake(stage, { as, text: '8 chart share', conversation: WITHOUT_BOT }, 'chart-unsent', {
      caption: '/project 8 グラフ 共有（Shinchoku のいないチャンネル）',
    });
    stage.running.takeRefusals();
  },
};

/** A search that neither answers nor fails before it is told to. */
const stuck = { fail: (): void => undefined };

/** When we are slow, and when we fail. */
export const trouble: Chapter = {
  id: 'trouble',
  title: '待つとき・問題が起きたとき / When it takes a while, and when something goes wrong',
  open: openDemoStore,
  options: {
    after: () => ({ passed: Promise.resolve(), cancel: () => undefined }),
    search: {
      ask: () =>
        new Promise((_, reject) => {
          stuck.fail = () => reject(new Error('the search does not answer'));
        }),
    },
  },
  async play(stage) {
    await stage.running.slack.command({ as, conversation: CHANNEL, text: '/project search 岸壁' });
    const waiting = newest(stage, as);
    await takeMessage(stage, as, waiting, 'waiting', { caption: '時間がかかるとき / while it takes longer' });
    const failed = await answerTo(stage, as, waiting, async () => stuck.fail());
    await takeMessage(stage, as, failed, 'failure', { caption: '受付番号 / a reference', phone: true });
    stage.running.takeTrouble();
  },
};
