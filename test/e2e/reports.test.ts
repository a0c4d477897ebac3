import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import Excel from 'exceljs';
import { readEditionFile, shippedEditionFile } from '../../src/reports/edition-file.ts';
import { verifyRecords } from '../../src/reports/records/verify-records.ts';
import type { Message } from '../../src/sandbox/slack/state/messages.ts';
import {
  CHANNEL,
  ENGLISH,
  eachIntake,
  openSeededStore,
  type Running,
  run,
  STAFF,
  WITHOUT_BOT,
} from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';
import { buttonsOf, wordsOf } from './read-message.ts';
import { ADMINISTRATOR, directOf } from './roles-and-people.ts';
import { ask, press } from './talk.ts';

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openSeededStore();
}, 120_000);
afterAll(() => opened.cleanUp());

describe.each(eachIntake)('over %s', (_name, intake) => {
  let running: Running;
  beforeEach(async () => {
    const { store } = opened;
    running = await run({ intake, reader: store, reports: store, administrators: [ADMINISTRATOR] });
  });
  afterEach(async () => {
    expect(await running.stop()).toEqual([]);
  });

  const fileIn = (conversation: string) =>
    running.slack.until(() =>
      running.slack.messages(conversation, STAFF).find(({ files }) => files.length > 0),
    );
  const bytesOf = async (message: Message) => {
    const response = await fetch(`${running.slack.url}/ui/files/${message.files[0]}`);
    return { name: response.headers.get('content-disposition'), bytes: await response.arrayBuffer() };
  };

  test('without a format it offers them; the file comes to the person', async () => {
    const choice = await ask(running, '報告書');
    expect(wordsOf(choice)).toContain('令和2年8月の表をファイルにします');
    expect(buttonsOf(choice).map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Word', 'Excel', 'PDF', 'CSV', 'Markdown', 'JSON']),
    );
    expect(wordsOf(await press(running, choice, 'JSON'))).toContain('作成しています');
    const message = await fileIn(directOf(STAFF));
    expect(message.text).toContain('令和2年8月の表です（JSON）');
    const { name, bytes } = await bytesOf(message);
    expect(decodeURIComponent(name ?? '')).toContain('進捗状況_令和2年8月.json');
    const read = readEditionFile(JSON.parse(Buffer.from(bytes).toString('utf8')));
    expect(read).toEqual(readEditionFile(await shippedEditionFile()));
  });

  test('for the channel, as of a past month, in two formats', async () => {
    const said = await ask(running, '報告書 R2.3 excel csv チャンネル');
    expect(wordsOf(said)).toContain('令和2年3月の表（Excel、CSV）を作成しています');
    const message = await fileIn(CHANNEL);
    expect(message.text).toContain(`作成: <@${STAFF}>`);
    expect(message.files).toHaveLength(2);
    const book = new Excel.Workbook();
    await book.xlsx.load((await bytesOf(message)).bytes);
    expect(book.worksheets[0]?.getCell(1, 1).text).toContain('（令和2年（2020年）3月）');
  });

  test('a channel without the bot: the file comes to the person, who is told why', async () => {
    await ask(running, '報告書 csv チャンネル', { conversation: WITHOUT_BOT });
    expect((await fileIn(directOf(STAFF))).text).toContain('/invite @Shinchoku');
    expect(running.takeRefusals()).toEqual(['files.completeUploadExternal: not_in_channel']);
  });

  test('what fails on our side is told with its reference', async () => {
    running.slack.faults.next('files.completeUploadExternal', { kind: 'server-error' });
    await ask(running, '報告書 csv');
    const [told] = await running.slack.until(() => {
      const all = running.slack.messages(directOf(STAFF), STAFF);
      return all.length > 0 && all;
    });
    const [trouble] = running.takeTrouble();
    expect(wordsOf(told as Message)).toContain(String(trouble?.reference));
  });

  test.each([
    ['報告書 R99.9', 'まだ来ていません'],
    ['報告書 R3.2', '令和3年2月末はまだ来ていません'],
  ])('「%s」 is refused with what is accepted', async (text, told) => {
    expect(wordsOf(await ask(running, text))).toContain(told);
    expect(running.slack.messages(directOf(STAFF), STAFF)).toEqual([]);
  });

  test('before the first edition there is nothing to compare with: those that there are can be listed', async () => {
    const refused = await ask(running, '報告書 差分 R1.3');
    expect(wordsOf(refused)).toContain('その月以前の版がない');
    expect(wordsOf(await press(running, refused, '版の一覧'))).toContain('令和2年8月版（第1刷）');
  });

  test('records of a period are for administrators alone, and are sound', async () => {
    expect(wordsOf(await ask(running, '監査'))).toContain(`<@${ADMINISTRATOR}>`);
    const as = ADMINISTRATOR;
    expect(wordsOf(await ask(running, '監査 いつか', { as }))).toContain('期間を読み取れませんでした');
    await ask(running, '監査 R2年度', { as });
    const message = await running.slack.until(() =>
      running.slack.messages(directOf(as), as).find(({ files }) => files.length > 0),
    );
    for (const id of message.files) {
      const response = await fetch(`${running.slack.url}/ui/files/${id}`);
      const found = await verifyRecords(new Uint8Array(await response.arrayBuffer()));
      // The edition of August 2020 was loaded.
      expect(found).toMatchObject({ kind: 'sound', count: 1 });
    }
  });

  test('editions are listed; only administrators freeze; twice is once', async () => {
    expect(wordsOf(await ask(running, '版'))).toMatch(/令和2年8月版（第1刷）.*公表された版の取込/s);
    expect(wordsOf(await ask(running, '版', { as: ENGLISH }))).toContain('Import of the published edition');
    expect(wordsOf(await ask(running, '版 確定'))).toContain(`<@${ADMINISTRATOR}>`);
    expect(wordsOf(await ask(running, '版 確定 はい'))).toContain(`<@${ADMINISTRATOR}>`);
    const as = ADMINISTRATOR;
    const preview = await ask(running, '版 確定', { as });
    expect(wordsOf(preview)).toContain('変更も削除もできません');
    expect(wordsOf(await press(running, preview, '令和2年8月版を確定する', { as }))).toContain(
      '同じ内容がすでに確定されています',
    );
    expect(wordsOf(await ask(running, '報告書 差分'))).toContain('変わったところはありません');
  });
});
