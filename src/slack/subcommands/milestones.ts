import { milestonePage } from '../messages/milestone-page.ts';
import type { Subcommand } from '../subcommand.ts';
import { answerOfProject } from './of-project.ts';

/** `/project 8 進捗`: all that a project has achieved. */
export const milestones: Subcommand = {
  name: 'milestones',
  names: ['進捗', 'milestones', 'milestone', '実績', '取組'],
  of: 'one',
  help: [{ ja: '8 進捗', en: '8 milestones', does: 'help.milestones' }],
  answer: (asked) => answerOfProject(asked, (project) => milestonePage(project, asked.page, asked)),
};
