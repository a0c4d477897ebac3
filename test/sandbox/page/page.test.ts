import { describe } from '@jest/globals';
import { aroundTheMessages } from './around.ts';
import { theComposer } from './composer.ts';
import { inChromium } from './in-chromium.ts';
import { messages } from './messages.ts';
import { modals } from './modal.ts';

// One browser for all: to start it takes longer than what most tests do in it.
inChromium((tools) => {
  describe('messages', () => messages(tools));
  describe('the composer', () => theComposer(tools));
  describe('a modal', () => modals(tools));
  describe('around the messages', () => aroundTheMessages(tools));
});
