import { listSearchWords } from '../../actions/list-search-words.ts';
import { refusalMessage } from '../messages/refusal.ts';
import { searchWordsMessage } from '../messages/search-words.ts';
import type { Subcommand } from '../subcommand.ts';
import { mayAdminister } from './may-administer.ts';

/** `/project 言葉`: the words and synonyms of the search; administrators add and change them from here. */
export const searchWords: Subcommand = {
  name: 'words',
  names: ['言葉', 'words', '言い換え', '同義語', 'synonyms'],
  of: 'all',
  takesRest: true,
  worksEmpty: true,
  namesAsker: true,
  help: [{ ja: '言葉', en: 'words', does: 'help.words' }],
  async answer(asked) {
    const { ports, person, words, page, rest } = asked;
    const found = await listSearchWords(ports, { person, typed: rest });
    if (!found.ok) return refusalMessage(found.refusal, words);
    const view = { words, page, typed: rest, mayAdminister: await mayAdminister(asked) };
    return searchWordsMessage(found.value, view);
  },
};
