import type { Subcommand } from '../subcommand.ts';
import { answerWithButton } from './opens.ts';

/** `/project 8 log R2.8.25 ローカル5G実証を開始 [12社30名]`: opens the form that records what was done, filled in. */
export const log: Subcommand = {
  name: 'log',
  names: ['記録', 'log', 'ログ', '進捗を記録', '進捗記録'],
  readings: ['きろく', 'しんちょくをきろく', 'しんちょくきろく'],
  of: 'either',
  opens: 'record-milestone',
  help: [
    {
      ja: '{number} 記録 {day} {event}',
      en: '{number} log {day} {event}',
      does: 'help.log',
      topic: 'record',
      short: true,
    },
    {
      ja: '{number} 記録 {day} {event} [12社30名]',
      en: '{number} log {day} {event} [12社30名]',
      does: 'help.logFigures',
      topic: 'record',
    },
  ],
  answer: answerWithButton('record-milestone'),
};
