import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { EditionProject } from '../../src/domain/edition.ts';
import type { Message } from '../../src/sandbox/slack/state/messages.ts';
import { anAchievement, anEdition, anIndicator, aPeriod, aPlan, aProject } from '../support/editions.ts';
import { openEmptyStore } from '../support/fresh-stores.ts';
import { CHANNEL, LEAD, MONDAY, type Running, run, STAFF } from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';
import { buttonsOf, textsOf, wordsOf } from './read-message.ts';
import { answersBy, ask, press } from './talk.ts';
import { walk } from './walk.ts';

/** What people may have stored, and what of it is seen: all of it, but for what hides or reorders. */
const texts: readonly { readonly stored: string; readonly seen: string }[] = [
  '<!channel> <!here> <!everyone>',
  '<@U0YAMADA> <#C0IOT> <!subteam^S0|@課>',
  '<https://evil.example|承認> javascript:alert(1)',
  '*太字* _斜体_ ~取消~ `コード` ```',
  '> 引用 &lt;!here&gt; &amp;amp; @channel',
  '=HYPERLINK("x") {count} {{x}} %s \\n',
  '👩‍👩‍👧‍👦 𠮷野家 葛󠄀城 ❤️',
  { stored: '改\n行\tと\u202e逆\u2066順\u200b幅\u0007音', seen: '改 行 と逆順幅音' },
  { stored: `長い${'あ'.repeat(3_000)}終わり`, seen: `長い${'あ'.repeat(3_000)}終わり` },
  { stored: `行${'\n'.repeat(1_000)}下`, seen: '行 下' },
].map((text) => (typeof text === 'string' ? { stored: text, seen: text } : text));

const commands = ['', '指標', '進捗', '予定', '共有', ''];

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openEmptyStore();
  const projects = texts.map(({ stored }, index) => hostileProject(index + 1, stored));
  await opened.store.loadEdition(anEdition(projects), MONDAY);
});
afterAll(() => opened.cleanUp());

describe('over HTTP', () => {
  let running: Running;
  beforeEach(async () => {
    running = await run({ intake: 'http', reader: opened.store });
  });
  afterEach(async () => {
    expect(await running.stop()).toEqual([]);
  });

  test.each(texts.map(({ stored, seen }, index) => [index + 1, seen.slice(0, 40), stored, seen] as const))(
    '%d: every message shows %j literally',
    async (number, _short, _stored, seen) => {
      for (const word of commands) {
        const pages = await walk(running, `${number} ${word}`);
        for (const page of pages) expectLiteral(page);
        expect(pages.map(wordsOf).join('\n')).toContain(seen.slice(0, 60));
      }
      for (const word of ['指標', '進捗', '予定']) {
        const pages = await walk(running, `${number} ${word}`);
        expect(pages.map(wordsOf).join('\n')).toContain(seen);
      }
    },
  );

  test('so do the list, the agenda and the suggestions', async () => {
    for (const typed of [
      '一覧',
      '予定 今月',
      '予定 年度内',
      '太字',
      '<',
      '承認',
      '<!channel>',
      '*',
      '`',
      '&lt;',
    ]) {
      for (const page of await walk(running, typed)) expectLiteral(page);
    }
  });

  test('so does what is shared with the channel', async () => {
    const preview = await ask(running, '1 共有');
    await press(running, preview, '投稿する');
    await running.slack.until(() => answersBy(running).length === 2);
    const [posted] = running.slack.messages(CHANNEL, LEAD);
    expectLiteral(posted ?? preview);
    expect(wordsOf(posted ?? preview)).toContain('<!channel> <!here> <!everyone>');
    expect(posted?.ephemeralTo).toBeNull();
  });
});

/** Slack reads markup only in mrkdwn, and in the text beside the blocks, where it has to be escaped. */
function expectLiteral(message: Message): void {
  const kinds = new Set(textsOf(message.blocks).map(({ type }) => type));
  expect([...kinds].filter((kind) => kind !== 'text' && kind !== 'plain_text')).toEqual([]);
  expect(message.text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
  const shown = textsOf(message.blocks).map(({ text }) => text);
  expect(shown.join('')).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\u200b]/u);
  expect(peopleIn(message)).toEqual(peopleIn(message).map(() => STAFF));
  for (const { label } of buttonsOf(message)) expect(label.length).toBeLessThanOrEqual(75);
}

/** Whom the blocks mention. */
function peopleIn({ blocks }: Message): readonly string[] {
  return [...JSON.stringify(blocks).matchAll(/"user_id":"(\w+)"/g)].map(([, id]) => id ?? '');
}

/** Names and lines hold the whole text; what stands beside them, the beginning. */
function hostileProject(number: number, text: string): EditionProject {
  const beside = text.slice(0, 200);
  const soon = aPeriod('R2.8.25', '2020-08-25');
  return aProject(number, {
    name: text,
    aliases: [`別名${number}${text}`],
    initiatives: [text],
    strands: [{ name: beside, within: null }],
    workingGroups: [{ name: beside, strand: beside }],
    programmes: [{ name: text, national: true, isNew: true }],
    progress: [
      anAchievement(text, {
        strand: beside,
        workingGroup: beside,
        figures: [beside],
        notes: [beside],
        dates: [{ period: aPeriod('R2.4', '2020-04-01', '2020-04-30'), ordinal: 1 }],
        entries: [anAchievement(text, { mark: '・', strand: beside, notes: [beside] })],
      }),
    ],
    upcoming: [aPlan(text, [soon], { strand: beside, notes: [beside] })],
    indicators: [
      anIndicator(text, { note: beside }),
      anIndicator(`状態 ${text}`, {
        unit: '',
        target: { kind: 'state', state: beside },
        observations: [{ value: { kind: 'state', state: beside }, asOf: null }],
      }),
      anIndicator(`単位 ${text}`, { unit: beside }),
    ],
  });
}
