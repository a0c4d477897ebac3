import type { KnownBlock, ModalView } from '@slack/types';
import { askActionPrefix, context } from '../blocks/build.ts';
import { limits } from '../blocks/limits.ts';
import { paragraph, richText, text } from '../blocks/rich-text.ts';
import { shorten } from '../blocks/shorten.ts';
import type { Words } from '../words/index.ts';

/** A view without blocks and submit button. */
export function emptyView(title: string, words: Words): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: shorten(title, limits.viewTitle), emoji: false },
    close: { type: 'plain_text', text: words('modal.close'), emoji: false },
    blocks: [],
  };
}

/** What is shown at once while something is being gathered or written. */
export function loadingView(
  title: string,
  words: Words,
  says: 'modal.loading' | 'submit.slow' = 'modal.loading',
): ModalView {
  return { ...emptyView(title, words), blocks: [context(words(says))] };
}

/** A view that only says something. Buttons that ask answer in a conversation, and have none here. */
export function messageView(title: string, words: Words, blocks: readonly KnownBlock[]): ModalView {
  const shown = blocks.map(withoutAsking).filter((block) => block !== null);
  return { ...emptyView(title, words), blocks: shown.slice(0, limits.viewBlocks) };
}

function withoutAsking(block: KnownBlock): KnownBlock | null {
  if (block.type !== 'actions') return block;
  const elements = block.elements.filter(({ action_id: id }) => !id?.startsWith(askActionPrefix));
  return elements.length === 0 ? null : { ...block, elements };
}

/** A sentence in a view of its own. */
export function sentenceBlock(sentence: string): KnownBlock {
  return richText([paragraph(text(sentence))]);
}
