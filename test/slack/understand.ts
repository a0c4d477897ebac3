import { readCommand } from '../../src/slack/read-command.ts';
import { commandTable } from '../../src/slack/subcommands/index.ts';
import { shippedProjects } from '../support/projects-of.ts';

const projects = await shippedProjects();

/** What was understood, in short: `8 upcoming`, `upcoming "今月" p2`, `8 card @R2.3`; or the refusal. */
export function understand(text: string, among = projects) {
  const found = readCommand(text, commandTable, among);
  if (!found.ok) return found.refusal;
  const { subcommand, project, rest, page, time } = found.value;
  return [
    ...(project === null ? [] : [project]),
    subcommand.name,
    ...(rest === '' ? [] : [`"${rest}"`]),
    ...(page === 1 ? [] : [`p${page}`]),
    ...(time === null ? [] : [`@${time}`]),
  ].join(' ');
}
