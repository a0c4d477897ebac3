import type { PageMessage, PageState, PageView } from '../../../src/sandbox/page/protocol.ts';

/** 24 August 2020, 9:00 in Tokyo. */
const NOW = '2020-08-24T00:00:00.000Z';
export const NOW_SECONDS = Date.parse(NOW) / 1000;

/** A workspace with two people, one channel, the bot and its command; only the difference is stated. */
export function aState(difference: Partial<PageState> = {}): PageState {
  return {
    clock: { now: NOW, timeZone: 'Asia/Tokyo' },
    me: 'U0STAFF',
    bot: {
      id: 'U0BOT',
      name: 'Shinchoku',
      commands: [
        {
          command: '/project',
          usage: '[番号] [指標|進捗|予定]',
          description: 'プロジェクトの進捗を見る・記録する',
          completions: [
            { text: '8', hint: 'やまぐちIoT' },
            { text: '8 指標', hint: '指標を見る' },
            { text: '予定 今月', hint: '今月の予定' },
            { text: '使い方', hint: 'できること' },
          ],
        },
      ],
    },
    people: [
      { id: 'U0STAFF', realName: '山田 花子', role: '職員', locale: 'ja-JP' },
      { id: 'U0LEAD', realName: '佐藤 健', role: '推進責任者（8番）', locale: 'ja-JP' },
    ],
    left: [{ id: 'U0SUZUKI', realName: '鈴木 一郎' }],
    conversations: [
      { id: 'C0GENERAL', name: '産業戦略', kind: 'channel', members: 5 },
      { id: 'D0BOT', name: 'Shinchoku', kind: 'im', members: 2 },
    ],
    messages: [],
    modals: [],
    home: null,
    shortcuts: [
      { callbackId: 'record', name: '進捗として記録', type: 'message' },
      { callbackId: 'open', name: '進捗を開く', type: 'global' },
    ],
    log: [],
    refusals: [],
    ...difference,
  };
}

let lastMessage = 0;

/** A message in the channel, a little later than the one made before it. */
export function aMessage(difference: Partial<PageMessage> = {}): PageMessage {
  lastMessage += 1;
  return {
    ts: `${NOW_SECONDS}.${String(lastMessage).padStart(6, '0')}`,
    conversation: 'C0GENERAL',
    user: 'U0STAFF',
    text: 'おはようございます',
    blocks: null,
    ephemeral: false,
    edited: false,
    threadTs: null,
    files: [],
    ...difference,
  };
}

/** A modal with one required field, 内容. */
export function aModal(difference: Partial<PageView> = {}): PageView {
  return {
    id: 'V1',
    hash: '1',
    type: 'modal',
    title: '進捗を記録',
    submit: '記録する',
    close: 'やめる',
    blocks: [textField({ block_id: 'what', label: '内容' })],
    ...difference,
  };
}

/** An input block with a one-line text field. */
export function textField({ block_id, label, ...rest }: Record<string, unknown>): Record<string, unknown> {
  return {
    type: 'input',
    block_id,
    label: { type: 'plain_text', text: label },
    element: { type: 'plain_text_input', action_id: 'text' },
    ...rest,
  };
}
