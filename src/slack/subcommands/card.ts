import { projectCard } from '../messages/project-card.ts';
import type { Subcommand } from '../subcommand.ts';
import { answerOfProject } from './of-project.ts';

/** `/project 8`: the project at a glance. */
export const card: Subcommand = {
  name: 'card',
  names: ['カード', 'card', '概要'],
  of: 'one',
  help: [{ ja: '8', en: '8', does: 'help.card' }],
  answer: (asked) => answerOfProject(asked, projectCard),
};
