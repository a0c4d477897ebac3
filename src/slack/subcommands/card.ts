import { projectCard } from '../messages/project-card.ts';
import type { Subcommand } from '../subcommand.ts';
import { answerAsOf } from './of-project.ts';

/** `/project 8`: the project at a glance; `/project 8 @R2.3`: as it was then. */
export const card: Subcommand = {
  name: 'card',
  names: ['カード', 'card', '概要'],
  of: 'one',
  takesTime: true,
  help: [
    { ja: '8', en: '8', does: 'help.card' },
    { ja: '8 @R2.3', en: '8 @2020-03', does: 'help.past' },
  ],
  answer: (asked) => answerAsOf(asked, projectCard),
};
