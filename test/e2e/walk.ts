import type { Message } from '../../src/sandbox/slack/state/messages.ts';
import type { Running } from '../support/running.ts';
import { buttonsOf } from './read-message.ts';
import { ask, press, type Who } from './talk.ts';

const next = /^(次の|Next )/;

/** All pages of an answer, the first by typing, the others by the button to the next. */
export async function walk(running: Running, typed: string, who: Who = {}): Promise<readonly Message[]> {
  const pages = [await ask(running, typed, who)];
  for (let page = pages[0]; page !== undefined && hasNext(page); ) {
    page = await press(running, page, next, who);
    pages.push(page);
  }
  return pages;
}

function hasNext(page: Message): boolean {
  return buttonsOf(page).some(({ label }) => next.test(label));
}
