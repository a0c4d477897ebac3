import { indicatorPage } from '../messages/indicator-page.ts';
import type { Subcommand } from '../subcommand.ts';
import { answerAsOf } from './of-project.ts';

/** `/project 8 指標`: all indicators of a project; `/project 8 指標 @R2.3`: as they were then. */
export const indicators: Subcommand = {
  name: 'indicators',
  names: ['指標', 'indicators', 'indicator', 'KPI'],
  readings: ['しひょう'],
  of: 'one',
  takesTime: true,
  help: [
    { ja: '{number} 指標', en: '{number} indicators', does: 'help.indicators', topic: 'read' },
    {
      ja: '{number} 指標 @{past}',
      en: '{number} indicators @{past}',
      does: 'help.pastIndicators',
      topic: 'read',
    },
  ],
  answer: (asked) => answerAsOf(asked, (project, view) => indicatorPage(project, asked.page, view)),
};
