import { indicatorPage } from '../messages/indicator-page.ts';
import type { Subcommand } from '../subcommand.ts';
import { answerOfProject } from './of-project.ts';

/** `/project 8 指標`: all indicators of a project. */
export const indicators: Subcommand = {
  name: 'indicators',
  names: ['指標', 'indicators', 'indicator', 'KPI'],
  of: 'one',
  help: [{ ja: '8 指標', en: '8 indicators', does: 'help.indicators' }],
  answer: (asked) => answerOfProject(asked, (project) => indicatorPage(project, asked.page, asked)),
};
