import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { aMessage, aModal, aState, textField } from './factory.ts';
import { compilePage, type ScriptedServer, startScriptedServer } from './support.ts';

/** Runs in the browser: whether the element lies outside what its scroller shows. */
const isOutOfSight = (element: { getBoundingClientRect: () => { top: number; bottom: number } }) => {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom < 90 || top > 700;
};

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];

// On a developer's machine without Chromium these tests are skipped, and say so; on CI they must run.
const mayRun = existsSync(CHROMIUM) || process.env.CI !== undefined;
const name = mayRun ? 'the page in Chromium' : `the page (skipped: there is no ${CHROMIUM})`;

(mayRun ? describe : describe.skip)(name, () => {
  let directory: string;
  let browser: Browser;
  let server: ScriptedServer;
  let window: BrowserContext;
  let page: Page;
  let broken: string[];

  beforeAll(async () => {
    directory = await compilePage();
    server = await startScriptedServer(directory, aState());
    browser = await chromium.launch({ executablePath: CHROMIUM, args: [...FLAGS, ...QUIET] });
    window = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await server.stop();
    await rm(directory, { recursive: true });
  });

  beforeEach(async () => {
    server.reset(aState());
    page = await window.newPage();
    broken = [];
    page.on('pageerror', (error) => broken.push(error.message));
    page.on('console', (line) => (line.type() === 'error' ? broken.push(line.text()) : null));
    await page.goto(server.url);
    await composer().waitFor();
  });

  afterEach(async () => {
    await page.close();
    expect(broken).toEqual([]);
  });

  const composer = () => page.getByRole('combobox', { name: '#産業戦略 へのメッセージ' });
  const dialog = () => page.getByRole('dialog');
  const asked = (action: string) =>
    server.asked.filter((one) => one.action === action).map(({ body }) => body);
  const focused = () =>
    page.evaluate<string>('document.activeElement.getAttribute("aria-label") ?? document.activeElement.id');
  /** Waits for the page to have asked this; the answer is what it sent. */
  const nextAsked = async (action: string, deed: () => Promise<unknown>) => {
    const seen = page.waitForResponse((response) => response.url().endsWith(`/ui/${action}`));
    await deed();
    await seen;
    return asked(action).at(-1);
  };

  describe('the composer', () => {
    test('a press on a suggestion of the empty conversation sends the command', async () => {
      const press = () => page.getByRole('button', { name: '/project 8', exact: false }).first().click();
      expect(await nextAsked('say', press)).toMatchObject({
        as: 'U0STAFF',
        conversation: 'C0GENERAL',
        text: '/project 8',
      });
    });

    test('by keyboard alone: slash, Tab, arrows and Enter complete, Enter sends', async () => {
      await page.keyboard.type('/pro');
      await page.getByRole('option', { name: '/project' }).waitFor();
      await page.keyboard.press('Tab');
      expect(await composer().inputValue()).toBe('/project ');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      expect(await composer().inputValue()).toBe('/project 8 指標');
      expect(asked('say')).toEqual([]);
      expect(await nextAsked('say', () => page.keyboard.press('Enter'))).toMatchObject({
        text: '/project 8 指標',
      });
    });

    test('what is typed in full is sent by Enter though more is offered, and Escape closes the list', async () => {
      await page.keyboard.type('/project 8');
      await page.getByRole('listbox').first().waitFor();
      expect(await composer().getAttribute('aria-expanded')).toBe('true');
      await page.keyboard.press('Escape');
      expect(await composer().getAttribute('aria-expanded')).toBe('false');
      expect(await nextAsked('say', () => page.keyboard.press('Enter'))).toMatchObject({
        text: '/project 8',
      });
    });

    test('Up brings the last text back', async () => {
      await nextAsked('say', async () => {
        await page.keyboard.type('おはよう');
        await page.keyboard.press('Enter');
      });
      await page.waitForFunction('document.activeElement.value === "" && !document.activeElement.readOnly');
      await page.keyboard.press('ArrowUp');
      expect(await composer().inputValue()).toBe('おはよう');
    });

    test('Shift+Enter begins a new line', async () => {
      await page.keyboard.type('a');
      await page.keyboard.press('Shift+Enter');
      await page.keyboard.type('b');
      expect(await composer().inputValue()).toBe('a\nb');
    });

    test('a text that did not arrive stays, and the page says why', async () => {
      server.answer('say', () => ({ ok: false, error: 'ボットが止まっています' }));
      await nextAsked('say', async () => {
        await page.keyboard.type('/project 8');
        await page.keyboard.press('Enter');
      });
      await page.getByText('ボットが止まっています').waitFor();
      expect(await composer().inputValue()).toBe('/project 8');
    });
  });

  describe('messages', () => {
    test('the bot’s answer: name, mark, time of Tokyo, for me only', async () => {
      const blocks = [{ type: 'header', text: { type: 'plain_text', text: '8　デジタル化' } }];
      server.tell(aState({ messages: [aMessage({ user: 'U0BOT', blocks, ephemeral: true })] }));
      const message = page.getByRole('article', { name: 'Shinchoku のメッセージ' });
      expect(await message.textContent()).toBe(
        'あなただけに表示されています進Shinchokuアプリ9:008　デジタル化',
      );
    });

    test('what people type is text, whatever it looks like', async () => {
      const text = '<img src=x onerror="window.pwned=1"> <script>window.pwned=1</script>';
      const table = { type: 'table', rows: [[{ type: 'raw_text', text }]] };
      const section = {
        type: 'section',
        text: { type: 'mrkdwn', text },
        fields: [{ type: 'plain_text', text }],
      };
      const markdown = { type: 'markdown', text };
      server.tell(
        aState({ messages: [aMessage({ text }), aMessage({ text, blocks: [table, section, markdown] })] }),
      );
      await page.locator('article').nth(1).waitFor();
      const shown = (await page.locator('#message-list').textContent()) ?? '';
      expect(shown.split(text).length - 1).toBe(5);
      expect(await page.locator('#messages img, #messages script').count()).toBe(0);
      expect(await page.evaluate('window.pwned')).toBeUndefined();
    });

    test('a link to a script is no link', async () => {
      const link = { type: 'link', url: 'javascript:alert(1)', text: '押す' };
      const rich = { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [link] }] };
      server.tell(aState({ messages: [aMessage({ blocks: [rich] })] }));
      await page.getByText('押す').waitFor();
      expect(await page.locator('#messages a').count()).toBe(0);
    });

    test('a press tells the bot which button of which message, after the confirmation only', async () => {
      const text = (words: string) => ({ type: 'plain_text', text: words });
      const confirm = {
        title: text('却下しますか'),
        text: text('戻せます'),
        confirm: text('却下する'),
        deny: text('やめる'),
      };
      const button = { type: 'button', action_id: 'reject', text: text('却下'), confirm };
      const message = aMessage({
        user: 'U0BOT',
        blocks: [{ type: 'actions', block_id: 'acts', elements: [button] }],
      });
      server.tell(aState({ messages: [message] }));
      await page.getByRole('button', { name: '却下' }).click();
      await page.keyboard.press('Escape');
      expect(asked('act')).toEqual([]);
      await page.getByRole('button', { name: '却下' }).click();
      const act = await nextAsked('act', () => page.getByRole('button', { name: '却下する' }).click());
      expect(act).toMatchObject({
        from: { kind: 'message', ts: message.ts, conversation: 'C0GENERAL' },
        blockId: 'acts',
        actionId: 'reject',
        chosen: {},
      });
    });

    test('the … menu runs a message shortcut by keyboard', async () => {
      const message = aMessage();
      server.tell(aState({ messages: [message] }));
      await page.getByRole('button', { name: 'メッセージの操作' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem', { name: '進捗として記録' }).waitFor();
      const shortcut = await nextAsked('shortcut', () => page.keyboard.press('Enter'));
      expect(shortcut).toMatchObject({ callbackId: 'record', ts: message.ts, conversation: 'C0GENERAL' });
    });

    test('the newest stays in sight; a reader who scrolled up is left alone until he sends', async () => {
      const many = Array.from({ length: 40 }, (_, at) => aMessage({ text: `${at}番目` }));
      const newest = (text: string) => aState({ messages: [...many, aMessage({ text })] });
      const hidden = (text: string) => page.getByText(text).evaluate(isOutOfSight);
      server.tell(newest('最新'));
      await page.getByText('最新').waitFor();
      expect(await hidden('最新')).toBe(false);
      await page.getByText('0番目', { exact: true }).scrollIntoViewIfNeeded();
      server.tell(newest('その次'));
      await page.getByText('その次').waitFor();
      expect(await hidden('その次')).toBe(true);
      await composer().fill('ありがとうございます');
      await nextAsked('say', () => page.keyboard.press('Enter'));
      expect(await hidden('その次')).toBe(false);
    });

    test('an unknown block is a visible note', async () => {
      server.tell(aState({ messages: [aMessage({ blocks: [{ type: 'mystery' }] })] }));
      await page.getByText('この画面が知らないブロックです: mystery').waitFor();
    });
  });

  describe('a modal', () => {
    const open = async (...[difference]: Parameters<typeof aModal>) => {
      server.tell(aState({ modals: [aModal(difference)] }));
      await dialog().waitFor();
    };

    test('a required field that is empty is not sent: the error stands at it, the focus too', async () => {
      await open();
      await page.getByRole('button', { name: '記録する' }).click();
      await dialog().getByText('この項目は必須です').waitFor();
      expect(asked('submit')).toEqual([]);
      expect(await page.locator('[data-block="what"] :focus').count()).toBe(1);
      expect(await page.getByLabel('内容').getAttribute('aria-invalid')).toBe('true');
    });

    test('the bot’s error stands at its field, and what was typed stays', async () => {
      server.answer('submit', () => ({ ok: true, errors: { value: '0から100の数を入力してください' } }));
      await open({
        blocks: [
          textField({ block_id: 'what', label: '内容' }),
          textField({ block_id: 'value', label: '値' }),
        ],
      });
      await page.getByLabel('内容').fill('実証を開始');
      await page.getByLabel('値').fill('150');
      const sent = await nextAsked('submit', () => page.keyboard.press('Enter'));
      expect(sent).toMatchObject({
        viewId: 'V1',
        values: { value: { text: { type: 'plain_text_input', value: '150' } } },
      });
      await page.locator('[data-block="value"]').getByText('0から100の数').waitFor();
      expect(await page.getByLabel('内容').inputValue()).toBe('実証を開始');
      expect(await page.locator('[data-block="value"] :focus').count()).toBe(1);
    });

    test('views.update keeps what was typed where block_id and action_id stay, and the focus', async () => {
      await open();
      await page.getByLabel('内容').fill('実証を開始');
      const note = { type: 'section', text: { type: 'mrkdwn', text: '読み込みました' } };
      server.tell(aState({ modals: [aModal({ hash: '2', blocks: [note, ...aModal().blocks] })] }));
      await dialog().getByText('読み込みました').waitFor();
      expect(await page.getByLabel('内容').inputValue()).toBe('実証を開始');
      expect(await page.locator('[data-block="what"] :focus').count()).toBe(1);
    });

    test('Escape closes it without a question and tells the bot', async () => {
      await open();
      expect(await nextAsked('close', () => page.keyboard.press('Escape'))).toMatchObject({
        viewId: 'V1',
        all: true,
      });
      expect(await dialog().count()).toBe(0);
    });

    test('a view pushed on another leads back', async () => {
      server.tell(aState({ modals: [aModal(), aModal({ id: 'V2', title: '確認' })] }));
      await page.getByRole('heading', { name: '確認' }).waitFor();
      const close = await nextAsked('close', () =>
        page.getByRole('button', { name: '前の画面へ戻る' }).click(),
      );
      expect(close).toMatchObject({ viewId: 'V2', all: false });
      await page.getByRole('heading', { name: '進捗を記録' }).waitFor();
    });

    test('an external select asks the bot and takes the choice by keyboard', async () => {
      const option = { text: { type: 'plain_text', text: '8 デジタル化' }, value: '8' };
      server.answer('suggest', () => ({ ok: true, options: [option] }));
      const element = { type: 'external_select', action_id: 'project', min_query_length: 1 };
      await open({ blocks: [textField({ block_id: 'which', label: 'プロジェクト', element })] });
      await page.getByLabel('プロジェクト').click();
      const ask = await nextAsked('suggest', () => page.keyboard.type('８'));
      expect(ask).toMatchObject({
        viewId: 'V1',
        ts: null,
        blockId: 'which',
        actionId: 'project',
        typed: '８',
      });
      await page.getByRole('option', { name: '8 デジタル化' }).waitFor();
      await page.keyboard.press('Enter');
      const sent = await nextAsked('submit', () => page.getByRole('button', { name: '記録する' }).click());
      expect(sent).toMatchObject({ values: { which: { project: { selected_option: option } } } });
    });

    test('Escape in an open list closes the list only', async () => {
      const options = [{ text: { type: 'plain_text', text: '達成' }, value: '1' }];
      const element = { type: 'static_select', action_id: 's', options };
      await open({ blocks: [textField({ block_id: 'state', label: '状態', element })] });
      await page.getByLabel('状態').click();
      await page.getByRole('option', { name: '達成' }).waitFor();
      await page.keyboard.press('Escape');
      expect(await page.getByRole('option').count()).toBe(0);
      expect(await dialog().count()).toBe(1);
    });
  });

  describe('around the messages', () => {
    test('the clock shows the product’s time, and a press moves it on', async () => {
      await page.getByText('令和2年8月24日（月）').first().waitFor();
      expect(await nextAsked('clock', () => page.getByRole('button', { name: '+1週間' }).click())).toEqual({
        advance: 'week',
      });
    });

    test('another person looks: the stream is theirs, and so is what is said', async () => {
      await page.getByRole('button', { name: 'あなた: 山田 花子（職員）' }).press('Enter');
      const stream = page.waitForRequest((request) => request.url().endsWith('/ui/stream?as=U0LEAD'));
      await page.getByRole('menuitemradio', { name: '佐藤 健' }).click();
      await stream;
      server.tell(aState({ me: 'U0LEAD' }));
      await page.getByRole('button', { name: 'あなた: 佐藤 健（推進責任者（8番））' }).waitFor();
      await composer().fill('了解です');
      expect(await nextAsked('say', () => page.keyboard.press('Enter'))).toMatchObject({ as: 'U0LEAD' });
    });

    test('the Home tab is asked for and drawn', async () => {
      const home = await nextAsked('home', () =>
        page.getByRole('button', { name: 'Shinchoku', exact: true }).click(),
      );
      expect(home).toEqual({ as: 'U0STAFF' });
      const blocks = [{ type: 'header', text: { type: 'plain_text', text: '今日すること' } }];
      server.tell(aState({ home: { ...aModal(), type: 'home', blocks } }));
      await page.getByRole('heading', { name: '今日すること' }).waitFor();
    });

    test('a refusal stands in a red box until it is dismissed; a slow delivery is marked', async () => {
      const entry = {
        id: 7,
        at: aState().clock.now,
        what: 'view_submission',
        status: '200',
        request: {},
        response: {},
      };
      server.tell(
        aState({
          refusals: [{ id: 3, method: 'views.open', problem: 'invalid_blocks' }],
          log: [{ ...entry, direction: 'to-bot', milliseconds: 3100 }],
        }),
      );
      await page.getByText('3秒超 3,100 ms').waitFor();
      const dismiss = () => page.getByRole('button', { name: 'views.open の拒否の表示を閉じる' }).click();
      expect(await nextAsked('dismiss', dismiss)).toEqual({ id: 3 });
    });

    test('at 375 px nothing is wider than the window, and the panels open and close', async () => {
      await page.setViewportSize({ width: 375, height: 800 });
      const wide = { type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(300) } };
      server.tell(aState({ messages: [aMessage({ blocks: [wide] })] }));
      await page.locator('article').waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375);
      const sidebar = page.getByRole('navigation', { name: '会話' });
      expect(await sidebar.isVisible()).toBe(false);
      await page.getByRole('button', { name: '会話の一覧' }).click();
      expect(await sidebar.isVisible()).toBe(true);
      await page.keyboard.press('Escape');
      expect(await focused()).toBe('会話の一覧');
      await page.waitForFunction('!document.querySelector("#page").classList.contains("sidebar-open")');
    });
  });
});
