import { ADMINISTRATOR, directOf, openDemoStore } from '../../e2e/roles-and-people.ts';
import { augustText } from '../../reports/read/table-files.ts';
import { CHANNEL, STAFF } from '../../support/running.ts';
import type { Chapter } from '../chapter.ts';
import {
  askAndTake,
  close,
  loaded,
  modalSaying,
  newest,
  press,
  pressInModal,
  type Stage,
  takeMessage,
  takeModal,
} from '../stage.ts';

const admin = ADMINISTRATOR;

/** The table as a file, editions and records. */
export const reports: Chapter = {
  id: 'reports',
  title: '報告書・版・監査記録 / Reports, editions, records',
  open: openDemoStore,
  async play(stage) {
    const { slack } = stage.running;
    const fileOf = (person: string) =>
      slack.until(() => slack.messages(directOf(person), person).findLast(({ files }) => files.length > 0));
    await askAndTake(stage, { as: STAFF, text: 'report' }, 'choice', {
      caption: '/project 報告書',
      phone: true,
    });
    await askAndTake(stage, { as: STAFF, text: 'report R2.3 word excel' }, 'making', {
      caption: '/project 報告書 R2.3 word excel',
    });
    await takeMessage(stage, STAFF, await fileOf(STAFF), 'file', { caption: '届いた報告書 / the files' });
    await askAndTake(stage, { as: STAFF, text: 'report R9.9' }, 'not-past', {
      caption: '/project 報告書 R9.9',
    });
    await askAndTake(stage, { as: STAFF, text: 'report diff' }, 'difference-none', {
      caption: '/project 報告書 差分（変更なし）',
    });
    await slack.command({
      as: admin,
      conversation: CHANNEL,
      text: '/project 8 log R2.8.20 ローカル5G実証を開始',
    });
    await loaded(stage, admin);
    await slack.submit({ as: admin });
    await askAndTake(stage, { as: STAFF, text: 'report diff' }, 'difference', {
      caption: '/project 報告書 差分',
    });
    await askAndTake(stage, { as: STAFF, text: 'report diff R1.3' }, 'no-edition', {
      caption: '/project 報告書 差分 R1.3',
    });
    await askAndTake(stage, { as: STAFF, text: 'editions' }, 'editions', { caption: '/project 版' });
    const preview = await askAndTake(stage, { as: admin, text: 'editions freeze' }, 'freeze', {
      caption: '/project 版 確定（管理者）',
    });
    await press(stage, admin, preview, /freeze/);
    await slack.until(() =>
      slack
        .messages(CHANNEL, admin)
        .find(
          ({ ts, blocks }) => ts === preview.ts && JSON.stringify(blocks) !== JSON.stringify(preview.blocks),
        ),
    );
    await takeMessage(stage, admin, preview, 'frozen', { caption: '確定しました' });
    await askAndTake(stage, { as: admin, text: 'editions' }, 'editions-frozen', {
      caption: '/project 版（確定したあと）',
    });
    await askAndTake(stage, { as: STAFF, text: 'records' }, 'records-refused', {
      caption: '/project 監査（職員）',
    });
    await askAndTake(stage, { as: admin, text: 'records いつか' }, 'records-period', {
      caption: '/project 監査 いつか',
    });
    await askAndTake(stage, { as: admin, text: 'records R2年度' }, 'records', {
      caption: '/project 監査 R2年度',
    });
    await takeMessage(stage, admin, await fileOf(admin), 'records-file', { caption: '監査記録 / the files' });
  },
};

/** The next edition as it came back from the divisions, with mistakes. */
async function february(): Promise<Buffer> {
  const text = (await augustText())
    .toString('utf8')
    .replace('令和2年（2020年）8月', '令和3年（2021年）2月')
    .replace('経営者意識啓発セミナーの開催(H30.11)', '経営者の意識啓発セミナーの開催(H30.11)')
    .replace('R2.8.19)', 'R2.2.30)');
  return Buffer.from(text);
}

/** The published table as a file that is taken in. */
export const imports: Chapter = {
  id: 'import',
  title: '取り込み / Importing the table',
  open: openDemoStore,
  async play(stage) {
    const { slack } = stage.running;
    await slack.command({ as: STAFF, conversation: CHANNEL, text: '/project import' });
    await slack.until(() => slack.modals(STAFF).length > 0 || slack.messages(CHANNEL, STAFF).length > 0);
    if (slack.modals(STAFF).length > 0)
      await takeModal(stage, STAFF, 'refused', { caption: '/project 取込（職員）' });
    else
      await takeMessage(stage, STAFF, newest(stage, STAFF), 'refused', { caption: '/project 取込（職員）' });
    await close(stage, STAFF);
    await hand(stage, 'memo.txt', Buffer.from('きょうの会議のメモ'));
    await takeModal(stage, admin, 'no-table', { caption: '表ではないファイル / a file that is no table' });
    await close(stage, admin);
    await hand(stage, 'same.txt', await augustText());
    await takeModal(stage, admin, 'same', { caption: '同じ版 / nothing new' });
    await close(stage, admin);
    await hand(stage, 'february.txt', await february());
    await modalSaying(stage, admin, /R2\.2\.30/);
    await takeModal(stage, admin, 'review', { caption: '読み取りの確認 / the review', phone: true });
    await pressInModal(stage, admin, /import:correct/);
    await modalSaying(stage, admin, /plain_text_input/);
    await takeModal(stage, admin, 'correct', { caption: '行を直す / correct a row' });
    await slack.closeView({ as: admin });
    await pressInModal(stage, admin, /import:choose/);
    await modalSaying(stage, admin, /checkboxes|multi_static_select/);
    await takeModal(stage, admin, 'choose', { caption: '選んで登録 / choose rows' });
    await slack.closeView({ as: admin });
    await pressInModal(stage, admin, /import:certain|import:likely/);
    await modalSaying(stage, admin, /登録しました|Imported \d/);
    await takeModal(stage, admin, 'done', { caption: '登録しました' });
    await close(stage, admin);
    // A view may be closed while it is being drawn anew.
    stage.running.takeRefusals();
  },
};

async function hand(stage: Stage, name: string, bytes: Buffer): Promise<void> {
  const { slack } = stage.running;
  await slack.command({ as: admin, conversation: CHANNEL, text: '/project import' });
  await modalSaying(stage, admin, /file_input/);
  if (name === 'memo.txt') await takeModal(stage, admin, 'file', { caption: '/project 取込' });
  const file = slack.upload({ as: admin, name, bytes });
  const { id } = await loaded(stage, admin);
  await slack.submit({
    as: admin,
    viewId: id,
    values: { file: { file: { type: 'file_input', files: [file] } } },
  });
  await slack.until(() => !JSON.stringify(slack.modals(admin).at(-1)?.view.blocks).includes('file_input'));
}
