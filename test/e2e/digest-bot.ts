import { afterEach, beforeEach, expect } from '@jest/globals';
import type { Message } from '../../src/sandbox/slack/state/messages.ts';
import type { ViewRecord } from '../../src/sandbox/slack/state/views.ts';
import { LEAD, type Running, run, STAFF } from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';
import { formOf } from './forms.ts';
import { ADMINISTRATOR, openDemoStore } from './roles-and-people.ts';
import { actionOf, ask } from './talk.ts';

/** Nobody but the prefecture is in it. */
export const IOT = 'C0IOT';
export const week = 7 * 86_400_000;
export const asLead = { as: LEAD, conversation: IOT };

/** The bot over HTTP, with the demonstration's store, for the test that runs. */
export interface DigestBot {
  readonly running: () => Running;
  readonly opened: () => OpenedStore;
  /** A person presses a button of a message that only they see. */
  readonly pressIn: (message: Message, label: string, as?: string) => Promise<void>;
  readonly openSettings: (conversation?: string, as?: string) => Promise<ViewRecord>;
  readonly submitSettings: (
    values?: Record<string, Record<string, object>>,
    as?: string,
  ) => ReturnType<Running['slack']['submit']>;
  /** The usual digest, set up by the lead. */
  readonly setUp: () => Promise<void>;
  /** What all see of a channel, without threads. */
  readonly posted: (conversation?: string) => readonly Message[];
  /** Time passes, and what is due is sent. */
  readonly pass: (milliseconds: number) => Promise<void>;
}

/** Starts it before each test of the file, and stops it behind: nothing unexpected may have come up. */
export function digestBot(): DigestBot {
  let opened: OpenedStore;
  let running: Running;
  beforeEach(async () => {
    opened = await openDemoStore();
    const { store } = opened;
    running = await run({ intake: 'http', reader: store, digests: store, administrators: [ADMINISTRATOR] });
  });
  afterEach(async () => {
    const complaints = await running.stop();
    await opened.cleanUp();
    expect(complaints).toEqual([]);
  });
  const bot: DigestBot = {
    running: () => running,
    opened: () => opened,
    pressIn: async (message, label, as = LEAD) => {
      const { conversation, ts } = message;
      const from = { kind: 'message', conversation, ts } as const;
      await running.slack.press({ as, actionId: actionOf(message, label), from });
    },
    openSettings: async (conversation = IOT, as = LEAD) => {
      await bot.pressIn(await ask(running, '配信', { as, conversation }), '追加', as);
      return formOf(running, as);
    },
    submitSettings: (values = {}, as = LEAD) => running.slack.submit({ as, values: values as never }),
    setUp: async () => {
      await bot.openSettings();
      expect(await bot.submitSettings()).toEqual({ kind: 'taken' });
    },
    posted: (conversation = IOT) =>
      running.slack.messages(conversation, STAFF).filter(({ threadTs }) => threadTs === null),
    pass: async (milliseconds) => {
      running.clock.advance(milliseconds);
      await running.digest();
    },
  };
  return bot;
}

/** What is chosen from a menu. */
export const chosen = (value: string) => ({
  chosen: { type: 'static_select', selected_option: { value } },
});

/** What is ticked among boxes. */
export const ticked = (...options: string[]) => ({
  chosen: { type: 'checkboxes', selected_options: options.map((value) => ({ value })) },
});

/** That something is not there. */
export function fail(): never {
  throw new Error('it is not there');
}
