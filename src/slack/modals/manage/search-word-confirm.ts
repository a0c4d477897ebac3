import type { Change } from '../../../domain/change.ts';
import { searchWordWrittenMessage } from '../../messages/search-word-written.ts';
import type { Reply } from '../../reply.ts';
import type { Confirming, Written } from '../modal.ts';

/** What was changed of the words, and what the search finds with them from now on. */
export async function confirmSearchWord(written: Written, view: Confirming): Promise<Reply> {
  const typed = written.changes.flatMap(askedFor)[0] ?? '';
  return searchWordWrittenMessage(written, { ...view, typed, found: await view.find(typed) });
}

/** What a person would type to find it. */
function askedFor({ before, after }: Change): readonly string[] {
  const snapshot = after ?? before;
  if (snapshot?.kind === 'word') return [snapshot.written];
  return snapshot?.kind === 'synonym' ? [snapshot.from] : [];
}
