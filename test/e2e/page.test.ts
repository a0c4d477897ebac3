import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import { compiledPage } from '../sandbox/page/support.ts';
import { openSeededStore, type Running, run, STAFF } from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
const picture = 'docs/images/project-8.png';

// On a machine without Chromium these tests are skipped, and say so; on CI they must run.
const mayRun = existsSync(CHROMIUM) || process.env.CI !== undefined;
const name = mayRun ? 'the sandbox in Chromium' : `the sandbox (skipped: there is no ${CHROMIUM})`;

(mayRun ? describe : describe.skip)(name, () => {
  let directory: string;
  let opened: OpenedStore;
  let browser: Browser;
  let running: Running;
  let page: Page;

  beforeAll(async () => {
    directory = await compiledPage();
    opened = await openSeededStore();
    browser = await chromium.launch({ executablePath: CHROMIUM, args: [...FLAGS, ...QUIET] });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await opened.cleanUp();
  });
  beforeEach(async () => {
    const pageDirectory = pathToFileURL(`${directory}/`);
    running = await run({ intake: 'http', reader: opened.store, pageDirectory });
    page = await browser.newPage({ viewport: { width: 1280, height: 1_000 } });
    await page.goto(`${running.slack.url}/?as=${STAFF}`);
    await page.getByRole('button', { name: '産業戦略', exact: true }).click();
  });
  afterEach(async () => {
    expect(await page.getByText('Slack はこの呼び出しを拒否します').count()).toBe(0);
    await page.close();
    expect(await running.stop()).toEqual([]);
  });

  const composer = () => page.getByRole('combobox', { name: '#産業戦略 へのメッセージ' });
  const answer = () => page.getByRole('article', { name: 'Shinchoku のメッセージ' }).last();
  const shows = (words: string) => answer().getByText(words, { exact: false }).first().waitFor();
  const button = (label: string | RegExp) => answer().getByRole('button', { name: label });
  const type = async (text: string) => {
    await composer().fill(text);
    await composer().press('Enter');
  };

  test('a newcomer types /project 8, opens every page, and goes back', async () => {
    await type('/project 8');
    await shows('13.9%/16.0%');
    await shows('あなただけに表示されています');
    if (process.env.UPDATE_PICTURES === '1') {
      await mkdir('docs/images', { recursive: true });
      await page.screenshot({ path: picture });
    }
    for (const [label, title] of [
      [/^指標をすべて/, '8番の指標'],
      [/^進捗をすべて/, '8番の進捗'],
      [/^予定をすべて/, '8番の予定'],
    ] as const) {
      await button(label).click();
      await shows(title);
      await button('8番のカードへ').click();
      await shows('最近の進捗');
    }
  });

  test('the card is shared, and a colleague sees it', async () => {
    await type('/project 8');
    await button('チャンネルに共有').click();
    await shows('このチャンネルの全員に見える形で投稿します');
    await button('投稿する').click();
    await page.getByText('8番のカードをチャンネルに共有しました').first().waitFor();
    await switchTo('田中 一郎');
    await shows('共有した人');
    await shows('山田 花子');
    expect(await page.getByText('あなただけに表示されています').count()).toBe(0);
  });

  test('Emma Smith reads English, and a day later the date has moved', async () => {
    await switchTo('Emma Smith');
    await type('/project 8');
    await shows('86.9% of target');
    await page.getByRole('button', { name: '+1日' }).click();
    await page.getByText('8月25日').first().waitFor();
    await type('/project upcoming this month');
    await shows('today');
  });

  async function switchTo(person: string): Promise<void> {
    await page.getByRole('button', { name: /^あなた/ }).click();
    await page.getByRole('menuitemradio', { name: person }).click();
    await page.getByRole('button', { name: new RegExp(`^あなた: ${person}`) }).waitFor();
  }
});
