import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { CHANNEL, eachIntake, LEAD, openSeededStore, type Running, run } from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';
import { fieldsIn, formOf, newestFor, saidIn, submit } from './forms.ts';
import { wordsOf } from './read-message.ts';
import { ask, press } from './talk.ts';

describe.each(eachIntake)('over %s', (_name, intake) => {
  let opened: OpenedStore;
  let running: Running;
  beforeEach(async () => {
    opened = await openSeededStore();
    running = await run({ intake, reader: opened.store, changes: opened.store, administrators: [LEAD] });
  });
  afterEach(async () => {
    const complaints = await running.stop();
    await opened.cleanUp();
    expect(complaints).toEqual([]);
  });

  test('a line opens the form filled in, and submitting it writes', async () => {
    await running.slack.command({
      as: LEAD,
      conversation: CHANNEL,
      text: '/project 8 記録 R2.8.20 ローカル5G実証を開始 [12社30名]',
    });
    const form = await formOf(running, LEAD);
    expect(fieldsIn(form)).toMatchObject({
      text: 'ローカル5G実証を開始',
      when: 'R2.8.20',
      figures: '12社30名',
    });
    expect(saidIn(form)).toContain('8番');
    expect(await submit(running, LEAD)).toEqual({ kind: 'taken' });
    expect(running.slack.modals(LEAD)).toEqual([]);
    const told = newestFor(running, LEAD);
    expect(wordsOf(told ?? { blocks: [] })).toContain('ローカル5G実証を開始');
    const card = await ask(running, '8', { as: LEAD });
    expect(wordsOf(card)).toContain('ローカル5G実証を開始');
    if (told === undefined) throw new Error('no confirmation');
    const undone = await press(running, told, '取り消す', { as: LEAD });
    expect(wordsOf(undone)).toContain('取り消しました');
    expect(wordsOf(await ask(running, '8', { as: LEAD }))).not.toContain('ローカル5G実証を開始');
  });
});
