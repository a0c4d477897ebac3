import { listProjects } from '../../actions/ask.ts';
import { projectList } from '../messages/project-list.ts';
import { refusalMessage } from '../messages/refusal.ts';
import type { Subcommand } from '../subcommand.ts';

/** `/project`: all projects. */
export const list: Subcommand = {
  name: 'list',
  names: ['一覧', 'list', 'リスト'],
  readings: ['いちらん'],
  of: 'all',
  help: [{ ja: '', en: '', does: 'help.list', topic: 'read', short: true }],
  async answer({ ports, person, words, today, page }) {
    const found = await listProjects(ports, person);
    return found.ok ? projectList(found.value, page, { words, today }) : refusalMessage(found.refusal, words);
  },
};
