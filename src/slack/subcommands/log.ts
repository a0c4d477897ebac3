import type { Subcommand } from '../subcommand.ts';
import { answerWithButton } from './opens.ts';

/** `/project 8 log R2.8.25 ローカル5G実証を開始 [12社30名]`: opens the form that records what was done, filled in. */
export const log: Subcommand = {
  name: 'log',
  names: ['記録', 'log', 'ログ', '進捗を記録', '進捗記録'],
  of: 'either',
  opens: 'record-milestone',
  help: [
    {
      ja: '8 記録 R2.8.25 ローカル5G実証を開始 [12社30名]',
      en: '8 log R2.8.25 ローカル5G実証を開始 [12社30名]',
      does: 'help.log',
    },
  ],
  answer: answerWithButton('record-milestone'),
};
