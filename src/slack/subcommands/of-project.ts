import { showProject } from '../../actions/ask.ts';
import type { Project } from '../../domain/project.ts';
import { refusalMessage } from '../messages/refusal.ts';
import type { Reply } from '../reply.ts';
import type { Asked } from '../subcommand.ts';

/** Answers with the project that was asked of, or says why not. */
export async function answerOfProject(
  asked: Asked,
  render: (project: Project, asked: Asked) => Reply,
): Promise<Reply> {
  const { ports, person, words, project: number } = asked;
  if (number === null) throw new Error('a sub-command of one project was called without a project');
  const found = await showProject(ports, { person, number });
  return found.ok ? render(found.value, asked) : refusalMessage(found.refusal, words);
}
