import { ADMINISTRATOR, toldDirectly } from '../../e2e/roles-and-people.ts';
import { openEmptyStore } from '../../support/fresh-stores.ts';
import { GUEST, LEAD, STAFF } from '../../support/running.ts';
import { type Chapter, openSearchableStore } from '../chapter.ts';
import { askAndTake, takeHome, takeMessage } from '../stage.ts';

/** Before there is anything: who is told what. */
export const emptyStore: Chapter = {
  id: 'empty',
  title: 'まだ何も登録されていないとき / Before there is anything',
  open: openEmptyStore,
  async play(stage) {
    await askAndTake(stage, { as: ADMINISTRATOR, text: '' }, 'administrator', {
      caption: '/project (administrator)',
    });
    await askAndTake(stage, { as: STAFF, text: '' }, 'staff');
    await takeHome(stage, STAFF, 'home', { caption: 'Home' });
    await askAndTake(stage, { as: ADMINISTRATOR, text: 'manage' }, 'manage', { caption: '/project 管理' });
    await askAndTake(stage, { as: STAFF, text: 'editions' }, 'editions', { caption: '/project 版' });
  },
};

/** The first minutes: welcome, help, and what is not understood. */
export const firstSteps: Chapter = {
  id: 'first-steps',
  title: 'はじめに・使い方・聞き取れないとき / First steps, help, what is not understood',
  open: openSearchableStore,
  async play(stage) {
    const { running } = stage;
    await running.slack.openHome({ as: STAFF });
    const [welcome] = await toldDirectly(running, STAFF);
    if (welcome !== undefined)
      await takeMessage(stage, STAFF, welcome, 'welcome', {
        caption: 'はじめて開いた人へ / on opening the app',
        phone: true,
      });
    await askAndTake(stage, { as: STAFF, text: 'help' }, 'help', { caption: '/project 使い方', phone: true });
    await askAndTake(stage, { as: LEAD, text: 'help record' }, 'help-record', {
      caption: '使い方 → 記録する（8番の担当）',
    });
    for (const topic of ['read', 'share', 'team'])
      await askAndTake(stage, { as: STAFF, text: `help ${topic}` }, `help-${topic}`, {
        caption: `/project help ${topic}`,
      });
    await askAndTake(stage, { as: ADMINISTRATOR, text: 'help admin' }, 'help-admin', {
      caption: '使い方 → 管理者向け',
    });
    await askAndTake(stage, { as: STAFF, text: 'help chart' }, 'help-word', {
      caption: '/project 使い方 グラフ',
    });
    for (const [name, text] of [
      ['unknown', 'ゾウアザラシ'],
      ['slip', '指評'],
      ['unknown-rest', '8 天気'],
      ['no-such-number', '11'],
      ['bad-number', '1.5'],
      ['several', 'プロジェクト'],
      ['span', '予定 2月30日'],
      ['not-past', '8 @R3.3'],
      ['no-past', '8 共有 @R2.3'],
      ['too-long', 'x'.repeat(300)],
    ] as const)
      await askAndTake(
        stage,
        { as: STAFF, text },
        name,
        text.length > 50 ? { caption: '300文字 / 300 characters' } : {},
      );
    await askAndTake(stage, { as: GUEST, text: '8' }, 'guest', { caption: 'ゲスト / a guest: /project 8' });
  },
};
