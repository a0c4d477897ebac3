import { indicatorPage } from '../messages/indicator-page.ts';
import type { Subcommand } from '../subcommand.ts';
import { answerAsOf } from './of-project.ts';

/** `/project 8 指標`: all indicators of a project; `/project 8 指標 @R2.3`: as they were then. */
export const indicators: Subcommand = {
  name: 'indicators',
  names: ['指標', 'indicators', 'indicator', 'KPI'],
  of: 'one',
  takesTime: true,
  help: [
    { ja: '8 指標', en: '8 indicators', does: 'help.indicators' },
    { ja: '8 指標 @R2.3', en: '8 indicators @2020-03', does: 'help.pastIndicators' },
  ],
  answer: (asked) => answerAsOf(asked, (project, view) => indicatorPage(project, asked.page, view)),
};
