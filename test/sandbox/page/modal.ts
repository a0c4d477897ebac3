import { expect, test } from '@jest/globals';
import { aModal, aState, textField } from './factory.ts';
import type { PageTools } from './in-chromium.ts';

/** What the page does: a modal. */
export function modals(tools: PageTools): void {
  const open = async (...[difference]: Parameters<typeof aModal>) => {
    tools.server.tell(aState({ modals: [aModal(difference)] }));
    await tools.dialog().waitFor();
  };

  test('a required field that is empty is not sent: the error stands at it, the focus too', async () => {
    await open();
    await tools.page.getByRole('button', { name: '記録する' }).click();
    await tools.dialog().getByText('この項目は必須です').waitFor();
    expect(tools.asked('submit')).toEqual([]);
    expect(await tools.page.locator('[data-block="what"] :focus').count()).toBe(1);
    expect(await tools.page.getByLabel('内容').getAttribute('aria-invalid')).toBe('true');
  });

  test('the bot’s error stands at its field, and what was typed stays', async () => {
    tools.server.answer('submit', () => ({ ok: true, errors: { value: '0から100の数を入力してください' } }));
    await open({
      blocks: [textField({ block_id: 'what', label: '内容' }), textField({ block_id: 'value', label: '値' })],
    });
    await tools.page.getByLabel('内容').fill('実証を開始');
    await tools.page.getByLabel('値').fill('150');
    const sent = await tools.nextAsked('submit', () => tools.page.keyboard.press('Enter'));
    expect(sent).toMatchObject({
      viewId: 'V1',
      values: { value: { text: { type: 'plain_text_input', value: '150' } } },
    });
    await tools.page.locator('[data-block="value"]').getByText('0から100の数').waitFor();
    expect(await tools.page.getByLabel('内容').inputValue()).toBe('実証を開始');
    expect(await tools.page.locator('[data-block="value"] :focus').count()).toBe(1);
  });

  test('views.update keeps what was typed where block_id and action_id stay, and the focus', async () => {
    await open();
    await tools.page.getByLabel('内容').fill('実証を開始');
    const note = { type: 'section', text: { type: 'mrkdwn', text: '読み込みました' } };
    tools.server.tell(aState({ modals: [aModal({ hash: '2', blocks: [note, ...aModal().blocks] })] }));
    await tools.dialog().getByText('読み込みました').waitFor();
    expect(await tools.page.getByLabel('内容').inputValue()).toBe('実証を開始');
    expect(await tools.page.locator('[data-block="what"] :focus').count()).toBe(1);
  });

  test('Escape closes it without a question and tells the bot', async () => {
    await open();
    expect(await tools.nextAsked('close', () => tools.page.keyboard.press('Escape'))).toMatchObject({
      viewId: 'V1',
      all: true,
    });
    expect(await tools.dialog().count()).toBe(0);
  });

  test('a view pushed on another leads back', async () => {
    tools.server.tell(aState({ modals: [aModal(), aModal({ id: 'V2', title: '確認' })] }));
    await tools.page.getByRole('heading', { name: '確認' }).waitFor();
    const close = await tools.nextAsked('close', () =>
      tools.page.getByRole('button', { name: '前の画面へ戻る' }).click(),
    );
    expect(close).toMatchObject({ viewId: 'V2', all: false });
    await tools.page.getByRole('heading', { name: '進捗を記録' }).waitFor();
  });

  test('an external select asks the bot and takes the choice by keyboard', async () => {
    const option = { text: { type: 'plain_text', text: '8 デジタル化' }, value: '8' };
    tools.server.answer('suggest', () => ({ ok: true, options: [option] }));
    const element = { type: 'external_select', action_id: 'project', min_query_length: 1 };
    await open({ blocks: [textField({ block_id: 'which', label: 'プロジェクト', element })] });
    await tools.page.getByLabel('プロジェクト').click();
    const ask = await tools.nextAsked('suggest', () => tools.page.keyboard.type('８'));
    expect(ask).toMatchObject({
      viewId: 'V1',
      ts: null,
      blockId: 'which',
      actionId: 'project',
      typed: '８',
    });
    await tools.page.getByRole('option', { name: '8 デジタル化' }).waitFor();
    await tools.page.keyboard.press('Enter');
    const sent = await tools.nextAsked('submit', () =>
      tools.page.getByRole('button', { name: '記録する' }).click(),
    );
    expect(sent).toMatchObject({ values: { which: { project: { selected_option: option } } } });
  });

  test('Escape in an open list closes the list only', async () => {
    const options = [{ text: { type: 'plain_text', text: '達成' }, value: '1' }];
    const element = { type: 'static_select', action_id: 's', options };
    await open({ blocks: [textField({ block_id: 'state', label: '状態', element })] });
    await tools.page.getByLabel('状態').click();
    await tools.page.getByRole('option', { name: '達成' }).waitFor();
    await tools.page.keyboard.press('Escape');
    expect(await tools.page.getByRole('option').count()).toBe(0);
    expect(await tools.dialog().count()).toBe(1);
  });
}
