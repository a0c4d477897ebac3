import { listSearchWords } from '../../actions/list-search-words.ts';
import { readWordsHistory } from '../../actions/writes/read-history.ts';
import { wordsHistoryPage } from '../messages/history-page.ts';
import { manageRefusedMessage } from '../messages/manage.ts';
import { refusalMessage } from '../messages/refusal.ts';
import { searchWordsMessage } from '../messages/search-words.ts';
import type { Reply } from '../reply.ts';
import type { Asked, Subcommand } from '../subcommand.ts';
import { subcommandNamed } from '../subcommand-named.ts';
import { history } from './history.ts';
import { mayAdminister } from './may-administer.ts';

/** `/project 言葉`: the words and synonyms of the search; administrators add and change them from here. */
export const searchWords: Subcommand = {
  name: 'words',
  names: ['言葉', 'words', '言い換え', '同義語', 'synonyms'],
  readings: ['ことば', 'いいかえ', 'どうぎご'],
  of: 'all',
  takesRest: true,
  worksEmpty: true,
  namesAsker: true,
  help: [
    { ja: '言葉', en: 'words', does: 'help.words', topic: 'read' },
    { ja: '言葉 履歴', en: 'words history', does: 'help.wordsHistory', topic: 'admin' },
  ],
  async answer(asked) {
    const { ports, person, words, page, rest } = asked;
    if (subcommandNamed(rest, [history]) !== null) return historyOfWords(asked);
    const found = await listSearchWords(ports, { person, typed: rest });
    if (!found.ok) return refusalMessage(found.refusal, words);
    const view = { words, page, typed: rest, mayAdminister: await mayAdminister(asked) };
    return searchWordsMessage(found.value, view);
  },
};

async function historyOfWords({ ports, person, words, page, now, timeZone }: Asked): Promise<Reply> {
  const found = await readWordsHistory(ports, { person, page, now });
  if (found.ok) {
    return wordsHistoryPage(found.value, { words, timeZone, project: null, posts: [], projects: [] });
  }
  const ask = found.refusal.why === 'standing' ? [] : found.refusal.ask;
  return manageRefusedMessage({ who: 'administrators', ask }, words);
}
