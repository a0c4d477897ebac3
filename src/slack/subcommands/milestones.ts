import { milestonePage } from '../messages/milestone-page.ts';
import type { Subcommand } from '../subcommand.ts';
import { answerAsOf } from './of-project.ts';

/** `/project 8 進捗`: all that a project has achieved; `/project 8 進捗 @R2.3`: had achieved by then. */
export const milestones: Subcommand = {
  name: 'milestones',
  names: ['進捗', 'milestones', 'milestone', '実績', '取組'],
  readings: ['しんちょく', 'じっせき', 'とりくみ'],
  of: 'one',
  takesTime: true,
  help: [{ ja: '{number} 進捗', en: '{number} milestones', does: 'help.milestones', topic: 'read' }],
  answer: (asked) => answerAsOf(asked, (project, view) => milestonePage(project, asked.page, view)),
};
