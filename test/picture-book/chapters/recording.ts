import { ADMINISTRATOR, openDemoStore } from '../../e2e/roles-and-people.ts';
import { CHANNEL, LEAD } from '../../support/running.ts';
import type { Chapter } from '../chapter.ts';
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
  saying,
  send,
  takeErrors,
  takeMessage,
  takeModal,
} from '../stage.ts';

const as: string = LEAD;

export const typeLine = (stage: Stage, text: string, who: string = as) =>
  stage.running.slack.command({ as: who, conversation: CHANNEL, text: `/project ${text}` });

/** Sends the form and keeps a picture of what is said then. */
export async function sendAndTake(
  stage: Stage,
  filling: Parameters<typeof send>[2],
  name: string,
  caption: string,
  who = as,
) {
  const before = newest(stage, who).ts;
  const sent = await send(stage, who, filling);
  if (sent.kind !== 'taken') throw new Error(`${name}: ${JSON.stringify(sent)}`);
  const said = await stage.running.slack.until(() => {
    const last = newest(stage, who);
    return last.ts === before ? null : last;
  });
  await takeMessage(stage, who, said, name, { caption, phone: name === 'value-written' });
  return said;
}

/** Forms of progress, values and events; what is wrong in them, and what they lead to. */
export const recording: Chapter = {
  id: 'recording',
  title: '記録する・直す / Record and correct',
  open: openDemoStore,
  async play(stage) {
    await ask(stage, as, '8');
    await typeLine(stage, '8 log R2.8.20 ローカル5G実証を開始 [12社30名]');
    await takeModal(stage, as, 'record', {
      caption: '/project 8 記録 R2.8.20 ローカル5G実証を開始 [12社30名]',
      phone: true,
    });
    await takeErrors(stage, as, { when: 'R2.2.30' }, 'record-errors', {
      caption: '入力の誤り / what is wrong, at its field',
      phone: true,
    });
    await sendAndTake(
      stage,
      { text: 'ローカル5G実証を開始', when: 'R2.8.20' },
      'record-written',
      '記録しました',
    );
    await press(stage, as, newest(stage, as), /do:undo|undo/);
    await takeMessage(
      stage,
      as,
      await saying(stage, as, /取り消しました|undone|taken back|Undone/i),
      'undone',
      { caption: '取り消す / undo' },
    );
    await typeLine(stage, '8 set 先導的 2件 R2.8');
    await takeModal(stage, as, 'value', { caption: '/project 8 値 先導的 2件 R2.8' });
    await takeErrors(stage, as, { value: 'N/A', when: 'そのうち' }, 'value-errors', {
      caption: '値の誤り / a value that is none',
    });
    await sendAndTake(stage, { value: '2件', when: 'R2.8' }, 'value-written', '実績値を記録しました');
    await typeLine(stage, '8 set 先導的 99件 R2.8');
    await loaded(stage, as);
    await send(stage, as);
    await takeModal(stage, as, 'value-warning', { caption: '桁の確認 / a value that looks like a slip' });
    await close(stage, as);
    await typeLine(stage, '8 plan R2.11下旬 実証実験の開始');
    await takeModal(stage, as, 'plan', { caption: '/project 8 予定追加 R2.11下旬 実証実験の開始' });
    await sendAndTake(stage, {}, 'plan-written', '予定を追加しました');
    await typeLine(stage, stage.language === 'ja' ? '99 記録 R2.8 実証' : '99 log R2.8 実証');
    await takeModal(stage, as, 'no-project', { caption: '/project 99 記録' });
    await close(stage, as);
    await typeLine(stage, '記録 R2.8.20 説明会を開催');
    await takeModal(stage, as, 'which-project', { caption: '/project 記録 R2.8.20 説明会を開催' });
    await close(stage, as);
    await askAndTake(stage, { as, text: '8 history' }, 'history', { caption: '/project 8 履歴' });
    await undoneTooLate(stage);
  },
};

/** An event is postponed twice: the first time cannot be taken back any more. */
async function undoneTooLate(stage: Stage): Promise<void> {
  const postpone = async (when: string) => {
    await press(stage, as, await ask(stage, as, '8 upcoming'), /open:postpone-event/);
    await loaded(stage, as);
    const before = newest(stage, as);
    return answerTo(stage, as, before, () => send(stage, as, { when, reason: '会場の都合' }));
  };
  const first = await postpone('R3.2');
  await postpone('R3.3');
  const refused = await answerTo(stage, as, first, () => press(stage, as, first, /do:undo/));
  await takeMessage(stage, as, refused, 'undo-refused', {
    caption: '取り消せないとき / it has changed since',
  });
}

/** What becomes of a planned event. */
export const events: Chapter = {
  id: 'events',
  title: '予定のその後 / What becomes of an event',
  open: openDemoStore,
  async play(stage) {
    const forms = [
      ['complete-event', '実施済み', { when: 'R2.8.20', figures: '30名' }],
      ['postpone-event', '延期', { when: 'R3.2', reason: '会場の都合' }],
      ['cancel-event', '中止', { reason: '参加者が集まらないため' }],
    ] as const;
    for (const [verb, caption, filling] of forms) {
      const page = await ask(stage, ADMINISTRATOR, '10 upcoming');
      await press(stage, ADMINISTRATOR, page, new RegExp(`open:${verb}`));
      await takeModal(stage, ADMINISTRATOR, verb, { caption });
      await sendAndTake(stage, filling, `${verb}-written`, caption, ADMINISTRATOR);
    }
    const page = await ask(stage, ADMINISTRATOR, '10 upcoming');
    await press(stage, ADMINISTRATOR, page, /open:edit-milestone/);
    await takeModal(stage, ADMINISTRATOR, 'edit-milestone', { caption: '変更' });
    await pressInModal(stage, ADMINISTRATOR, /open:delete-milestone/);
    await modalSaying(stage, ADMINISTRATOR, /form:delete-milestone/);
    await takeModal(stage, ADMINISTRATOR, 'delete-milestone', { caption: '削除' });
    await close(stage, ADMINISTRATOR);
    await conflict(stage);
    stage.running.clock.advance(40 * 86_400_000);
    const later = await ask(stage, ADMINISTRATOR, '10 upcoming');
    await takeMessage(stage, ADMINISTRATOR, later, 'overdue', {
      caption: '40日後の予定 / forty days later',
      phone: true,
    });
    const vague = await askForVague(stage);
    await press(stage, ADMINISTRATOR, vague, /open:sharpen-event/);
    await takeModal(stage, ADMINISTRATOR, 'sharpen-event', { caption: '時期を絞る' });
    await close(stage, ADMINISTRATOR);
    const values = await ask(stage, ADMINISTRATOR, '8 indicators');
    const menu = values.blocks?.find(({ elements }) =>
      JSON.stringify(elements ?? []).includes('open:correct-observation'),
    );
    const option = /"value":"(\{[^}]*\})"/.exec(JSON.stringify(menu))?.[1]?.replaceAll('\\"', '"') ?? '';
    await stage.running.slack.press({
      as: ADMINISTRATOR,
      actionId: 'open:correct-observation',
      from: { kind: 'message', conversation: CHANNEL, ts: values.ts },
      chosen: { selected_option: { value: option } },
    });
    await takeModal(stage, ADMINISTRATOR, 'correct-observation', { caption: '実績値を訂正' });
    await close(stage, ADMINISTRATOR);
  },
};

/** The first project of which an event has a vague time that has come. */
async function askForVague(stage: Stage) {
  for (const number of [1, 2, 3, 4, 5, 6, 7, 9, 10, 8]) {
    const page = await ask(stage, ADMINISTRATOR, `${number} upcoming`);
    if (JSON.stringify(page.blocks).includes('open:sharpen-event')) return page;
  }
  throw new Error('no event can be made sharper');
}

/** Two change the same event: the second sees both versions. */
async function conflict(stage: Stage): Promise<void> {
  const { slack } = stage.running;
  const page = await ask(stage, as, '8 upcoming');
  await press(stage, as, page, /open:postpone-event/);
  await loaded(stage, as);
  const other = await ask(stage, ADMINISTRATOR, '8 upcoming');
  await press(stage, ADMINISTRATOR, other, /open:edit-milestone/);
  await loaded(stage, ADMINISTRATOR);
  await send(stage, ADMINISTRATOR, { note: '山口市内で実施' });
  await send(stage, as, { when: 'R3.2', reason: '会場の都合' });
  await takeModal(stage, as, 'conflict', {
    caption: 'ほかの人が先に変更したとき / somebody was faster',
    phone: true,
  });
  await slack.press({ as, actionId: 'keep-theirs' });
  await slack.until(() => slack.modals(as).at(-1)?.view.submit === undefined);
  await takeModal(stage, as, 'kept-theirs', { caption: 'いまの内容のままにする' });
  await close(stage, as);
  const again = await ask(stage, as, '8 upcoming');
  await press(stage, as, again, /open:postpone-event/);
  await loaded(stage, as);
  await press(stage, ADMINISTRATOR, await ask(stage, ADMINISTRATOR, '8 upcoming'), /open:edit-milestone/);
  await loaded(stage, ADMINISTRATOR);
  await pressInModal(stage, ADMINISTRATOR, /open:delete-milestone/);
  await modalSaying(stage, ADMINISTRATOR, /form:delete-milestone/);
  await send(stage, ADMINISTRATOR, { reason: '重複のため' });
  await send(stage, as, { when: 'R3.2', reason: '会場の都合による' });
  await takeModal(stage, as, 'gone', { caption: '開いている間に削除されたとき / deleted meanwhile' });
  await close(stage, as);
}
