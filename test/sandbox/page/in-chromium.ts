import { existsSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { aState } from './factory.ts';
import { compiledPage, type ScriptedServer, startScriptedServer } from './support.ts';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];

type Body = Readonly<Record<string, unknown>>;

/** The page as a new reader opens it before each test, and the server behind it. */
export interface PageTools {
  readonly page: Page;
  readonly server: ScriptedServer;
  readonly composer: () => Locator;
  readonly dialog: () => Locator;
  /** The name of what has the focus. */
  readonly focused: () => Promise<string>;
  /** What the page has asked by this action. */
  readonly asked: (action: string) => readonly Body[];
  /** Does the deed, waits until the page has asked this because of it, and gives what it asked. */
  readonly nextAsked: (action: string, deed: () => Promise<unknown>) => Promise<Body | undefined>;
}

// On a developer's machine without Chromium these tests are skipped, and say so; on CI they must run.
const mayRun = existsSync(CHROMIUM) || process.env.CI !== undefined;

/** Tests that drive the compiled page in Chromium; each fails if the page throws or logs an error. */
export function inChromium(specify: (tools: PageTools) => void): void {
  const name = mayRun ? 'the page' : `the page (skipped: there is no ${CHROMIUM})`;
  (mayRun ? describe : describe.skip)(name, () => specify(prepare()));
}

function prepare(): PageTools {
  let browser: Browser;
  let server: ScriptedServer;
  let window: BrowserContext;
  let page: Page;
  const broken: string[] = [];

  beforeAll(async () => {
    server = await startScriptedServer(await compiledPage(), aState());
    browser = await chromium.launch({ executablePath: CHROMIUM, args: [...FLAGS, ...QUIET] });
    window = await browser.newContext();
    page = await window.newPage();
    page.on('pageerror', (error) => broken.push(error.message));
    page.on('console', (line) => (line.type() === 'error' ? broken.push(line.text()) : null));
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  beforeEach(async () => {
    server.reset(aState());
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(server.url);
    await composerOf(page).waitFor();
  });

  // One window, loaded anew for each test: another process for each would take longer than most tests.
  afterEach(async () => {
    await page.goto('about:blank');
    expect(broken.splice(0)).toEqual([]);
  });

  return toolsOf(
    () => page,
    () => server,
  );
}

const composerOf = (page: Page) => page.getByRole('combobox', { name: '#産業戦略 へのメッセージ' });

function toolsOf(page: () => Page, server: () => ScriptedServer): PageTools {
  const asked = (action: string) =>
    server()
      .asked.filter((one) => one.action === action)
      .map(({ body }) => body);
  return {
    get page() {
      return page();
    },
    get server() {
      return server();
    },
    composer: () => composerOf(page()),
    dialog: () => page().getByRole('dialog'),
    focused: () => page().evaluate('document.activeElement.getAttribute("aria-label") ?? ""'),
    asked,
    async nextAsked(action, deed) {
      const seen = page().waitForResponse((response) => response.url().endsWith(`/ui/${action}`));
      await deed();
      await seen;
      return asked(action).at(-1);
    },
  };
}
