import { expect, test } from '@jest/globals';
import { aMessage, aState } from './factory.ts';
import type { PageTools } from './in-chromium.ts';

/** Runs in the browser: whether the element lies outside what its scroller shows. */
const isOutOfSight = (element: { getBoundingClientRect: () => { top: number; bottom: number } }) => {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom < 90 || top > 700;
};

/** What the page does: messages. */
export function messages(tools: PageTools): void {
  test('the bot’s answer: name, mark, time of Tokyo, for me only', async () => {
    const blocks = [{ type: 'header', text: { type: 'plain_text', text: '8　デジタル化' } }];
    tools.server.tell(aState({ messages: [aMessage({ user: 'U0BOT', blocks, ephemeral: true })] }));
    const message = tools.page.getByRole('article', { name: 'Shinchoku のメッセージ' });
    expect(await message.textContent()).toBe(
      'あなただけに表示されています進Shinchokuアプリ9:008　デジタル化',
    );
  });

  test('the words around it are in the language of the person whose window it is', async () => {
    const people = [{ id: 'U0STAFF', realName: 'Emily', role: '職員', locale: 'en-US' }];
    const own = aMessage({ user: 'U0BOT', text: 'Found', ephemeral: true });
    const changed = aMessage({ user: 'U0BOT', text: 'Done', edited: true });
    tools.server.tell(aState({ people, messages: [own, changed] }));
    await tools.page.getByText('Only visible to you').waitFor();
    const shown = (await tools.page.locator('#message-list').textContent()) ?? '';
    expect(shown).toContain('ShinchokuAPP');
    expect(shown).toContain('Done (edited)');
    expect(shown).not.toMatch(/アプリ|編集済み|あなただけ/);
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
    tools.server.tell(
      aState({ messages: [aMessage({ text }), aMessage({ text, blocks: [table, section, markdown] })] }),
    );
    await tools.page.locator('article').nth(1).waitFor();
    const shown = (await tools.page.locator('#message-list').textContent()) ?? '';
    expect(shown.split(text).length - 1).toBe(5);
    expect(await tools.page.locator('#messages img, #messages script').count()).toBe(0);
    expect(await tools.page.evaluate('window.pwned')).toBeUndefined();
  });

  test('a link to a script is no link', async () => {
    const link = { type: 'link', url: 'javascript:alert(1)', text: '押す' };
    const rich = { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [link] }] };
    tools.server.tell(aState({ messages: [aMessage({ blocks: [rich] })] }));
    await tools.page.getByText('押す').waitFor();
    expect(await tools.page.locator('#messages a').count()).toBe(0);
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
    tools.server.tell(aState({ messages: [message] }));
    await tools.page.getByRole('button', { name: '却下' }).click();
    await tools.page.keyboard.press('Escape');
    expect(tools.asked('act')).toEqual([]);
    await tools.page.getByRole('button', { name: '却下' }).click();
    const act = await tools.nextAsked('act', () =>
      tools.page.getByRole('button', { name: '却下する' }).click(),
    );
    expect(act).toMatchObject({
      from: { kind: 'message', ts: message.ts, conversation: 'C0GENERAL' },
      blockId: 'acts',
      actionId: 'reject',
      chosen: {},
    });
  });

  test('a keyboard goes on in the message whose pressed button the answer has replaced', async () => {
    const withButton = (label: string) => [
      {
        type: 'actions',
        block_id: label,
        elements: [{ type: 'button', action_id: label, text: { type: 'plain_text', text: label } }],
      },
    ];
    const message = aMessage({ user: 'U0BOT', blocks: withButton('共有') });
    tools.server.tell(aState({ messages: [message] }));
    await tools.page.getByRole('button', { name: '共有' }).press('Enter');
    for (const next of ['投稿する', 'カードへ']) {
      tools.server.tell(aState({ messages: [{ ...message, blocks: withButton(next) }] }));
      await tools.page.getByRole('button', { name: next }).waitFor();
      expect(await tools.focused()).toBe('Shinchoku のメッセージ');
    }
    await tools.page.keyboard.press('Tab');
    expect(await tools.page.evaluate('document.activeElement.textContent')).toBe('カードへ');
  });

  test('the … menu runs a message shortcut by keyboard', async () => {
    const message = aMessage();
    tools.server.tell(aState({ messages: [message] }));
    await tools.page.getByRole('button', { name: 'メッセージの操作' }).focus();
    await tools.page.keyboard.press('Enter');
    await tools.page.getByRole('menuitem', { name: '進捗として記録' }).waitFor();
    const shortcut = await tools.nextAsked('shortcut', () => tools.page.keyboard.press('Enter'));
    expect(shortcut).toMatchObject({ callbackId: 'record', ts: message.ts, conversation: 'C0GENERAL' });
  });

  test('the newest stays in sight; a reader who scrolled up is left alone until he sends', async () => {
    const many = Array.from({ length: 40 }, (_, at) => aMessage({ text: `${at}番目` }));
    const newest = (text: string) => aState({ messages: [...many, aMessage({ text })] });
    const hidden = (text: string) => tools.page.getByText(text).evaluate(isOutOfSight);
    tools.server.tell(newest('最新'));
    await tools.page.getByText('最新').waitFor();
    expect(await hidden('最新')).toBe(false);
    await tools.page.getByText('0番目', { exact: true }).scrollIntoViewIfNeeded();
    tools.server.tell(newest('その次'));
    await tools.page.getByText('その次').waitFor();
    expect(await hidden('その次')).toBe(true);
    await tools.composer().fill('ありがとうございます');
    await tools.nextAsked('say', () => tools.page.keyboard.press('Enter'));
    expect(await hidden('その次')).toBe(false);
  });

  test('an unknown block is a visible note', async () => {
    tools.server.tell(aState({ messages: [aMessage({ blocks: [{ type: 'mystery' }] })] }));
    await tools.page.getByText('この画面が知らないブロックです: mystery').waitFor();
  });
}
