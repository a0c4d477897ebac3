import { readHistory } from '../../actions/writes/read-history.ts';
import { historyPage } from '../messages/history-page.ts';
import { concernsPeople } from '../messages/parts/people-lines.ts';
import { refusalMessage } from '../messages/refusal.ts';
import type { Subcommand } from '../subcommand.ts';
import { mayAdminister } from './may-administer.ts';

/** `/project 8 履歴`: who changed what, and the way back. */
export const history: Subcommand = {
  name: 'history',
  names: ['履歴', 'history', '変更履歴'],
  readings: ['りれき', 'へんこうりれき'],
  of: 'one',
  // What can be taken back depends on the moment.
  namesAsker: true,
  help: [{ ja: '{number} 履歴', en: '{number} history', does: 'help.history', topic: 'record' }],
  async answer(asked) {
    const { ports, person, project: number, page, now, words, timeZone } = asked;
    if (number === null) throw new Error('the history was called without a project');
    const found = await readHistory(ports, { person, number, page, now });
    if (!found.ok) return refusalMessage(found.refusal, words);
    const { entries, project: summary } = found.value;
    const namesPeople = entries.some(({ changes }) => changes.some(concernsPeople));
    const [project, posts, administers] = await Promise.all([
      ports.reader.findProject(number),
      namesPeople ? ports.store.listPosts() : [],
      namesPeople ? mayAdminister(asked) : false,
    ]);
    // Others see who was given a role; only administrators take it back.
    const shown = entries.map((entry) =>
      concernsPeople(entry.change) && !administers ? { ...entry, undoable: false } : entry,
    );
    return historyPage(
      { ...found.value, entries: shown },
      { words, timeZone, project, posts, projects: [summary] },
    );
  },
};
