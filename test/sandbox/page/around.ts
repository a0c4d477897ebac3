import { expect, test } from '@jest/globals';
import { aMessage, aModal, aState } from './factory.ts';
import type { PageTools } from './in-chromium.ts';

/** What the page does: around the messages. */
export function aroundTheMessages(tools: PageTools): void {
  test('the clock shows the product’s time, and a press moves it on', async () => {
    await tools.page.getByText('令和2年8月24日（月）').first().waitFor();
    expect(
      await tools.nextAsked('clock', () => tools.page.getByRole('button', { name: '+1週間' }).click()),
    ).toEqual({
      advance: 'week',
    });
  });

  test('another person looks: the stream is theirs, and so is what is said', async () => {
    await tools.page.getByRole('button', { name: 'あなた: 山田 花子（職員）' }).press('Enter');
    const stream = tools.page.waitForRequest((request) => request.url().endsWith('/ui/stream?as=U0LEAD'));
    await tools.page.getByRole('menuitemradio', { name: '佐藤 健' }).click();
    await stream;
    tools.server.tell(aState({ me: 'U0LEAD' }));
    await tools.page.getByRole('button', { name: 'あなた: 佐藤 健（推進責任者（8番））' }).waitFor();
    await tools.composer().fill('了解です');
    expect(await tools.nextAsked('say', () => tools.page.keyboard.press('Enter'))).toMatchObject({
      as: 'U0LEAD',
    });
  });

  test('the Home tab is asked for and drawn', async () => {
    const home = await tools.nextAsked('home', () =>
      tools.page.getByRole('button', { name: 'Shinchoku', exact: true }).click(),
    );
    expect(home).toEqual({ as: 'U0STAFF' });
    const blocks = [{ type: 'header', text: { type: 'plain_text', text: '今日すること' } }];
    tools.server.tell(aState({ home: { ...aModal(), type: 'home', blocks } }));
    await tools.page.getByRole('heading', { name: '今日すること' }).waitFor();
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
    tools.server.tell(
      aState({
        refusals: [{ id: 3, method: 'views.open', problem: 'invalid_blocks' }],
        log: [{ ...entry, direction: 'to-bot', milliseconds: 3100 }],
      }),
    );
    await tools.page.getByText('3秒超 3,100 ms').waitFor();
    const dismiss = () => tools.page.getByRole('button', { name: 'views.open の拒否の表示を閉じる' }).click();
    expect(await tools.nextAsked('dismiss', dismiss)).toEqual({ id: 3 });
  });

  test('at 375 px nothing is wider than the window, and the panels open and close', async () => {
    await tools.page.setViewportSize({ width: 375, height: 800 });
    const wide = { type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(300) } };
    tools.server.tell(aState({ messages: [aMessage({ blocks: [wide] })] }));
    await tools.page.locator('article').waitFor();
    expect(await tools.page.evaluate('document.documentElement.scrollWidth')).toBe(375);
    const sidebar = tools.page.getByRole('navigation', { name: '会話' });
    expect(await sidebar.isVisible()).toBe(false);
    await tools.page.getByRole('button', { name: '会話の一覧' }).click();
    expect(await sidebar.isVisible()).toBe(true);
    await tools.page.keyboard.press('Escape');
    expect(await tools.focused()).toBe('会話の一覧');
    await tools.page.waitForFunction('!document.querySelector("#page").classList.contains("sidebar-open")');
  });
}
