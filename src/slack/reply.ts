import type { KnownBlock } from '@slack/types';
import { fitMessage } from './fit-message.ts';

/** An answer, not yet sent. */
export interface Reply {
  /** The answer in a sentence, for notifications and screen readers; escaped for mrkdwn. */
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  /** Who sees it: the person who asked, or everybody in the channel. */
  readonly audience: 'asker' | 'channel';
}

/** An answer for the person who asked, in a length that Slack takes. `sentence` is taken literally. */
export function reply(sentence: string, blocks: readonly KnownBlock[]): Reply {
  return { text: escapeMrkdwn(sentence), blocks: fitMessage(blocks), audience: 'asker' };
}

/** Text for a field that Slack reads as mrkdwn, such that Slack shows it as it is. */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
