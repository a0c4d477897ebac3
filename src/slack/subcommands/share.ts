import { sharedCard, sharePreview } from '../messages/share.ts';
import type { Subcommand } from '../subcommand.ts';
import { answerOfProject } from './of-project.ts';

/** `/project 8 共有`: shows what the channel would see, and asks. */
export const share: Subcommand = {
  name: 'share',
  names: ['共有', 'share'],
  readings: ['きょうゆう'],
  of: 'one',
  namesAsker: true,
  help: [{ ja: '{number} 共有', en: '{number} share', does: 'help.share', topic: 'share', short: true }],
  answer: (asked) => answerOfProject(asked, (project) => sharePreview(project, asked.person.id, asked)),
};

/** What the button of the preview calls: the card for everybody in the channel. */
export const post: Subcommand = {
  name: 'post',
  names: ['post', '投稿'],
  of: 'one',
  namesAsker: true,
  help: [],
  answer: (asked) => answerOfProject(asked, (project) => sharedCard(project, asked.person.id, asked)),
};
