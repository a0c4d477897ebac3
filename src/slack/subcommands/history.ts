import { readHistory } from '../../actions/writes/read-history.ts';
import { historyPage } from '../messages/history-page.ts';
import { concernsPeople } from '../messages/parts/people-lines.ts';
import { refusalMessage } from '../messages/refusal.ts';
import type { Subcommand } from '../subcommand.ts';

/** `/project 8 履歴`: who changed what, and the way back. */
export const history: Subcommand = {
  name: 'history',
  names: ['履歴', 'history', '変更履歴'],
  of: 'one',
  // What can be taken back depends on the moment.
  namesAsker: true,
  help: [{ ja: '8 履歴', en: '8 history', does: 'help.history' }],
  async answer({ ports, person, project: number, page, now, words, timeZone }) {
    if (number === null) throw new Error('the history was called without a project');
    const found = await readHistory(ports, { person, number, page, now });
    if (!found.ok) return refusalMessage(found.refusal, words);
    const { entries, project: summary } = found.value;
    const namesPeople = entries.some(({ change }) => concernsPeople(change));
    const [project, posts] = await Promise.all([
      ports.reader.findProject(number),
      namesPeople ? ports.store.listPosts() : [],
    ]);
    return historyPage(found.value, { words, timeZone, project, posts, projects: [summary] });
  },
};
