import type { Subcommand } from '../subcommand.ts';
import { answerWithButton } from './opens.ts';

/** `/project 8 plan R2.11下旬 実証実験の開始`: opens the form that adds what is to come, filled in. */
export const plan: Subcommand = {
  name: 'plan',
  names: ['予定追加', 'plan', '予定を追加'],
  readings: ['よていついか', 'よていをついか'],
  of: 'either',
  opens: 'plan-event',
  help: [
    {
      ja: '{number} 予定追加 {next}下旬 {event}',
      en: '{number} plan {next} {event}',
      does: 'help.plan',
      topic: 'record',
    },
  ],
  answer: answerWithButton('plan-event'),
};
