import { showProject } from '../../actions/ask.ts';
import { projectAsOf } from '../../domain/as-of.ts';
import { readPastDay } from '../../domain/period/read-past-day.ts';
import type { Project } from '../../domain/project.ts';
import type { View } from '../messages/parts/view.ts';
import { refusalMessage } from '../messages/refusal.ts';
import type { Reply } from '../reply.ts';
import type { Asked } from '../subcommand.ts';

/** Answers with the project that was asked of, or says why not. */
export async function answerOfProject(
  asked: Asked,
  render: (project: Project, asked: Asked) => Reply | Promise<Reply>,
): Promise<Reply> {
  const { ports, person, words, project: number } = asked;
  if (number === null) throw new Error('a sub-command of one project was called without a project');
  const found = await showProject(ports, { person, number });
  return found.ok ? render(found.value, asked) : refusalMessage(found.refusal, words);
}

/** The same at the end of the past time that was asked about; says why not where it is none. */
export async function answerAsOf(
  asked: Asked,
  render: (project: Project, view: View) => Reply | Promise<Reply>,
): Promise<Reply> {
  const { time, today, words, project: number } = asked;
  if (time === null) return answerOfProject(asked, (project) => render(project, { words, today }));
  const day = readPastDay(time, today);
  if (!day.ok) {
    return refusalMessage({ kind: 'not-past', typed: time, number, reason: day.refusal }, words);
  }
  const at = day.value;
  return answerOfProject(asked, (project) => render(projectAsOf(project, at), { words, today: at, at }));
}
