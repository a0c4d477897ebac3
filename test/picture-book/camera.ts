import { readFile } from 'node:fs/promises';
import { type Browser, chromium, type Page } from 'playwright-core';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];

/** What is to be photographed, as a person sees it. */
export type Scene =
  | { readonly kind: 'message'; readonly as: string; readonly ts: string }
  | {
      readonly kind: 'modal';
      readonly as: string;
      /** Block ids and what is wrong there. */
      readonly errors?: Readonly<Record<string, string>>;
      /** What stands in the fields, as Slack keeps it. */
      readonly values?: object;
    }
  | { readonly kind: 'home'; readonly as: string };

/** A picture, and what can be read on it. */
export interface Shot {
  readonly bytes: Buffer;
  readonly words: string;
  /** Whether something is wider than the picture. */
  readonly overflows: boolean;
}

/** A browser that photographs scenes of one sandbox after the other. */
export interface Camera {
  /** From here on scenes are those of the sandbox at this address. */
  pointAt(url: string): Promise<void>;
  shoot(scene: Scene, width: number): Promise<Shot>;
  /** A whole page of the local disk as WebP of this quality, 1–100. */
  photograph(file: URL, options: { readonly width: number; readonly quality: number }): Promise<Buffer>;
  close(): Promise<void>;
}

const style = `
  body { overflow: auto; height: auto; background: #fff; }
  .stage { padding: 4px 0 8px; background: #fff; }
  .stage.home, .stage.modal { padding: 12px; }
  .stage .dialog { position: static; max-height: none; box-shadow: none; border: 1px solid #ccc; width: 100%; }
  .stage .dialog-form { max-height: none; }
  .stage .message-menu { display: none; }
`;

/** Starts Chromium (CHROMIUM names another than /usr/bin/chromium). */
export async function openCamera(): Promise<Camera> {
  const browser = await chromium.launch({ executablePath, args });
  let page: Page | null = null;
  const draw = await readFile(new URL('draw.mjs', import.meta.url), 'utf8');
  return {
    async pointAt(url) {
      await page?.close();
      // The sandbox lets nothing in that is not its own.
      page = await browser.newPage({ bypassCSP: true, colorScheme: 'light' });
      page.on('pageerror', (error) => console.error(error.message));
      // Nobody has a modal open in the name of a guest.
      await page.goto(`${url}/?as=U0GUEST`);
      await page.addStyleTag({ content: style });
      await page.addScriptTag({ content: draw, type: 'module' });
      await page.waitForFunction('window.drawScene !== undefined');
    },
    async shoot(scene, width) {
      if (page === null) throw new Error('the camera points at nothing');
      await page.setViewportSize({ width, height: 900 });
      const read = await page.evaluate<Omit<Shot, 'bytes'>>(`drawScene(${JSON.stringify(scene)})`);
      return { ...read, bytes: await page.locator('#stage').screenshot({ type: 'png' }) };
    },
    photograph: (file, options) => photograph(browser, file, options),
    close: () => browser.close(),
  };
}

/** Playwright itself writes no WebP, which takes a third of a PNG here. */
async function photograph(
  browser: Browser,
  file: URL,
  { width, quality }: { readonly width: number; readonly quality: number },
): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  await page.goto(file.href);
  const height = Math.ceil(
    await page.evaluate<number>(
      'document.body.getBoundingClientRect().bottom + parseFloat(getComputedStyle(document.body).marginBottom)',
    ),
  );
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality,
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width, height, scale: 1 },
  });
  await page.close();
  return Buffer.from(data, 'base64');
}
