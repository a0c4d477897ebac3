import type { Subcommand } from '../subcommand.ts';
import { answerWithButton } from './opens.ts';

/** `/project 8 set IoT導入率 15.2% R2.8`: opens the form that records where an indicator stands, filled in. */
export const set: Subcommand = {
  name: 'set',
  names: ['値', 'set', '値を記録', '指標を記録'],
  readings: ['あたい', 'あたいをきろく', 'しひょうをきろく'],
  of: 'either',
  opens: 'record-observation',
  help: [
    {
      ja: '{number} 値 {indicator} {value} {month}',
      en: '{number} set {indicator} {value} {month}',
      does: 'help.set',
      topic: 'record',
      short: true,
    },
  ],
  answer: answerWithButton('record-observation'),
};
