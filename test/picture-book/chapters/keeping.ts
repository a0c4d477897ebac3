import { isJson, jsonList } from '../../../src/sandbox/slack/json.ts';
import type { Message } from '../../../src/sandbox/slack/state/messages.ts';
import { ADMINISTRATOR, openDemoStore } from '../../e2e/roles-and-people.ts';
import { LEAD, STAFF } from '../../support/running.ts';
import { type Chapter, openSearchableStore } from '../chapter.ts';
import {
  answerTo,
  ask,
  askAndTake,
  close,
  loaded,
  modalSaying,
  newest,
  press,
  pressInModal,
  type Stage,
  send,
  takeErrors,
  takeMessage,
  takeModal,
} from '../stage.ts';

const as = ADMINISTRATOR;

/** Opens the form of a verb from the message, keeps a picture and closes it. */
async function form(
  stage: Stage,
  message: Message,
  verb: string,
  caption: string,
  who: string = as,
): Promise<void> {
  await press(stage, who, message, new RegExp(`open:${verb}\\b`));
  await takeModal(stage, who, verb, { caption });
  await close(stage, who);
}

/** The same from a menu: the first of its options. */
async function fromMenu(stage: Stage, message: Message, verb: string): Promise<void> {
  const menu = jsonList(message.blocks)
    .flatMap((block) => jsonList(block.elements))
    .find(({ action_id }) => action_id === `open:${verb}`);
  const [option] = jsonList(menu?.options);
  const { conversation, ts } = message;
  const chosen = { selected_option: { value: String(option?.value) } };
  await stage.running.slack.press({
    as,
    actionId: `open:${verb}`,
    from: { kind: 'message', conversation, ts },
    chosen,
  });
}

async function written(
  stage: Stage,
  filling: Parameters<typeof send>[2],
  name: string,
  caption: string,
): Promise<Message> {
  const before = newest(stage, as).ts;
  const sent = await send(stage, as, filling);
  if (sent.kind !== 'taken') throw new Error(`${name}: ${JSON.stringify(sent)}`);
  const said = await stage.running.slack.until(() =>
    newest(stage, as).ts === before ? null : newest(stage, as),
  );
  await takeMessage(stage, as, said, name, { caption });
  return said;
}

/** The value of the first option of a field whose label says so. */
async function option(stage: Stage, field: string, label: RegExp): Promise<string> {
  const { view } = await loaded(stage, as);
  const block = jsonList(view.blocks).find(({ block_id }) => block_id === field);
  const element = isJson(block?.element) ? block.element : {};
  const chosen = jsonList(element.options).find(({ text }) => isJson(text) && label.test(String(text.text)));
  if (chosen === undefined) throw new Error(`${field} offers no ${label}: ${JSON.stringify(block)}`);
  return String(chosen.value);
}

/** Posts, people and roles. */
export const people: Chapter = {
  id: 'people',
  title: '職・担当者・役割 / Posts, people, roles',
  open: openDemoStore,
  async play(stage) {
    await askAndTake(stage, { as: STAFF, text: 'roles' }, 'staff', { caption: '/project 権限（職員）' });
    const page = await askAndTake(stage, { as, text: 'roles' }, 'administrator', {
      caption: '/project 権限（管理者）',
      phone: true,
    });
    await press(stage, as, page, /open:add-post/);
    await takeModal(stage, as, 'add-post', { caption: '職を追加' });
    await takeErrors(stage, as, { section: '産業振興課', name: '　' }, 'add-post-errors', {
      caption: '空欄 / nothing but a space',
    });
    await written(stage, { section: '産業振興課', name: '主任' }, 'add-post-written', '職を追加しました');
    await press(stage, as, await ask(stage, as, 'roles'), /open:assign-person/);
    await takeModal(stage, as, 'assign-person', { caption: '担当者を登録' });
    const post = await option(stage, 'post', /主任/);
    await written(
      stage,
      { post: { chosen: post }, person: { person: STAFF } },
      'assign-person-written',
      '担当者を登録しました',
    );
    await press(stage, as, await ask(stage, as, 'roles'), /open:grant-role/);
    await takeModal(stage, as, 'grant-role', { caption: '役割を追加' });
    const project = await option(stage, 'project', /^1\./);
    await written(
      stage,
      { project: { chosen: project }, post: { chosen: post }, role: { chosen: 'deputy' } },
      'grant-role-written',
      '役割を追加しました',
    );
    const full = await ask(stage, as, 'roles');
    for (const [verb, caption] of [
      ['release-person', '担当者を外す'],
      ['revoke-role', '役割を外す'],
      ['hand-over', '引き継ぎ'],
    ] as const)
      await form(stage, full, verb, caption);
    await fromMenu(stage, full, 'edit-post');
    await takeModal(stage, as, 'edit-post', { caption: '職を変更' });
    await close(stage, as);
    await press(stage, as, full, /open:hand-over/);
    await loaded(stage, as);
    await written(
      stage,
      { person: { person: LEAD }, into: { person: STAFF } },
      'handed-over',
      '引き継ぎました',
    );
    await askAndTake(stage, { as: STAFF, text: 'handover' }, 'handover', { caption: '/project 引継書' });
    await askAndTake(stage, { as, text: 'roles history' }, 'history', { caption: '/project 権限 履歴' });
    await askAndTake(stage, { as: STAFF, text: 'roles history' }, 'history-refused', {
      caption: '/project 権限 履歴（職員）',
    });
  },
};

/** Projects and their parts. */
export const manage: Chapter = {
  id: 'manage',
  title: 'プロジェクトの管理 / Projects and their parts',
  open: openDemoStore,
  async play(stage) {
    await askAndTake(stage, { as: STAFF, text: 'manage' }, 'refused', { caption: '/project 管理（職員）' });
    const all = await askAndTake(stage, { as, text: 'manage' }, 'all', { caption: '/project 管理' });
    await press(stage, as, all, /open:add-project/);
    await takeModal(stage, as, 'add-project', { caption: 'プロジェクトを追加' });
    await takeErrors(stage, as, { number: '8', name: '水素利活用プロジェクト' }, 'add-project-errors', {
      caption: '番号が重なるとき',
    });
    await written(
      stage,
      { number: '11', name: '水素利活用プロジェクト', aliases: '水素、H2' },
      'add-project-written',
      '追加しました',
    );
    const one = await askAndTake(stage, { as, text: '8 manage' }, 'one', { caption: '/project 8 管理' });
    for (const [verb, caption] of [
      ['edit-project', '名前・番号・別名'],
      ['merge-projects', '統合'],
      ['add-indicator', '指標を追加'],
      ['edit-indicator', '指標を変更'],
      ['add-strand', '区分を追加'],
      ['add-working-group', '会議を追加'],
      ['add-programme', '関連事業を追加'],
      ['edit-programme', '関連事業を変更'],
    ] as const)
      await form(stage, one, verb, caption);
    const ten = await ask(stage, as, '10 manage');
    for (const verb of ['edit-strand', 'edit-working-group'])
      await form(
        stage,
        await pageWith(stage, ten, verb),
        verb,
        verb === 'edit-strand' ? '区分を変更' : '会議を変更',
      );
    await press(stage, as, await ask(stage, as, '9 manage'), /open:retire-project/);
    await takeModal(stage, as, 'retire-project', { caption: '終了' });
    await written(stage, { reason: '目的を達したため' }, 'retire-project-written', '終了しました');
    const retired = await askAndTake(stage, { as, text: 'manage retired' }, 'retired', {
      caption: '/project 管理 終了',
    });
    const restored = await answerTo(stage, as, retired, () => press(stage, as, retired, /do:restore/));
    await takeMessage(stage, as, restored, 'restored', { caption: '復活' });
    await press(stage, as, await ask(stage, as, '9 manage'), /open:merge-projects/);
    const into = await option(stage, 'into', /^8\./);
    await written(stage, { into: { chosen: into } }, 'merged', '統合しました');
    const gone = await ask(stage, as, 'manage retired');
    const refused = await answerTo(stage, as, gone, () => press(stage, as, gone, /do:restore/));
    await takeMessage(stage, as, refused, 'restore-refused', { caption: '復活できないとき' });
  },
};

async function pageWith(stage: Stage, first: Message, verb: string): Promise<Message> {
  for (let [page, number] = [first, 1]; number < 9; number += 1) {
    if (JSON.stringify(page.blocks).includes(`open:${verb}`)) return page;
    page = await ask(stage, as, `10 manage p${number + 1}`);
  }
  throw new Error(`no page has ${verb}`);
}

/** The words of the search. */
export const searchWords: Chapter = {
  id: 'words',
  title: '検索の言葉 / The words of the search',
  open: openSearchableStore,
  async play(stage) {
    await askAndTake(stage, { as: STAFF, text: 'search 岸壁' }, 'search', { caption: '/project 検索 岸壁' });
    const page = await askAndTake(stage, { as, text: 'words' }, 'list', {
      caption: '/project 言葉（管理者）',
    });
    await press(stage, as, page, /open:add-synonym/);
    await takeModal(stage, as, 'add-synonym', { caption: '言い換えを追加' });
    await takeErrors(stage, as, { word: '税関', means: '税関' }, 'add-synonym-errors', {
      caption: '同じ言葉',
    });
    await written(stage, { word: '税関', means: '港湾' }, 'add-synonym-written', '追加しました');
    await press(stage, as, await ask(stage, as, 'words 税関'), /open:edit-synonym/);
    await takeModal(stage, as, 'edit-synonym', { caption: '言い換えを変更' });
    await pressInModal(stage, as, /open:remove-synonym/);
    await modalSaying(stage, as, /form:remove-synonym/);
    await takeModal(stage, as, 'remove-synonym', { caption: '言い換えを外す' });
    await close(stage, as);
    await press(stage, as, await ask(stage, as, 'words'), /open:add-word/);
    await takeModal(stage, as, 'add-word', { caption: '言葉を追加' });
    await written(
      stage,
      { word: '実証試験', reading: 'じっしょうしけん' },
      'add-word-written',
      '追加しました',
    );
    await press(stage, as, await ask(stage, as, 'words 実証試験'), /open:edit-word/);
    await takeModal(stage, as, 'edit-word', { caption: '言葉を変更' });
    await pressInModal(stage, as, /open:remove-word/);
    await modalSaying(stage, as, /form:remove-word/);
    await takeModal(stage, as, 'remove-word', { caption: '言葉を外す' });
    await close(stage, as);
    await askAndTake(stage, { as, text: 'words history' }, 'history', { caption: '/project 言葉 履歴' });
    await askAndTake(stage, { as: STAFF, text: 'words ゾウ' }, 'none', { caption: '/project 言葉 ゾウ' });
  },
};
