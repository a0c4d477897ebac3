import { readTrail } from '../../actions/read-trail.ts';
import { answerSheet } from '../messages/answer-sheet.ts';
import type { Subcommand } from '../subcommand.ts';
import { answerAsOf } from './of-project.ts';

/** `/project 8 答弁`: sentences to be copied into an answer; `/project 8 答弁 @R2.3`: as of then. */
export const answers: Subcommand = {
  name: 'answers',
  names: ['答弁', 'answers', 'answer', '答弁書', '想定問答'],
  of: 'one',
  takesTime: true,
  help: [
    { ja: '8 答弁', en: '8 answers', does: 'help.answers' },
    { ja: '8 答弁 @R2.3', en: '8 answers @2020-03', does: 'help.pastAnswers' },
  ],
  answer: (asked) =>
    answerAsOf(asked, async (project, view) => {
      const trail = await readTrail(asked.ports.store, project.id);
      return answerSheet({ project, trail }, asked.page, view);
    }),
};
