import { expect, test } from '@jest/globals';
import type { LogEntry } from '../../src/sandbox/page/protocol.ts';
import { badManners } from './manners.ts';

const entry = (what: string, request: unknown, response: unknown = null): LogEntry => ({
  id: 1,
  at: '2020-08-24T00:00:00Z',
  direction: what.startsWith('/') ? 'to-bot' : 'from-bot',
  what,
  status: 'ok',
  milliseconds: 1,
  request,
  response,
});
const plain = (text: string) => ({ type: 'plain_text', text });
const button = (label: string, spoken?: string) => ({
  type: 'button',
  action_id: `a-${label}-${spoken ?? ''}`,
  text: plain(label),
  ...(spoken === undefined ? {} : { accessibility_label: spoken }),
});
const message = (...elements: readonly object[]) => ({
  text: '8番に記録しました。',
  blocks: [{ type: 'actions', elements }],
});

test.each([
  ['a sentence', entry('chat.postMessage', { text: '8番に記録しました。' })],
  [
    'buttons of one label that are read out differently',
    entry('response_url', message(button('開く', '1番を開く'), button('開く', '2番を開く'))),
  ],
  [
    'a picture with words',
    entry('chat.postMessage', { text: '8番です。', blocks: [{ type: 'image', alt_text: '棒グラフ' }] }),
  ],
  ['what says nothing', entry('users.info', { user: 'U1' })],
])('good: %s', (_what, given) => {
  expect(badManners([given])).toEqual([]);
});

test.each([
  [
    'a notification that is a heading',
    entry('chat.postMessage', { text: '配信のプレビュー' }),
    'no sentence',
  ],
  ['none', entry('chat.postMessage', { text: '', channel: 'C1' }), 'no sentence'],
  ['an acknowledgement', entry('/project', {}, { text: '一覧', blocks: [] }), 'no sentence'],
  [
    'two buttons alike',
    entry('response_url', message(button('開く'), button('開く', '開く'))),
    '「開く」 is read out twice',
  ],
  [
    'two fields alike, in a view as text',
    entry('views.open', {
      view: JSON.stringify({
        blocks: ['時期', '時期'].map((label) => ({ type: 'input', label: plain(label) })),
      }),
    }),
    '「時期」 is read out twice',
  ],
  [
    'a picture without words',
    entry('chat.postMessage', { text: '8番です。', blocks: [{ type: 'image', alt_text: ' ' }] }),
    'no words',
  ],
])('bad: %s', (_what, given, said) => {
  expect(badManners([given]).join()).toContain(said);
});
