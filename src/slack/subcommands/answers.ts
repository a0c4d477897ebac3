import { readTrail } from '../../actions/read-trail.ts';
import { answerSheet } from '../messages/answer-sheet.ts';
import type { Subcommand } from '../subcommand.ts';
import { answerAsOf } from './of-project.ts';

/** `/project 8 答弁`: sentences to be copied into an answer; `/project 8 答弁 @R2.3`: as of then. */
export const answers: Subcommand = {
  name: 'answers',
  names: ['答弁', 'answers', 'answer', '答弁書', '想定問答'],
  readings: ['とうべん', 'とうべんしょ', 'そうていもんどう'],
  of: 'one',
  takesTime: true,
  help: [
    { ja: '{number} 答弁', en: '{number} answers', does: 'help.answers', topic: 'share' },
    { ja: '{number} 答弁 @{past}', en: '{number} answers @{past}', does: 'help.pastAnswers', topic: 'share' },
  ],
  answer: (asked) =>
    answerAsOf(asked, async (project, view) => {
      const trail = await readTrail(asked.ports.store, project.id);
      return answerSheet({ project, trail }, asked.page, view);
    }),
};
