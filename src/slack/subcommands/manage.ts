import { showProject } from '../../actions/ask.ts';
import { administratorsOf, decidersOf } from '../../actions/writes/may-write.ts';
import { fold } from '../../text/fold.ts';
import { manageMessage, manageRefusedMessage } from '../messages/manage.ts';
import { manageProjectMessage } from '../messages/manage-project.ts';
import { refusalMessage } from '../messages/refusal.ts';
import { retiredMessage } from '../messages/retired.ts';
import type { Reply } from '../reply.ts';
import type { Asked, Subcommand } from '../subcommand.ts';
import { mayAdminister, mayWriteTo } from './may-administer.ts';

/** `/project 管理`: all projects to add to and change; `/project 8 管理`: one with its parts. */
export const manage: Subcommand = {
  name: 'manage',
  names: ['管理', 'manage', 'admin', '設定'],
  readings: ['かんり', 'せってい'],
  of: 'either',
  worksEmpty: true,
  namesAsker: true,
  help: [
    { ja: '管理', en: 'manage', does: 'help.manage', topic: 'admin' },
    { ja: '管理 終了', en: 'manage retired', does: 'help.retired', topic: 'admin' },
    { ja: '{number} 管理', en: '{number} manage', does: 'help.manageOne', topic: 'record' },
  ],
  answer: (asked) => (asked.project === null ? manageAll(asked) : manageOne(asked, asked.project)),
};

/** 管理 終了: what was retired, and the way back. */
const retiredWords: readonly string[] = ['終了', '復活', 'retired', 'restore'].map(fold);

async function manageAll(asked: Asked): Promise<Reply> {
  const { ports, words, page, rest } = asked;
  if (!(await mayAdminister(asked))) {
    return manageRefusedMessage({ who: 'administrators', ask: await administratorsOf(ports) }, words);
  }
  const [projects, rows] = await Promise.all([ports.reader.listProjects(), ports.store.listProjectRows()]);
  return retiredWords.includes(fold(rest))
    ? retiredMessage(rows, { words, page })
    : manageMessage({ projects, rows }, { words, page });
}

async function manageOne(asked: Asked, number: number): Promise<Reply> {
  const { ports, person, words, page } = asked;
  const found = await showProject(ports, { person, number });
  if (!found.ok) return refusalMessage(found.refusal, words);
  const project = found.value;
  if (!(await mayWriteTo(asked, project.id))) {
    return manageRefusedMessage({ who: 'writers', ask: await decidersOf(ports, project.id) }, words);
  }
  const [rows, administers] = await Promise.all([ports.store.rowsOf(project.id), mayAdminister(asked)]);
  return manageProjectMessage({ project, rows, administers }, { words, page });
}
