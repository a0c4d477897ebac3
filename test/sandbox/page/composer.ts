import { expect, test } from '@jest/globals';
import type { PageTools } from './in-chromium.ts';

/** What the page does: the composer. */
export function theComposer(tools: PageTools): void {
  test('a press on a suggestion of the empty conversation sends the command', async () => {
    const press = () => tools.page.getByRole('button', { name: '/project 8', exact: false }).first().click();
    expect(await tools.nextAsked('say', press)).toMatchObject({
      as: 'U0STAFF',
      conversation: 'C0GENERAL',
      text: '/project 8',
    });
  });

  test('by keyboard alone: slash, Tab, arrows and Enter complete, Enter sends', async () => {
    await tools.page.keyboard.type('/pro');
    await tools.page.getByRole('option', { name: '/project' }).waitFor();
    await tools.page.keyboard.press('Tab');
    expect(await tools.composer().inputValue()).toBe('/project ');
    await tools.page.keyboard.press('ArrowDown');
    await tools.page.keyboard.press('ArrowDown');
    await tools.page.keyboard.press('Enter');
    expect(await tools.composer().inputValue()).toBe('/project 8 指標');
    expect(tools.asked('say')).toEqual([]);
    expect(await tools.nextAsked('say', () => tools.page.keyboard.press('Enter'))).toMatchObject({
      text: '/project 8 指標',
    });
  });

  test('what is typed in full is sent by Enter though more is offered, and Escape closes the list', async () => {
    await tools.page.keyboard.type('/project 8');
    await tools.page.getByRole('listbox').first().waitFor();
    expect(await tools.composer().getAttribute('aria-expanded')).toBe('true');
    await tools.page.keyboard.press('Escape');
    expect(await tools.composer().getAttribute('aria-expanded')).toBe('false');
    expect(await tools.nextAsked('say', () => tools.page.keyboard.press('Enter'))).toMatchObject({
      text: '/project 8',
    });
  });

  test('Up brings the last text back', async () => {
    await tools.nextAsked('say', async () => {
      await tools.page.keyboard.type('おはよう');
      await tools.page.keyboard.press('Enter');
    });
    await tools.page.waitForFunction(
      'document.activeElement.value === "" && !document.activeElement.readOnly',
    );
    await tools.page.keyboard.press('ArrowUp');
    expect(await tools.composer().inputValue()).toBe('おはよう');
  });

  test('Shift+Enter begins a new line', async () => {
    await tools.page.keyboard.type('a');
    await tools.page.keyboard.press('Shift+Enter');
    await tools.page.keyboard.type('b');
    expect(await tools.composer().inputValue()).toBe('a\nb');
  });

  test('a text that did not arrive stays, and the page says why', async () => {
    tools.server.answer('say', () => ({ ok: false, error: 'ボットが止まっています' }));
    await tools.nextAsked('say', async () => {
      await tools.page.keyboard.type('/project 8');
      await tools.page.keyboard.press('Enter');
    });
    await tools.page.getByText('ボットが止まっています').waitFor();
    expect(await tools.composer().inputValue()).toBe('/project 8');
  });
}
