import { projectCard } from '../messages/project-card.ts';
import type { Subcommand } from '../subcommand.ts';
import { answerAsOf } from './of-project.ts';

/** `/project 8`: the project at a glance; `/project 8 @R2.3`: as it was then. */
export const card: Subcommand = {
  name: 'card',
  names: ['カード', 'card', '概要'],
  readings: ['がいよう'],
  of: 'one',
  takesTime: true,
  help: [
    { ja: '{number}', en: '{number}', does: 'help.card', topic: 'read', short: true },
    { ja: '{number} @{past}', en: '{number} @{past}', does: 'help.past', topic: 'read' },
  ],
  answer: (asked) => answerAsOf(asked, projectCard),
};
